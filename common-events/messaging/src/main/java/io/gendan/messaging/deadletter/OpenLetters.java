package io.gendan.messaging.deadletter;

import java.time.Duration;
import java.util.List;

import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Enters all dead letters in the store and counts those nobody has looked after. It
 * follows the dead-letter topics from where any instance has come to, so that the count
 * is the same for all of them and outlives them.
 */
public final class OpenLetters implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OpenLetters.class);

	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final Duration GLANCE = Duration.ofSeconds(1);

	private final List<String> topics;

	private final LetterReader reader;

	private final HandlingStore handlings;

	private volatile Thread thread = new Thread();

	private volatile boolean running;

	private volatile double count = Double.NaN;

	private long nextCount = System.nanoTime();

	/**
	 * A count that is not known yet.
	 * @param groups the consumer groups of this service
	 * @param reader reads letters
	 * @param handlings what has been done about them
	 */
	public OpenLetters(List<DeadLetterGroup> groups, LetterReader reader, HandlingStore handlings) {
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
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().daemon().name("gendan-open-letters").start(this::follow);
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.interrupt();
		try {
			this.thread.join(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void follow() {
		while (this.running) {
			try {
				this.handlings.createIndexes();
				this.reader.follow(this.topics, this.handlings.positions(), GLANCE, this::enter);
				Thread.sleep(PAUSE);
			}
			catch (InterruptException | InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (RuntimeException ex) {
				log.warn("The open dead letters cannot be counted at the moment: {}", ex.toString());
				if (!pause()) {
					return;
				}
			}
		}
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

	private static boolean pause() {
		try {
			Thread.sleep(PAUSE);
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
