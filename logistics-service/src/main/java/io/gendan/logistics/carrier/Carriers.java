package io.gendan.logistics.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import io.gendan.logistics.Quote;
import io.gendan.logistics.Shipment;
import io.gendan.logistics.ShipmentCommand.Arrangement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All carriers. They are asked at the same time, so that none waits for another. */
public final class Carriers {

	private static final Logger log = LoggerFactory.getLogger(Carriers.class);

	private final Map<String, Carrier> byCode = new TreeMap<>();

	private final ExecutorService executor;

	private final String currency;

	Carriers(List<Carrier> carriers, ExecutorService executor, String currency) {
		carriers.forEach((carrier) -> this.byCode.put(carrier.code(), carrier));
		this.executor = executor;
		this.currency = currency;
	}

	/**
	 * The codes of all carriers.
	 * @return codes in their order
	 */
	public SortedSet<String> codes() {
		return new TreeSet<>(this.byCode.keySet());
	}

	/**
	 * Asks one carrier for an offer.
	 * @param carrier one of {@link #codes()}
	 * @param shipment what is to be carried
	 * @return the offer, or empty when the carrier does not take it
	 * @throws CarrierUnavailableException if it does not answer
	 */
	public Optional<Quote> quote(String carrier, Shipment shipment) {
		return request(shipment).flatMap((request) -> need(carrier).quote(request));
	}

	/**
	 * Books with one carrier, by the order number: again is the same booking.
	 * @param carrier one of {@link #codes()}
	 * @param shipment what is to be carried
	 * @param quote the offer that is taken, null for the one already chosen
	 * @return what was agreed
	 * @throws CarrierUnavailableException if it does not answer
	 */
	public Arrangement book(String carrier, Shipment shipment, @Nullable Quote quote) {
		String waybill = shipment.placed()
			.map((placed) -> new BookingRequest(shipment.order(), placed.deliveryMethod(), placed.shipTo(),
					shipment.parcels()))
			.map((request) -> need(carrier).book(request))
			.orElse(null);
		return new Arrangement(quote, waybill);
	}

	/**
	 * Asks every carrier about every shipment.
	 * @param shipments what is to be carried, by order number
	 * @return the offers of those who answered, by order number
	 */
	Map<String, List<Quote>> quotes(Map<String, Shipment> shipments) {
		Map<String, List<Future<Optional<Quote>>>> asked = new TreeMap<>();
		shipments
			.forEach((order, shipment) -> request(shipment).ifPresent((request) -> asked.put(order, ask(request))));
		Map<String, List<Quote>> quotes = new TreeMap<>();
		asked.forEach(
				(order, answers) -> quotes.put(order, answers.stream().flatMap((it) -> get(it).stream()).toList()));
		return quotes;
	}

	private List<Future<Optional<Quote>>> ask(QuoteRequest request) {
		List<Future<Optional<Quote>>> asked = new ArrayList<>();
		for (Carrier carrier : this.byCode.values()) {
			Callable<Optional<Quote>> question = () -> carrier.quote(request);
			asked.add(this.executor.submit(question));
		}
		return asked;
	}

	private static Optional<Quote> get(Future<Optional<Quote>> answer) {
		try {
			return answer.get();
		}
		catch (ExecutionException ex) {
			log.debug("One carrier less to choose from", ex.getCause());
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

	private Optional<QuoteRequest> request(Shipment shipment) {
		return shipment.placed().map((placed) -> QuoteRequest.of(placed, shipment, this.currency));
	}

	private Carrier need(String code) {
		return Objects.requireNonNull(this.byCode.get(code), () -> "There is no carrier " + code);
	}

}
