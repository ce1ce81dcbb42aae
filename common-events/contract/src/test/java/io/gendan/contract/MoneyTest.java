package io.gendan.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTest {

	private static final JsonMapper JSON = EventJson.mapper();

	@Test
	void tenCentsTenTimesAreOne() {
		Money sum = Money.zero("CNY");
		for (int i = 0; i < 10; i++) {
			sum = sum.plus(Money.of("0.10", "CNY"));
		}
		assertThat(sum).isEqualTo(Money.of("1", "CNY"));
	}

	@Test
	void sumsAreExactWhateverTheAmounts() {
		Random random = new Random(20261124);
		for (int i = 0; i < 2_000; i++) {
			Money one = any(random);
			Money other = any(random);
			assertThat(one.plus(other).minus(other)).isEqualTo(one);
			assertThat(one.plus(other)).isEqualTo(other.plus(one));
			assertThat(one.plus(other).amount()).isEqualByComparingTo(one.amount().add(other.amount()));
			assertThat(one.minus(one)).isEqualTo(Money.zero("EUR"));
			assertThat(one.covers(other)).isEqualTo(one.minus(other).signum() >= 0);
		}
	}

	@Test
	void productsAreTheNearestMinorUnit() {
		Random random = new Random(7);
		for (int i = 0; i < 2_000; i++) {
			Money price = any(random);
			BigDecimal factor = new BigDecimal(new BigInteger(40, random), random.nextInt(8));
			Money product = price.times(factor);
			BigDecimal error = price.amount().multiply(factor).subtract(product.amount()).abs();
			assertThat(product.amount().scale()).isEqualTo(2);
			assertThat(error).isLessThanOrEqualTo(new BigDecimal("0.005"));
		}
	}

	@Test
	void everyAmountIsTheSameAfterJson() {
		Random random = new Random(42);
		for (int i = 0; i < 2_000; i++) {
			Money money = any(random);
			String json = JSON.writeValueAsString(money);
			assertThat(json).matches("\\{\"amount\":\"-?\\d+\\.\\d{2,}\",\"currency\":\"EUR\"}");
			assertThat(JSON.readValue(json, Money.class)).isEqualTo(money);
		}
	}

	@ParameterizedTest
	@CsvSource({ "3.456, 1200, 4147.20", "0.005, 1, 0.01", "-0.005, 1, -0.01", "0.0049, 1, 0.00", "10.00, 0.333, 3.33",
			"19.99, 0.13, 2.60" })
	void productsAreRoundedHalfUp(String price, String factor, String product) {
		assertThat(Money.of(price, "CNY").times(new BigDecimal(factor))).isEqualTo(Money.of(product, "CNY"));
	}

	@ParameterizedTest
	@CsvSource({ "1, CNY, 1.00", "1.5, CNY, 1.50", "1.234, CNY, 1.234", "1.2300, CNY, 1.23", "1E+3, CNY, 1000.00",
			"5, JPY, 5", "5.0, JPY, 5", "5.5, JPY, 5.5", "1, KWD, 1.000", "0.000, USD, 0.00", "-0.1, USD, -0.10" })
	void theScaleIsThatOfTheCurrencyAndMoreOnlyWhereItCounts(String amount, String currency, String shown) {
		assertThat(Money.of(amount, currency)).hasToString(shown + " " + currency);
	}

	@Test
	void equalAmountsAreEqualHoweverWritten() {
		assertThat(Money.of("12.5", "CNY")).isEqualTo(Money.of("12.5000", "CNY"))
			.hasSameHashCodeAs(Money.of("12.500", "CNY"));
		assertThat(Money.of("12.5", "CNY")).isNotEqualTo(Money.of("12.5", "USD"));
	}

	@Test
	void differentCurrenciesDoNotMix() {
		Money yuan = Money.of("1", "CNY");
		Money dollar = Money.of("1", "USD");
		assertThatIllegalArgumentException().isThrownBy(() -> yuan.plus(dollar)).withMessageContaining("1.00 USD");
		assertThatIllegalArgumentException().isThrownBy(() -> yuan.minus(dollar));
		assertThatIllegalArgumentException().isThrownBy(() -> yuan.covers(dollar));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "cny", "CN", "RMB", "ZZZ", "$" })
	void anUnknownCurrencyIsRefused(String currency) {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", currency));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "$1", "1,000", "NaN", "Infinity", "0x10", "1e41", "1e1000000000", "1e-1000000000",
			"1e99999999999", "10000000000000000000000000000000000000000" })
	void anAbsurdAmountIsRefused(String amount) {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, "CNY"));
	}

	@Test
	void theLargestAndTheFinestAmountAreExact() {
		String amount = "9".repeat(40) + "." + "9".repeat(40);
		assertThat(Money.of(amount, "CNY")).hasToString(amount + " CNY");
		assertThat(JSON.readValue(JSON.writeValueAsString(Money.of(amount, "CNY")), Money.class))
			.isEqualTo(Money.of(amount, "CNY"));
	}

	private static Money any(Random random) {
		BigDecimal amount = new BigDecimal(new BigInteger(50, random), random.nextInt(10));
		return new Money(random.nextBoolean() ? amount : amount.negate().setScale(4, RoundingMode.DOWN), "EUR");
	}

}
