package io.gendan.logistics.carrier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import io.gendan.contract.Money;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.logistics.Quote;

/**
 * A carrier that is known by its price list alone and so works offline. What counts is
 * the weight or the volume, whichever is more.
 */
final class TariffCarrier implements Carrier {

	private static final int GRAMS = 3;

	private final Tariff tariff;

	TariffCarrier(Tariff tariff) {
		this.tariff = tariff;
	}

	@Override
	public String code() {
		return this.tariff.code();
	}

	@Override
	public Optional<Quote> quote(QuoteRequest request) {
		boolean offersWish = this.tariff.methods().contains(request.wished());
		BigDecimal heaviest = this.tariff.maxWeightKg();
		boolean tooHeavy = heaviest != null && request.weightKg().compareTo(heaviest) > 0;
		boolean notWished = this.tariff.onWishOnly() && !offersWish && !request.named();
		if (tooHeavy || notWished) {
			return Optional.empty();
		}
		DeliveryMethod method = offersWish ? request.wished() : this.tariff.methods().getFirst();
		return this.tariff.zones()
			.stream()
			.filter((zone) -> zone.reaches(request.country()))
			.findFirst()
			.map((zone) -> new Quote(code(), method, cost(zone, request), zone.days()));
	}

	private Money cost(Tariff.Zone zone, QuoteRequest request) {
		BigDecimal byVolume = request.volumeCm3().divide(this.tariff.cm3PerKg(), GRAMS, RoundingMode.UP);
		Money base = new Money(zone.base(), request.currency());
		return base.plus(new Money(zone.perKg(), request.currency()).times(request.weightKg().max(byVolume)));
	}

	@Override
	public String book(BookingRequest request) {
		return code() + "-" + request.reference();
	}

	/** Nobody keeps the bookings of a price list. */
	@Override
	public void cancel(String reference) {
	}

}
