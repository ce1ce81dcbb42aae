package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** A broker that comes late gets its topics all the same. */
class TopicsPresenceTest {

	private final AtomicInteger tries = new AtomicInteger();

	private final AtomicBoolean allowed = new AtomicBoolean();

	@Test
	void topicsThatStandAreNotMadeAgain() {
		TopicsPresence presence = new TopicsPresence(() -> this.tries.incrementAndGet() == 1, Duration.ofMillis(1));
		presence.start();
		assertThat(presence.isRunning()).isTrue();
		Awaitility.await().during(Duration.ofMillis(100)).until(() -> this.tries.get() == 1);
	}

	@Test
	void aServiceWhoseTopicsAreMissingIsNotReady() {
		TopicsPresence presence = new TopicsPresence(() -> {
			if (this.tries.incrementAndGet() == 1) {
				throw new IllegalStateException("Could not configure topics");
			}
			return this.allowed.get();
		}, Duration.ofMillis(1));
		assertThat(presence.health().getStatus()).isEqualTo(Status.DOWN);
		Thread.ofVirtual().start(presence::start);
		Awaitility.await()
			.until(() -> String.valueOf(presence.health().getDetails().get("detail")).contains("Could not configure"));
		assertThat(presence.health().getDetails()).containsEntry("reason", "TOPICS_MISSING");
		this.allowed.set(true);
		Awaitility.await().until(() -> presence.health().getStatus().equals(Status.UP));
	}

	@Test
	void aBrokerThatIsAwayIsAskedAgain() {
		TopicsPresence presence = new TopicsPresence(() -> switch (this.tries.incrementAndGet()) {
			case 1 -> false;
			case 2 -> throw new IllegalStateException("Could not configure topics");
			default -> true;
		}, Duration.ofMillis(1));
		presence.start();
		Awaitility.await().until(() -> this.tries.get() == 3);
		Awaitility.await().during(Duration.ofMillis(100)).until(() -> this.tries.get() == 3);
		presence.stop();
		assertThat(presence.isRunning()).isFalse();
	}

}
