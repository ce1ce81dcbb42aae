package io.gendan.messaging.deadletter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest of many letters, so that a page never needs more memory than itself.
 */
final class NewestLetters {

	private static final Comparator<StoredLetter> AGE = Comparator.comparing(StoredLetter::failedAt)
		.thenComparing((letter) -> letter.id().toString());

	private final PriorityQueue<StoredLetter> newest = new PriorityQueue<>(AGE);

	private final @Nullable StoredLetter after;

	private final int limit;

	/**
	 * Nothing yet.
	 * @param after only letters older than this one count, null for all
	 * @param limit how many are kept
	 */
	NewestLetters(@Nullable StoredLetter after, int limit) {
		this.after = after;
		this.limit = limit;
	}

	void offer(StoredLetter letter) {
		if (this.after == null || AGE.compare(letter, this.after) < 0) {
			this.newest.add(letter);
			if (this.newest.size() > this.limit) {
				this.newest.remove();
			}
		}
	}

	List<StoredLetter> newestFirst() {
		List<StoredLetter> letters = new ArrayList<>(this.newest);
		letters.sort(AGE.reversed());
		return letters;
	}

}
