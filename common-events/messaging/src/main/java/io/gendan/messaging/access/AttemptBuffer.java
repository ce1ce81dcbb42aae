package io.gendan.messaging.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Attempts that wait to be written: never more than a stated number, none forgotten. A
 * user who makes too many of them is counted as a whole, and so is everybody when there
 * are too many users.
 */
final class AttemptBuffer {

	/** Waiting at once; about a megabyte at their longest. */
	static final int APART = 1000;

	/** Of one user in an hour. */
	static final int APART_OF_USER = 500;

	private static final int USERS = 1000;

	private static final Duration PERIOD = Duration.ofHours(1);

	private final Map<RefusedAttempt, Tally> waiting = new LinkedHashMap<>();

	private final Map<String, Integer> ofUser = new HashMap<>();

	private Instant period = Instant.EPOCH;

	/**
	 * Takes an attempt.
	 * @param attempt what was tried
	 * @param at when
	 */
	synchronized void add(RefusedAttempt attempt, Instant at) {
		if (!at.isBefore(this.period.plus(PERIOD))) {
			this.period = at;
			this.ofUser.clear();
		}
		put(new Tally(keptAs(attempt), at, at, 1));
		notifyAll();
	}

	/**
	 * Everything that waits.
	 * @return attempts with their counts
	 */
	synchronized List<Tally> take() {
		List<Tally> taken = new ArrayList<>(this.waiting.values());
		this.waiting.clear();
		return taken;
	}

	/**
	 * Takes back what could not be written.
	 * @param tallies what had been taken
	 */
	synchronized void takeBack(List<Tally> tallies) {
		for (Tally tally : tallies) {
			RefusedAttempt kept = room(tally.attempt());
			put(new Tally(kept, tally.from(), tally.to(), tally.count()));
		}
	}

	/**
	 * Waits until there is something, or for a while.
	 * @param longest how long
	 * @throws InterruptedException when the thread is interrupted
	 */
	synchronized void await(Duration longest) throws InterruptedException {
		if (this.waiting.isEmpty()) {
			wait(longest.toMillis());
		}
	}

	private RefusedAttempt keptAs(RefusedAttempt attempt) {
		if (this.waiting.containsKey(attempt)) {
			return attempt;
		}
		Integer known = this.ofUser.get(attempt.user());
		if (known == null && this.ofUser.size() >= USERS) {
			return attempt.ofAnybody();
		}
		int count = this.ofUser.merge(attempt.user(), 1, Integer::sum);
		return (count <= APART_OF_USER) ? room(attempt) : attempt.ofUser();
	}

	private RefusedAttempt room(RefusedAttempt attempt) {
		if (this.waiting.size() < APART || this.waiting.containsKey(attempt)) {
			return attempt;
		}
		// One more for every user there can be, and then no more at all.
		RefusedAttempt whole = attempt.ofUser();
		return (this.waiting.size() < APART + USERS || this.waiting.containsKey(whole)) ? whole : attempt.ofAnybody();
	}

	private void put(Tally tally) {
		this.waiting.merge(tally.attempt(), tally, Tally::with);
	}

}
