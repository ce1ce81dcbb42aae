package io.gendan.messaging.health;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.gendan.messaging.SettableClock;
import io.gendan.messaging.inbox.InboxHealth;
import io.gendan.messaging.inbox.StandingInbox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** Partitions that were given up are taken up again, whatever is thrown meanwhile. */
class PartitionReleaseTest {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final SettableClock clock = new SettableClock();

	private final InboxHealth inbox = StandingInbox.since(this.clock);

	private final AtomicBoolean running = new AtomicBoolean(true);

	private final AtomicInteger errors = new AtomicInteger();

	private final AtomicInteger failedStarts = new AtomicInteger();

	private final PartitionRelease release = new PartitionRelease(() -> {
		if (this.errors.getAndDecrement() > 0) {
			throw new NoClassDefFoundError("planted");
		}
		return Health.up().build();
	}, this.clock, PATIENCE);

	@AfterEach
	void stop() {
		this.release.stop();
	}

	@Test
	void anErrorDoesNotEndTheLooking() {
		this.errors.set(2);
		giveUpAndTakeUp();
	}

	@Test
	void aStartThatFailsIsTriedAgain() {
		this.failedStarts.set(1);
		giveUpAndTakeUp();
	}

	private void giveUpAndTakeUp() {
		this.release.watch("group", container(), this.inbox);
		this.clock.advance(PATIENCE.plusSeconds(1));
		this.release.start();
		Awaitility.await().until(() -> !this.running.get());
		Awaitility.await().until(this.running::get);
		assertThat(this.inbox.standsSince()).isNull();
	}

	private MessageListenerContainer container() {
		return (MessageListenerContainer) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { MessageListenerContainer.class }, (proxy, method, arguments) -> {
					switch (method.getName()) {
						case "isRunning" -> {
							return this.running.get();
						}
						case "stop" -> this.running.set(false);
						case "start" -> {
							if (this.failedStarts.getAndDecrement() > 0) {
								throw new IllegalStateException("planted");
							}
							this.running.set(true);
						}
						default -> throw new UnsupportedOperationException(method.getName());
					}
					return null;
				});
	}

}
