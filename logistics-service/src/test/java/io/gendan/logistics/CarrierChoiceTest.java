package io.gendan.logistics;

import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wish, promise, cost: in this order (LOG-2). The order wishes ROAD, promised for April
 * 1st.
 */
class CarrierChoiceTest {

	private static final CarrierChoice CHOICE = new CarrierChoice("CNY");

	private static final Shipment SHIPMENT = Scenario.of(LogisticsStageTest.STAGE).given(Orders.ready("SO-1")).state();

	private static final LocalDate EARLY = LocalDate.of(2026, 3, 1);

	private static final LocalDate LATE = LocalDate.of(2026, 3, 30);

	private static final Quote SLOW = quote("SLOW", DeliveryMethod.ROAD, "10.00", 9);

	private static final Quote FAST = quote("FAST", DeliveryMethod.ROAD, "30.00", 2);

	private static final Quote AIR = quote("AIR", DeliveryMethod.AIR, "5.00", 1);

	@Test
	void theCustomersWishGoesBeforePriceAndSpeed() {
		ChooseCarrier choice = choose(EARLY, AIR, FAST);
		assertThat(choice.carrier()).isEqualTo("FAST");
		assertThat(choice.reason()).isEqualTo(
				"ROAD as wished; cheapest that keeps the promise of 2026-04-01; 12.5 kg to CN for 30.00 CNY in 2 days");
	}

	@Test
	void theCheapestThatKeepsThePromiseIsTaken() {
		assertThat(choose(EARLY, FAST, SLOW).carrier()).isEqualTo("SLOW");
		assertThat(choose(LATE, FAST, SLOW).carrier()).isEqualTo("FAST");
	}

	@Test
	void theFastestIsTakenWhenNoneKeepsThePromise() {
		ChooseCarrier choice = choose(LATE.plusDays(30), SLOW, FAST);
		assertThat(choice.carrier()).isEqualTo("FAST");
		assertThat(choice.reason()).contains("fastest");
	}

	@Test
	void whenNobodyOffersTheWishAnotherWayIsTakenAndTheReasonSaysSo() {
		assertThat(choose(EARLY, AIR).reason()).startsWith("nobody offers ROAD, so AIR;");
	}

	@Test
	void theChoiceDoesNotDependOnTheOrderOfAnswers() {
		Quote same = quote("AAA", DeliveryMethod.ROAD, "10.00", 9);
		assertThat(choose(EARLY, SLOW, same)).isEqualTo(choose(EARLY, same, SLOW));
		assertThat(choose(EARLY, SLOW, same).carrier()).isEqualTo("AAA");
	}

	@Test
	void offersInAnotherCurrencyCannotBeCompared() {
		Quote dollars = new Quote("USD", DeliveryMethod.ROAD, Money.of("1.00", "USD"), 1);
		assertThat(CHOICE.choose(SHIPMENT, List.of(dollars), EARLY)).isEmpty();
		assertThat(choose(EARLY, dollars, SLOW).carrier()).isEqualTo("SLOW");
	}

	@Test
	void withoutOffersThereIsNoChoice() {
		assertThat(CHOICE.choose(SHIPMENT, List.of(), EARLY)).isEmpty();
	}

	private static ChooseCarrier choose(LocalDate today, Quote... quotes) {
		return CHOICE.choose(SHIPMENT, List.of(quotes), today).orElseThrow();
	}

	private static Quote quote(String carrier, DeliveryMethod method, String cost, int days) {
		return new Quote(carrier, method, Money.of(cost, "CNY"), days);
	}

}
