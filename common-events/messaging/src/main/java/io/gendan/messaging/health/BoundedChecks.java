package io.gendan.messaging.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Questions to what a service depends on, each answered in bounded time: what does not
 * answer is down. All are asked at the same time, so that together they take no longer
 * than the slowest. A question that hangs is not asked a second time.
 */
public final class BoundedChecks {

	private final List<Indicator> indicators = new CopyOnWriteArrayList<>();

	private final Duration patience;

	/**
	 * No questions yet.
	 * @param patience how long an answer may take
	 */
	public BoundedChecks(Duration patience) {
		this.patience = patience;
	}

	/**
	 * Adds a question.
	 * @param name what is asked
	 * @param check asks; returns if all is well, throws if it is not
	 * @return what health and readiness ask
	 */
	public HealthIndicator add(String name, Check check) {
		Indicator indicator = new Indicator(name, check);
		this.indicators.add(indicator);
		return indicator;
	}

	/** A question that may hang. */
	@FunctionalInterface
	public interface Check {

		/**
		 * Asks.
		 * @throws Exception if what is asked is not well
		 */
		void ask() throws Exception;

	}

	private final class Indicator implements HealthIndicator {

		private final String name;

		private final Check check;

		private @Nullable Question open;

		Indicator(String name, Check check) {
			this.name = name;
			this.check = check;
		}

		@Override
		public Health health() {
			BoundedChecks.this.indicators.forEach(Indicator::ask);
			Question question = ask();
			try {
				question.answer().get(question.left(), TimeUnit.NANOSECONDS);
				return Health.up().build();
			}
			catch (TimeoutException ex) {
				return down("NO_ANSWER", "does not answer within %d ms".formatted(patience().toMillis()));
			}
			catch (ExecutionException ex) {
				Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
				return down(cause.getClass().getSimpleName(), String.valueOf(cause.getMessage()));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return down("INTERRUPTED", "was not waited for");
			}
		}

		private synchronized Question ask() {
			if (this.open == null || this.open.answer().isDone()) {
				CompletableFuture<@Nullable Void> answer = new CompletableFuture<>();
				this.open = new Question(answer, System.nanoTime() + patience().toNanos());
				Thread.ofVirtual().name("gendan-check-" + this.name).start(() -> answer(answer));
			}
			return this.open;
		}

		private void answer(CompletableFuture<@Nullable Void> answer) {
			try {
				this.check.ask();
				answer.complete(null);
			}
			catch (Exception | Error ex) {
				answer.completeExceptionally(ex);
			}
		}

		private Duration patience() {
			return BoundedChecks.this.patience;
		}

		private Health down(String reason, String detail) {
			return Health.down()
				.withDetail("reason", reason)
				.withDetail("detail", "The %s %s".formatted(this.name, detail))
				.build();
		}

	}

	private record Question(CompletableFuture<@Nullable Void> answer, long deadline) {

		long left() {
			return Math.max(0, this.deadline - System.nanoTime());
		}

	}

}
