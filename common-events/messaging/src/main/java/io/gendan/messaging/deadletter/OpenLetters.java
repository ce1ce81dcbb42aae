package io.gendan.messaging.deadletter;

import java.time.Duration;
import java.util.List;

import io.gendan.messaging.topic.TopicFollower;

/**
 * Enters all dead letters in the store and counts those nobody has looked after. It
 * follows the dead-letter topics from where any instance has come to, so that the count
 * is the same for all of them and outlives them.
 */
public final class OpenLetters extends TopicFollower {

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final Duration GLANCE = Duration.ofSeconds(1);

	private final List<String> topics;

	private final LetterReader reader;

	private final HandlingStore handlings;

	private volatile double count = Double.NaN;

	private long nextCount = System.nanoTime();

	/**
	 * A count that is not known yet.
	 * @param groups the consumer groups of this service
	 * @param reader reads letters
	 * @param handlings what has been done about them
	 */
	public OpenLetters(List<DeadLetterGroup> groups, LetterReader reader, HandlingStore handlings) {
		super("gendan-open-letters", PAUSE);
		this.topics = groups.stream().flatMap((group) -> group.deadTopics().stream()).toList();
		this.reader = reader;
		this.handlings = handlings;
	}

	/**
	 * The number of open letters.
	 * @return a number, not a number until broker and store have answered for the first
	 * time
	 */
	public double count() {
		return this.count;
	}

	@Override
	protected void follow() {
		this.handlings.createIndexes();
		this.reader.follow(this.topics, this.handlings.positions(), GLANCE, this::enter);
	}

	private void enter(List<StoredLetter> letters) {
		if (!letters.isEmpty()) {
			this.handlings.enter(letters);
		}
		if (this.nextCount - System.nanoTime() <= 0) {
			this.count = this.handlings.countOpen();
			this.nextCount = System.nanoTime() + PAUSE.toNanos();
		}
	}

}
