package io.gendan.messaging.replay;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A replay of one event type for the stage of this service.
 *
 * @param type wire name with version
 * @param state how far it is
 * @param by who has asked for it
 * @param startedAt when
 * @param endedAt when it ended or was found interrupted, null while it runs
 * @param read records read so far
 * @param taken events of the type that the stage has taken now
 * @param known events of the type that it had already, or takes from its inbox
 * @param refused events of the type that could not be taken
 * @param failure why it failed, null if it has not
 */
public record TypeReplay(String type, State state, String by, Instant startedAt, @Nullable Instant endedAt, long read,
		long taken, long known, long refused, @Nullable String failure) {

	static TypeReplay started(String type, String by, Instant at) {
		return new TypeReplay(type, State.RUNNING, by, at, null, 0, 0, 0, 0, null);
	}

	TypeReplay read(long records, long takenNow, long knownNow, long refusedNow) {
		return new TypeReplay(this.type, this.state, this.by, this.startedAt, null, this.read + records,
				this.taken + takenNow, this.known + knownNow, this.refused + refusedNow, null);
	}

	TypeReplay ended(State how, Instant at, @Nullable String why) {
		return new TypeReplay(this.type, how, this.by, this.startedAt, at, this.read, this.taken, this.known,
				this.refused, why);
	}

	/** How far a replay is. */
	public enum State {

		/** It reads. */
		RUNNING,

		/** The stage has the history up to the end that the topic had at the start. */
		DONE,

		/** It ended before that; what was taken stays, and it can be asked for again. */
		FAILED,

		/**
		 * Its instance ended, or stood still, before the replay was complete; what was
		 * taken stays, and it can be asked for again.
		 */
		INTERRUPTED

	}

}
