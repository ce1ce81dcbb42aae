package io.gendan.logistics.carrier;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

import io.gendan.logistics.Quote;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * A carrier behind its {@link Guard}, with metrics: {@code gendan.carrier.calls} per
 * carrier, call and outcome, {@code gendan.carrier.circuit} per carrier. Whatever goes
 * wrong is a {@link CarrierUnavailableException}.
 */
final class ResilientCarrier implements Carrier {

	private final Carrier carrier;

	private final Guard guard;

	private final MeterRegistry registry;

	ResilientCarrier(Carrier carrier, GuardSettings settings, ExecutorService executor, MeterRegistry registry) {
		this.carrier = carrier;
		this.guard = new Guard(carrier.code(), settings, executor);
		this.registry = registry;
		Gauge.builder("gendan.carrier.circuit", this.guard, Guard::circuit)
			.description("0 calls are made, 1 none are made, 2 a few are made on trial")
			.tag("carrier", carrier.code())
			.register(registry);
	}

	@Override
	public String code() {
		return this.carrier.code();
	}

	@Override
	public Optional<Quote> quote(QuoteRequest request) {
		return call("quote", () -> this.carrier.quote(request));
	}

	@Override
	public String book(BookingRequest request) {
		return call("book", () -> this.carrier.book(request));
	}

	@Override
	public void cancel(String reference) {
		call("cancel", Executors.callable(() -> this.carrier.cancel(reference)));
	}

	private <T> T call(String name, Callable<T> outward) {
		Timer.Sample sample = Timer.start(this.registry);
		String outcome = "answered";
		try {
			return this.guard.call(outward);
		}
		catch (InterruptedException ex) {
			outcome = "interrupted";
			Thread.currentThread().interrupt();
			throw new CarrierUnavailableException(code(), ex);
		}
		catch (Exception ex) {
			outcome = outcome(ex);
			throw new CarrierUnavailableException(code(), ex);
		}
		finally {
			sample
				.stop(this.registry.timer("gendan.carrier.calls", "carrier", code(), "call", name, "outcome", outcome));
		}
	}

	private static String outcome(Exception failure) {
		return switch (failure) {
			case TimeoutException _ -> "late";
			case CallNotPermittedException _, RequestNotPermitted _, BulkheadFullException _ -> "held-back";
			default -> "failed";
		};
	}

}
