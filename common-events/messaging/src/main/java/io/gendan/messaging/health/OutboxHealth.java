package io.gendan.messaging.health;

import java.time.Duration;

import io.gendan.messaging.outbox.OutboxRelay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether events leave, which a broker that answers does not prove. */
public final class OutboxHealth implements HealthIndicator {

	private final OutboxRelay relay;

	private final Duration longest;

	/**
	 * Watches the events of this instance.
	 * @param relay sends them
	 * @param longest how long one may wait for its acknowledgement
	 */
	public OutboxHealth(OutboxRelay relay, Duration longest) {
		this.relay = relay;
		this.longest = longest;
	}

	@Override
	public Health health() {
		Duration age = Duration.ofNanos(this.relay.age());
		if (age.compareTo(this.longest) <= 0) {
			return Health.up().build();
		}
		return Health.down()
			.withDetail("reason", "EVENTS_DO_NOT_LEAVE")
			.withDetail("detail",
					"The oldest event has been waiting for %d s; last failure: %s".formatted(age.toSeconds(),
							this.relay.lastFailure()))
			.build();
	}

}
