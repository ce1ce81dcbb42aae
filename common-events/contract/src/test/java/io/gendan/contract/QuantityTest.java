package io.gendan.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuantityTest {

	private static final JsonMapper JSON = EventJson.mapper();

	@ParameterizedTest
	@CsvSource({ "12, 12", "12.0, 12", "0.50, 0.5", "100, 100", "1E+2, 100", "0.000, 0", "-3.10, -3.1" })
	void aQuantityHasNoTrailingZeros(String text, String shown) {
		assertThat(Quantity.of(text)).hasToString(shown).isEqualTo(Quantity.of(shown));
		assertThat(JSON.writeValueAsString(Quantity.of(text))).isEqualTo('"' + shown + '"');
	}

	@Test
	void arithmeticIsExactAndSurvivesJson() {
		Random random = new Random(20261124);
		for (int i = 0; i < 2_000; i++) {
			Quantity one = new Quantity(new BigDecimal(new BigInteger(40, random), random.nextInt(6)));
			Quantity other = Quantity.of(random.nextLong(1_000_000));
			assertThat(one.plus(other).minus(other)).isEqualTo(one);
			assertThat(one.min(other).value()).isEqualByComparingTo(one.value().min(other.value()));
			assertThat(one.minus(one.plus(other)).signum()).isEqualTo(-other.signum());
			assertThat(JSON.readValue(JSON.writeValueAsString(one), Quantity.class)).isEqualTo(one);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "twelve", "1 000", "1e1000000000", "1e-41" })
	void anAbsurdQuantityIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "12", "1.5", "true", "{}", "[\"1\"]", "{\"value\":\"1\"}" })
	void onlyATextIsAQuantity(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JSON.readValue(json, Quantity.class));
	}

}
