package io.gendan.messaging.health;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Whether the consumers run: one that never started, or has stopped, is told by its
 * group.
 */
public final class ConsumerHealth implements HealthIndicator {

	private final List<Consumer> consumers = new CopyOnWriteArrayList<>();

	private final int expected;

	/**
	 * No consumer yet.
	 * @param expected how many there must be
	 */
	public ConsumerHealth(int expected) {
		this.expected = expected;
	}

	/**
	 * Adds a consumer.
	 * @param group its consumer group
	 * @param container what runs it
	 */
	public void add(String group, MessageListenerContainer container) {
		this.consumers.add(new Consumer(group, container));
	}

	@Override
	public Health health() {
		List<String> stopped = new ArrayList<>();
		for (Consumer consumer : this.consumers) {
			if (!consumer.container().isRunning()) {
				stopped.add(consumer.group());
			}
		}
		if (this.consumers.size() < this.expected) {
			return Health.down().withDetail("reason", "CONSUMERS_NOT_STARTED").build();
		}
		return stopped.isEmpty() ? Health.up().build()
				: Health.down().withDetail("reason", "CONSUMER_STOPPED").withDetail("groups", stopped).build();
	}

	private record Consumer(String group, MessageListenerContainer container) {
	}

}
