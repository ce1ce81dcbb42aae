package io.gendan.logistics.carrier;

import java.math.BigDecimal;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.logistics.Orders;
import io.gendan.logistics.Quote;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Carriers known by their price list. */
class TariffCarrierTest {

	private static final List<Tariff.Zone> ZONES = List.of(
			new Tariff.Zone(List.of("CN", "HK"), new BigDecimal("10.00"), new BigDecimal("1.25"), 3),
			new Tariff.Zone(List.of(), new BigDecimal("100.00"), new BigDecimal("8.00"), 12));

	private final TariffCarrier carrier = new TariffCarrier(
			new Tariff("TRUCK", List.of(DeliveryMethod.ROAD, DeliveryMethod.RAIL), false, new BigDecimal("50"),
					new BigDecimal("5000"), ZONES));

	@Test
	void theFirstZoneThatFitsCounts() {
		assertThat(this.carrier.quote(request(DeliveryMethod.RAIL, "HK", "4", "1")))
			.contains(new Quote("TRUCK", DeliveryMethod.RAIL, Money.of("15.00", "CNY"), 3));
		assertThat(this.carrier.quote(request(DeliveryMethod.ROAD, "DE", "4", "1")))
			.contains(new Quote("TRUCK", DeliveryMethod.ROAD, Money.of("132.00", "CNY"), 12));
	}

	@Test
	void bulkyGoodsCountByTheirVolume() {
		assertThat(this.carrier.quote(request(DeliveryMethod.ROAD, "CN", "4", "100000")))
			.contains(new Quote("TRUCK", DeliveryMethod.ROAD, Money.of("35.00", "CNY"), 3));
	}

	@Test
	void itOffersItsMainWayWhenItHasNotTheWished() {
		assertThat(this.carrier.quote(request(DeliveryMethod.AIR, "CN", "4", "1"))).map(Quote::method)
			.contains(DeliveryMethod.ROAD);
		TariffCarrier counter = new TariffCarrier(
				new Tariff("COUNTER", List.of(DeliveryMethod.PICKUP), true, null, BigDecimal.ONE, ZONES));
		assertThat(counter.quote(request(DeliveryMethod.AIR, "CN", "4", "1"))).isEmpty();
		assertThat(counter.quote(request(DeliveryMethod.AIR, "CN", "4", "1").byHand())).isPresent();
		assertThat(counter.quote(request(DeliveryMethod.PICKUP, "CN", "4000", "1"))).isPresent();
	}

	@Test
	void itDeclinesWhatIsTooHeavyOrTooFar() {
		assertThat(this.carrier.quote(request(DeliveryMethod.ROAD, "CN", "50.001", "1"))).isEmpty();
		TariffCarrier local = new TariffCarrier(
				new Tariff("LOCAL", List.of(DeliveryMethod.ROAD), false, null, BigDecimal.ONE, ZONES.subList(0, 1)));
		assertThat(local.quote(request(DeliveryMethod.ROAD, "DE", "1", "1"))).isEmpty();
	}

	@Test
	void theSameReferenceIsTheSameBooking() {
		BookingRequest request = new BookingRequest("SO-1", DeliveryMethod.ROAD, Orders.placed("SO-1").shipTo(),
				Orders.packed("SO-1").parcels());
		assertThat(this.carrier.book(request)).isEqualTo(this.carrier.book(request)).isEqualTo("TRUCK-SO-1");
	}

	@Test
	void aPriceListThatCannotBeMeantIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Tariff("X", List.of(), false, null, BigDecimal.ONE, ZONES))
			.withMessageContaining("X");
	}

	private static QuoteRequest request(DeliveryMethod wished, String country, String weight, String volume) {
		return new QuoteRequest(wished, country, new BigDecimal(weight), new BigDecimal(volume), "CNY", false);
	}

}
