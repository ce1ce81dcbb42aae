package io.gendan.logistics.carrier;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.gendan.contract.Money;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.logistics.Quote;

/** A carrier that behaves as badly as it is told to. */
public final class PlantedCarrier implements Carrier {

	/** How it behaves. */
	public enum Mood {

		FINE, HANGS, FAILS, FAILS_ONCE, DECLINES

	}

	final AtomicInteger calls = new AtomicInteger();

	private final String code;

	private volatile Mood mood;

	public PlantedCarrier(String code, Mood mood) {
		this.code = code;
		this.mood = mood;
	}

	void mood(Mood changed) {
		this.mood = changed;
	}

	@Override
	public String code() {
		return this.code;
	}

	@Override
	public Optional<Quote> quote(QuoteRequest request) {
		return behave()
				? Optional.of(new Quote(this.code, DeliveryMethod.ROAD, Money.of("1.00", request.currency()), 1))
				: Optional.empty();
	}

	@Override
	public String book(BookingRequest request) {
		behave();
		return this.code + "-" + request.reference();
	}

	@Override
	public void cancel(String reference) {
		behave();
	}

	private boolean behave() {
		int call = this.calls.incrementAndGet();
		return switch (this.mood) {
			case FINE -> true;
			case DECLINES -> false;
			case FAILS -> throw new IllegalStateException("planted failure");
			case FAILS_ONCE -> {
				if (call == 1) {
					throw new IllegalStateException("planted failure");
				}
				yield true;
			}
			case HANGS -> hang();
		};
	}

	/** Hangs as the worst do: it does not even listen to its interruption. */
	private static boolean hang() {
		CountDownLatch never = new CountDownLatch(1);
		while (true) {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				Thread.onSpinWait();
			}
		}
	}

}
