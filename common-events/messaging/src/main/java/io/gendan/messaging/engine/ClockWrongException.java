package io.gendan.messaging.engine;

import java.time.Instant;

import io.gendan.contract.EventRange;

/**
 * The clock of this instance shows a time that no event may have. Nothing is decided
 * until it is right; nothing has happened.
 */
public class ClockWrongException extends RuntimeException {

	private final Instant shown;

	/**
	 * A wrong clock.
	 * @param shown what it shows
	 */
	public ClockWrongException(Instant shown) {
		super("The clock shows %s, events lie from %s to %s; nothing is decided until it is right".formatted(shown,
				EventRange.EARLIEST, EventRange.LATEST));
		this.shown = shown;
	}

	/**
	 * What the clock shows.
	 * @return a time outside the range of events
	 */
	public Instant shown() {
		return this.shown;
	}

}
