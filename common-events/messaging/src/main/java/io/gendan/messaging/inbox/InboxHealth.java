package io.gendan.messaging.inbox;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the consumer moves. While a poll cannot be made safe, nothing is skipped: the
 * consumer stands still, tries again and says why here.
 */
public final class InboxHealth implements HealthIndicator {

	private final Clock clock;

	private volatile @Nullable Standstill standstill;

	public InboxHealth(Clock clock) {
		this.clock = clock;
	}

	/** It moves again, or may try to. */
	public void moves() {
		this.standstill = null;
	}

	/**
	 * A poll could not be made safe and comes again.
	 * @param reason what it failed with
	 */
	public void stands(Throwable reason) {
		Standstill before = this.standstill;
		this.standstill = new Standstill((before != null) ? before.since() : this.clock.instant(),
				reason.getClass().getSimpleName());
	}

	/**
	 * Since when it stands still.
	 * @return an instant, null while it moves
	 */
	public @Nullable Instant standsSince() {
		Standstill now = this.standstill;
		return (now != null) ? now.since() : null;
	}

	@Override
	public Health health() {
		Standstill now = this.standstill;
		return (now == null) ? Health.up().build()
				: Health.down().withDetail("since", now.since()).withDetail("reason", now.reason()).build();
	}

	private record Standstill(Instant since, String reason) {
	}

}
