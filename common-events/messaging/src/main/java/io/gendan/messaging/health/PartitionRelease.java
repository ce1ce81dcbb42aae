package io.gendan.messaging.health;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.gendan.messaging.inbox.InboxHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Lets others go on: an instance that cannot make its polls safe gives its partitions up
 * after a while, and takes part again once its store answers.
 */
public final class PartitionRelease implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PartitionRelease.class);

	private static final Duration LOOK = Duration.ofSeconds(1);

	private final List<Consumer> consumers = new CopyOnWriteArrayList<>();

	private final HealthIndicator store;

	private final Clock clock;

	private final Duration patience;

	private volatile Thread looking = new Thread();

	private volatile boolean running;

	/**
	 * Nothing to release yet.
	 * @param store whether the store answers
	 * @param clock the time
	 * @param patience how long a consumer may stand still before its partitions are given
	 * up
	 */
	public PartitionRelease(HealthIndicator store, Clock clock, Duration patience) {
		this.store = store;
		this.clock = clock;
		this.patience = patience;
	}

	/**
	 * Watches a consumer.
	 * @param group its consumer group
	 * @param container what runs it
	 * @param inbox whether it moves
	 */
	public void watch(String group, MessageListenerContainer container, InboxHealth inbox) {
		this.consumers.add(new Consumer(group, container, inbox));
	}

	private void look(Consumer consumer) {
		if (consumer.container.isRunning()) {
			consumer.released = standsTooLong(consumer.inbox);
			if (consumer.released) {
				log.warn("Consumer group {} stands still since {}; its partitions are given up for other instances",
						consumer.group, consumer.inbox.standsSince());
				consumer.container.stop(() -> log.info("Consumer group {} has left", consumer.group));
			}
		}
		else if (consumer.released && storeAnswers()) {
			log.info("The store answers; consumer group {} takes part again", consumer.group);
			consumer.inbox.moves();
			consumer.container.start();
		}
	}

	private boolean storeAnswers() {
		Health health = this.store.health();
		return health != null && health.getStatus().equals(Status.UP);
	}

	private boolean standsTooLong(InboxHealth inbox) {
		var since = inbox.standsSince();
		return since != null && since.plus(this.patience).isBefore(this.clock.instant());
	}

	@Override
	public void start() {
		this.running = true;
		this.looking = Thread.ofPlatform().daemon().name("gendan-partitions").start(this::keepLooking);
	}

	@Override
	public void stop() {
		this.running = false;
		this.looking.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void keepLooking() {
		while (this.running) {
			try {
				Thread.sleep(LOOK);
			}
			catch (InterruptedException ex) {
				return;
			}
			this.consumers.forEach(this::tryToLook);
		}
	}

	private void tryToLook(Consumer consumer) {
		try {
			look(consumer);
		}
		catch (RuntimeException | Error ex) {
			log.error("Consumer group {} could not be looked after; tried again", consumer.group, ex);
		}
	}

	private static final class Consumer {

		private final String group;

		private final MessageListenerContainer container;

		private final InboxHealth inbox;

		private boolean released;

		Consumer(String group, MessageListenerContainer container, InboxHealth inbox) {
			this.group = group;
			this.container = container;
			this.inbox = inbox;
		}

	}

}
