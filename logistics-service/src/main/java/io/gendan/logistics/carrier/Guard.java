package io.gendan.logistics.carrier;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;

/**
 * What stands between us and one carrier, from outside in: retry with jitter, circuit
 * breaker, rate limit, time limit, bulkhead. The wait for the bulkhead counts as time of
 * the call, and a call that ignores its interruption keeps its place in the bulkhead, so
 * that a hanging carrier can never hold more than its share.
 */
final class Guard {

	private static final double DOUBLING = 2;

	private final Retry retry;

	private final CircuitBreaker circuitBreaker;

	private final RateLimiter rateLimiter;

	private final TimeLimiter timeLimiter;

	private final Bulkhead bulkhead;

	private final ExecutorService executor;

	Guard(String name, GuardSettings settings, ExecutorService executor) {
		this.retry = Retry.of(name, retry(settings));
		this.circuitBreaker = CircuitBreaker.of(name, circuitBreaker(settings));
		this.rateLimiter = RateLimiter.of(name,
				RateLimiterConfig.custom()
					.limitForPeriod(settings.perSecond())
					.limitRefreshPeriod(Duration.ofSeconds(1))
					.timeoutDuration(settings.rateWait())
					.build());
		this.timeLimiter = TimeLimiter.of(name,
				TimeLimiterConfig.custom().timeoutDuration(settings.timeLimit()).cancelRunningFuture(true).build());
		this.bulkhead = Bulkhead.of(name,
				BulkheadConfig.custom()
					.maxConcurrentCalls(settings.concurrent())
					.maxWaitDuration(settings.concurrentWait())
					.build());
		this.executor = executor;
	}

	<T> T call(Callable<T> outward) throws Exception {
		Callable<T> placed = Bulkhead.decorateCallable(this.bulkhead, outward);
		Callable<T> limited = TimeLimiter.decorateFutureSupplier(this.timeLimiter, () -> this.executor.submit(placed));
		Callable<T> rated = RateLimiter.decorateCallable(this.rateLimiter, limited);
		Callable<T> broken = CircuitBreaker.decorateCallable(this.circuitBreaker, rated);
		return Retry.decorateCallable(this.retry, broken).call();
	}

	/** 0 closed, 1 open, 2 half open. */
	int circuit() {
		return this.circuitBreaker.getState().getOrder();
	}

	private static RetryConfig retry(GuardSettings settings) {
		return RetryConfig.custom()
			.maxAttempts(settings.attempts())
			.intervalFunction(
					IntervalFunction.ofExponentialRandomBackoff(settings.pause(), DOUBLING, settings.jitter()))
			.ignoreExceptions(TimeoutException.class, CallNotPermittedException.class, RequestNotPermitted.class,
					BulkheadFullException.class)
			.build();
	}

	private static CircuitBreakerConfig circuitBreaker(GuardSettings settings) {
		return CircuitBreakerConfig.custom()
			.slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
			.slidingWindowSize(settings.windowCalls())
			.minimumNumberOfCalls(settings.minimumCalls())
			.failureRateThreshold(settings.failurePercent())
			.waitDurationInOpenState(settings.openFor())
			.ignoreExceptions(RequestNotPermitted.class, BulkheadFullException.class)
			.build();
	}

}
