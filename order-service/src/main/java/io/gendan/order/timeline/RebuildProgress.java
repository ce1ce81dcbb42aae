package io.gendan.order.timeline;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild of all timelines is, or how the last one ended.
 *
 * @param state what it does
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param events events read
 * @param poison records that were no events, and are skipped
 * @param orders orders rebuilt
 * @param eventsPerSecond events read and folded per second
 * @param identical whether the rebuilt timelines equal the live ones byte for byte; null
 * until compared
 * @param different orders that differed, the first 100
 * @param failure what went wrong, if it failed
 */
record RebuildProgress(State state, @Nullable Instant startedAt, @Nullable Instant finishedAt, long events, long poison,
		long orders, long eventsPerSecond, @Nullable Boolean identical, List<String> different,
		@Nullable String failure) {

	static final RebuildProgress NEVER = new RebuildProgress(State.IDLE, null, null, 0, 0, 0, 0, null, List.of(), null);

	RebuildProgress read(long readEvents, long skipped, long perSecond) {
		return new RebuildProgress(State.READING, this.startedAt, null, readEvents, skipped, this.orders, perSecond,
				null, List.of(), null);
	}

	RebuildProgress comparing(long rebuiltOrders) {
		return new RebuildProgress(State.COMPARING, this.startedAt, null, this.events, this.poison, rebuiltOrders,
				this.eventsPerSecond, null, List.of(), null);
	}

	RebuildProgress swapping(List<String> differing) {
		return new RebuildProgress(State.SWAPPING, this.startedAt, null, this.events, this.poison, this.orders,
				this.eventsPerSecond, differing.isEmpty(), differing.stream().limit(100).toList(), null);
	}

	RebuildProgress done(Instant at) {
		return new RebuildProgress(State.DONE, this.startedAt, at, this.events, this.poison, this.orders,
				this.eventsPerSecond, this.identical, this.different, null);
	}

	RebuildProgress failed(Instant at, String why) {
		return new RebuildProgress(State.FAILED, this.startedAt, at, this.events, this.poison, this.orders,
				this.eventsPerSecond, this.identical, this.different, why);
	}

	static RebuildProgress begun(Instant at) {
		return new RebuildProgress(State.READING, at, null, 0, 0, 0, 0, null, List.of(), null);
	}

	/** What a rebuild does. */
	enum State {

		IDLE, READING, COMPARING, SWAPPING, DONE, FAILED;

		boolean busy() {
			return this == READING || this == COMPARING || this == SWAPPING;
		}

	}

}
