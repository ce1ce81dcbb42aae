package io.gendan.messaging.health;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** What does not answer is down, and asked only once. */
@Timeout(30)
class BoundedChecksTest {

	private final BoundedChecks checks = new BoundedChecks(Duration.ofMillis(200));

	@Test
	void whatAnswersIsUp() {
		assertThat(this.checks.add("store", () -> {
		}).health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void whatFailsIsDownWithItsReason() {
		var health = this.checks.add("store", () -> {
			throw new IllegalStateException("no space left");
		}).health();
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("reason", "IllegalStateException")
			.containsEntry("detail", "The store no space left");
	}

	@Test
	void whatHangsIsDownAndAskedAgainOnlyWhenItHasAnswered() {
		CountDownLatch frozen = new CountDownLatch(1);
		AtomicInteger asked = new AtomicInteger();
		HealthIndicator store = this.checks.add("store", () -> {
			asked.incrementAndGet();
			frozen.await();
		});
		assertThat(store.health().getDetails()).containsEntry("reason", "NO_ANSWER");
		assertThat(store.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(asked).hasValue(1);
		frozen.countDown();
		Awaitility.await().until(() -> store.health().getStatus().equals(Status.UP));
	}

	@Test
	void allAreAskedAtTheSameTime() {
		CountDownLatch both = new CountDownLatch(2);
		HealthIndicator store = this.checks.add("store", () -> meet(both));
		this.checks.add("broker", () -> meet(both));
		assertThat(store.health().getStatus()).isEqualTo(Status.UP);
	}

	private static void meet(CountDownLatch both) throws InterruptedException {
		both.countDown();
		both.await();
	}

}
