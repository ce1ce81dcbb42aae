package io.gendan.messaging.engine;

import java.util.Objects;

import io.gendan.contract.RecordedEvent;

/**
 * An event that waits and that a person must know of.
 *
 * @param event the event
 * @param reason stable reason, {@code GAP} while its predecessor is missing
 * @param detail what a person needs to know
 */
public record Overdue(RecordedEvent event, String reason, String detail) {

	static Overdue of(RecordedEvent event, Verdict verdict) {
		return new Overdue(event, Objects.requireNonNullElse(verdict.reason(), ""),
				Objects.requireNonNullElse(verdict.detail(), ""));
	}

}
