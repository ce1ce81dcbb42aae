package io.gendan.logistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;

/**
 * Which of the quotes is taken, and why (LOG-2): the customer's wish first, then the
 * promise, then the cost. When no offer keeps the promise, the fastest is taken.
 *
 * @param currency ISO 4217 code in which costs are compared
 */
public record CarrierChoice(String currency) {

	private static final Comparator<Quote> CHEAPEST = Comparator.comparing((Quote quote) -> quote.cost().amount())
		.thenComparing(Quote::transitDays)
		.thenComparing(Quote::carrier);

	private static final Comparator<Quote> FASTEST = Comparator.comparing(Quote::transitDays).thenComparing(CHEAPEST);

	/**
	 * Chooses.
	 * @param shipment what is to be carried
	 * @param quotes what the carriers offer; those in another currency are not comparable
	 * and fall out
	 * @param today the day of dispatch
	 * @return the choice with its reason, or empty when there is nothing to choose from
	 */
	public Optional<ChooseCarrier> choose(Shipment shipment, List<Quote> quotes, LocalDate today) {
		List<Quote> comparable = only(quotes, (quote) -> quote.cost().currency().equals(this.currency));
		return shipment.placed().flatMap((placed) -> choose(shipment, placed, comparable, today));
	}

	private static Optional<ChooseCarrier> choose(Shipment shipment, OrderPlaced placed, List<Quote> quotes,
			LocalDate today) {
		List<Quote> wished = only(quotes, (quote) -> quote.method() == placed.deliveryMethod());
		List<Quote> considered = wished.isEmpty() ? quotes : wished;
		List<Quote> punctual = only(considered,
				(quote) -> shipment.promised()
					.filter((promised) -> !today.plusDays(quote.transitDays()).isAfter(promised))
					.isPresent());
		boolean promiseHolds = !punctual.isEmpty();
		return (promiseHolds ? punctual.stream().min(CHEAPEST) : considered.stream().min(FASTEST))
			.map((quote) -> new ChooseCarrier(quote.carrier(),
					reason(shipment, placed, quote, !wished.isEmpty(), promiseHolds), quote.cost(),
					quote.transitDays()));
	}

	private static List<Quote> only(List<Quote> quotes, Predicate<Quote> condition) {
		return quotes.stream().filter(condition).toList();
	}

	private static String reason(Shipment shipment, OrderPlaced placed, Quote quote, boolean wished,
			boolean promiseHolds) {
		String method = wished ? "%s as wished".formatted(quote.method())
				: "nobody offers %s, so %s".formatted(placed.deliveryMethod(), quote.method());
		String rank = promiseHolds
				? "cheapest that keeps the promise of %s".formatted(shipment.promised().orElseThrow()) : "fastest";
		return "%s; %s; %s kg to %s for %s in %d days".formatted(method, rank, weight(shipment),
				placed.shipTo().country(), quote.cost(), quote.transitDays());
	}

	private static Quantity weight(Shipment shipment) {
		return shipment.parcels().stream().map(Parcel::weightKg).reduce(Quantity.of(0), Quantity::plus);
	}

}
