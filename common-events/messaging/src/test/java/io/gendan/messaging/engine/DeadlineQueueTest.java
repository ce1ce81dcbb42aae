package io.gendan.messaging.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.gendan.messaging.SettableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Instants of the near future: the latest word on an order counts. */
class DeadlineQueueTest {

	private final SettableClock clock = new SettableClock();

	private final DeadlineQueue queue = new DeadlineQueue(this.clock, Duration.ofSeconds(90));

	private final List<String> struck = new CopyOnWriteArrayList<>();

	private Thread thread = new Thread();

	@AfterEach
	void stop() {
		this.thread.interrupt();
	}

	@Test
	void whatIsDueIsHandedOverOnce() {
		this.queue.expect("Q-1", in(10));
		this.queue.expect("Q-1", in(10));
		this.queue.expect("Q-2", in(20));
		this.clock.advance(Duration.ofSeconds(10));
		start();
		Awaitility.await().until(() -> this.struck.contains("Q-1"));
		assertThat(this.struck).containsExactly("Q-1");
	}

	@Test
	void aLaterWordReplacesAnEarlierOne() {
		this.queue.expect("Q-3", in(10));
		this.queue.expect("Q-3", in(60));
		this.queue.expect("Q-4", in(10));
		this.queue.expect("Q-4", null);
		this.queue.expect("Q-5", in(10));
		this.queue.expect("Q-5", in(3600));
		this.queue.expect("Q-6", in(15));
		this.clock.advance(Duration.ofSeconds(20));
		start();
		Awaitility.await().until(() -> this.struck.contains("Q-6"));
		assertThat(this.struck).containsExactly("Q-6");
	}

	@Test
	void anEarlierInstantWakesTheWaiting() {
		this.queue.expect("Q-7", in(80));
		start();
		this.queue.expect("Q-8", this.clock.instant());
		Awaitility.await().until(() -> this.struck.contains("Q-8"));
		assertThat(this.struck).containsExactly("Q-8");
	}

	private Instant in(long seconds) {
		return this.clock.instant().plusSeconds(seconds);
	}

	private void start() {
		this.thread = Thread.ofPlatform().daemon().start(() -> {
			try {
				this.queue.run(this.struck::addAll);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

}
