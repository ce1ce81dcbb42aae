package io.gendan.messaging.privacy;

import java.time.Duration;

/** Something that is done again and again, so long after it was done last. */
final class Rhythm {

	private final long nanos;

	private long last;

	private Rhythm(long nanos, long last) {
		this.nanos = nanos;
		this.last = last;
	}

	/**
	 * A rhythm that begins now.
	 * @param period due for the first time when it is over
	 * @return the rhythm
	 */
	static Rhythm every(Duration period) {
		return new Rhythm(period.toNanos(), System.nanoTime());
	}

	/**
	 * A rhythm that is due at once.
	 * @param period due again when it is over
	 * @return the rhythm
	 */
	static Rhythm nowAndEvery(Duration period) {
		return new Rhythm(period.toNanos(), System.nanoTime() - period.toNanos());
	}

	boolean isDue() {
		return System.nanoTime() - this.last >= this.nanos;
	}

	void begin() {
		this.last = System.nanoTime();
	}

}
