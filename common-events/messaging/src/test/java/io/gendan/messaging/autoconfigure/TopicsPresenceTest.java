package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A broker that comes late gets its topics all the same. */
class TopicsPresenceTest {

	private final AtomicInteger tries = new AtomicInteger();

	@Test
	void topicsThatStandAreNotMadeAgain() {
		TopicsPresence presence = new TopicsPresence(() -> this.tries.incrementAndGet() == 1, Duration.ofMillis(1));
		presence.start();
		assertThat(presence.isRunning()).isTrue();
		Awaitility.await().during(Duration.ofMillis(100)).until(() -> this.tries.get() == 1);
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
