package io.gendan.logistics.carrier;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;

import io.gendan.contract.Money;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.logistics.Quote;

/**
 * A carrier that keeps its bookings as the interface asks for; nobody would choose its
 * offers.
 */
public final class LedgerCarrier implements Carrier {

	/** References that are booked and not cancelled. */
	public final Set<String> bookings = new ConcurrentSkipListSet<>();

	private final Set<String> cancelled = new ConcurrentSkipListSet<>();

	private final Semaphore open = new Semaphore(1);

	private final String code;

	public LedgerCarrier(String code) {
		this.code = code;
	}

	/** Lets bookings wait for {@link #answer()}. */
	public void hold() {
		this.open.acquireUninterruptibly();
	}

	/** Answers what waits. */
	public void answer() {
		this.open.release();
	}

	@Override
	public String code() {
		return this.code;
	}

	@Override
	public Optional<Quote> quote(QuoteRequest request) {
		return Optional.of(new Quote(this.code, DeliveryMethod.ROAD, Money.of("999.00", request.currency()), 99));
	}

	@Override
	public String book(BookingRequest request) {
		this.open.acquireUninterruptibly();
		this.open.release();
		if (!this.cancelled.contains(request.reference())) {
			this.bookings.add(request.reference());
		}
		return this.code + "-" + request.reference();
	}

	@Override
	public void cancel(String reference) {
		this.cancelled.add(reference);
		this.bookings.remove(reference);
	}

}
