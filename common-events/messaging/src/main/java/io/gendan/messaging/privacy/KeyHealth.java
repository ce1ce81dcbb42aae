package io.gendan.messaging.privacy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A service serves when it knows whom it must have forgotten. */
final class KeyHealth implements HealthIndicator {

	private final KeyTopic topic;

	KeyHealth(KeyTopic topic) {
		this.topic = topic;
	}

	@Override
	public Health health() {
		String trouble = this.topic.trouble();
		return (trouble == null) ? Health.up().build()
				: Health.down().withDetail("reason", "KEYS_BEHIND").withDetail("detail", trouble).build();
	}

}
