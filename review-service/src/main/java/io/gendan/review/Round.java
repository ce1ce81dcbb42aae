package io.gendan.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One round: what was placed and what the reviewer made of it (REV-4).
 *
 * @param number 1 for the first placing
 * @param placement what was placed
 * @param dueAt end of the review time by the working calendar (REV-1)
 * @param escalatedTo role that was told when the time ran out, null if it did not (REV-2)
 * @param decision what the reviewer decided
 */
public record Round(int number, Placement placement, Instant dueAt, @Nullable String escalatedTo, Decision decision) {

	Round decided(Decision taken) {
		return new Round(this.number, this.placement, this.dueAt, this.escalatedTo, taken);
	}

	Round escalated(String role) {
		return new Round(this.number, this.placement, this.dueAt, role, this.decision);
	}

	Round withdrawn() {
		return (this.decision instanceof Decision.Pending) ? decided(new Decision.Withdrawn()) : this;
	}

	/**
	 * Whether the review time has run out undecided and the next level was told.
	 * @return true once told
	 */
	public boolean overdue() {
		return this.escalatedTo != null;
	}

	boolean runsOut(Instant now) {
		return !overdue() && !now.isBefore(this.dueAt);
	}

}
