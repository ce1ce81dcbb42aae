package io.gendan.order.timeline;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild of all timelines is, or how the last one of this instance ended.
 *
 * @param state what it does
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param read what it has read
 * @param compared what the comparison with the live timelines came to
 * @param failure what went wrong, if it failed
 */
record RebuildProgress(State state, @Nullable Instant startedAt, @Nullable Instant finishedAt, @JsonUnwrapped Read read,
		@JsonUnwrapped Compared compared, @Nullable String failure) {

	static final RebuildProgress NEVER = new RebuildProgress(State.IDLE, null, null, Read.NOTHING, Compared.NOT_YET,
			null);

	static RebuildProgress begun(Instant at) {
		return new RebuildProgress(State.READING, at, null, Read.NOTHING, Compared.NOT_YET, null);
	}

	RebuildProgress with(Read sofar) {
		return new RebuildProgress(this.state, this.startedAt, null, sofar, this.compared, null);
	}

	RebuildProgress with(StreamFindings.Report found) {
		return with(new Read(this.read.events(), this.read.eventsPerSecond(), found));
	}

	RebuildProgress with(State now, Compared result) {
		return new RebuildProgress(now, this.startedAt, null, this.read, result, null);
	}

	RebuildProgress ended(Instant at, @Nullable String why) {
		return new RebuildProgress((why != null) ? State.FAILED : State.DONE, this.startedAt, at, this.read,
				this.compared, why);
	}

	/** What a rebuild does. */
	enum State {

		IDLE, READING, COMPARING, SWAPPING, DONE, FAILED;

		boolean busy() {
			return this == READING || this == COMPARING || this == SWAPPING;
		}

	}

	/**
	 * What has been read of the topics.
	 *
	 * @param events events read
	 * @param eventsPerSecond events read and folded per second
	 * @param findings what is wrong with the stream
	 */
	record Read(long events, long eventsPerSecond, StreamFindings.Report findings) {

		static final Read NOTHING = new Read(0, 0, StreamFindings.Report.NOTHING);

	}

	/**
	 * What the comparison came to.
	 *
	 * @param orders orders rebuilt
	 * @param identical whether the rebuilt timelines equal the live ones byte for byte,
	 * and no two events of the stream have the same number; null until compared
	 * @param differentOrders how many orders differed
	 * @param different orders that differed, the first 100
	 * @param swapped whether the rebuilt timelines have taken the place of the live ones
	 * @param keptIn collection in which the timelines that are not live stay until the
	 * next rebuild, if they differ
	 */
	record Compared(long orders, @Nullable Boolean identical, long differentOrders, List<String> different,
			boolean swapped, @Nullable String keptIn) {

		static final Compared NOT_YET = new Compared(0, null, 0, List.of(), false, null);

		Compared kept(String collection) {
			return new Compared(this.orders, this.identical, this.differentOrders, this.different, false, collection);
		}

		Compared swappedIn(@Nullable String former) {
			return new Compared(this.orders, this.identical, this.differentOrders, this.different, true, former);
		}

	}

}
