package io.gendan.logistics.carrier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.logistics.Bookings;
import io.gendan.logistics.Quote;
import io.gendan.logistics.Shipment;
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
	 * Books an order of transport, under its key: again is the same booking. A carrier
	 * that is not the chosen one is asked for its offer first. Goods with a waybill that
	 * was booked by hand have left, whether or not there is an offer.
	 * @param shipment what is to be carried
	 * @param ordered the order of transport
	 * @return what was agreed, or empty when the carrier does not take the goods
	 * @throws CarrierUnavailableException if it does not answer
	 */
	Optional<Booked> book(Shipment shipment, TransportOrdered ordered) {
		boolean chosen = shipment.choice().filter((it) -> it.carrier().equals(ordered.carrier())).isPresent();
		if (ordered.waybill() != null) {
			return Optional.of(new Booked(chosen ? null : offer(shipment, ordered), ordered.waybill()));
		}
		Carrier carrier = need(ordered.carrier());
		if (chosen) {
			return waybill(carrier, shipment, ordered).map((waybill) -> new Booked(null, waybill));
		}
		return quote(shipment, ordered)
			.flatMap((quote) -> waybill(carrier, shipment, ordered).map((waybill) -> new Booked(quote, waybill)));
	}

	private @Nullable Quote offer(Shipment shipment, TransportOrdered ordered) {
		try {
			return quote(shipment, ordered).orElse(null);
		}
		catch (CarrierUnavailableException ex) {
			log.info("{} for order {}, whose goods left under waybill {}", ex.getMessage(), ordered.order(),
					ordered.waybill());
			return null;
		}
	}

	private Optional<Quote> quote(Shipment shipment, TransportOrdered ordered) {
		Carrier carrier = need(ordered.carrier());
		return request(shipment).map(QuoteRequest::byHand).flatMap(carrier::quote);
	}

	private static Optional<String> waybill(Carrier carrier, Shipment shipment, TransportOrdered ordered) {
		return shipment.placed()
			.map((placed) -> carrier.book(new BookingRequest(Bookings.key(ordered), placed.deliveryMethod(),
					placed.shipTo(), shipment.parcels())));
	}

	/**
	 * Cancels what may be booked under the key of an order of transport.
	 * @param ordered the order of transport
	 * @throws CarrierUnavailableException if the carrier does not answer
	 */
	void cancel(TransportOrdered ordered) {
		need(ordered.carrier()).cancel(Bookings.key(ordered));
	}

	/**
	 * Asks every carrier about every shipment.
	 * @param shipments what is to be carried, by order number
	 * @return the offers of those who answered, by order number
	 */
	Map<String, List<Quote>> quotes(Map<String, Shipment> shipments) {
		Map<String, List<Future<Optional<Quote>>>> asked = new TreeMap<>();
		shipments.forEach((order, shipment) -> request(shipment).ifPresent((request) -> asked.put(order,
				this.byCode.values().stream().map((carrier) -> submit(() -> carrier.quote(request))).toList())));
		Map<String, List<Quote>> quotes = new TreeMap<>();
		asked.forEach(
				(order, answers) -> quotes.put(order, answers.stream().flatMap((it) -> get(it).stream()).toList()));
		return quotes;
	}

	/**
	 * Asks one question for each of many shipments, all at the same time.
	 * @param shipments the shipments, by order number
	 * @param question what is asked; no answer leaves the order out
	 * @param <T> the answer
	 * @return the answers, by order number
	 */
	<T> Map<String, T> ask(Map<String, Shipment> shipments, Function<Shipment, Optional<T>> question) {
		Map<String, Future<Optional<T>>> asked = new TreeMap<>();
		shipments.forEach((order, shipment) -> asked.put(order, submit(() -> question.apply(shipment))));
		Map<String, T> answers = new TreeMap<>();
		asked.forEach((order, answer) -> get(answer).ifPresent((it) -> answers.put(order, it)));
		return answers;
	}

	private <T> Future<Optional<T>> submit(Callable<Optional<T>> question) {
		return this.executor.submit(question);
	}

	private static <T> Optional<T> get(Future<Optional<T>> answer) {
		try {
			return answer.get();
		}
		catch (ExecutionException ex) {
			log.debug("A carrier gave no answer", ex.getCause());
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

	/** A carrier may have been taken out of the settings since it was chosen. */
	private Carrier need(String code) {
		Carrier carrier = this.byCode.get(code);
		if (carrier == null) {
			throw new CarrierUnavailableException(code, new IllegalStateException("it is not set up any more"));
		}
		return carrier;
	}

}
