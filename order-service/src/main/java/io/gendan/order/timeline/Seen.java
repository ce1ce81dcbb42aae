package io.gendan.order.timeline;

import java.util.Arrays;
import java.util.List;

/**
 * What a timeline has already, small enough to be remembered for many orders.
 *
 * @param version its version, 0 if there is none yet
 * @param bytes size of its entries
 * @param keys its events, see {@link Mark#key()}
 * @param hashes their hashes, in the same sequence
 */
record Seen(long version, long bytes, long[] keys, long[] hashes) {

	static final Seen NOTHING = new Seen(0, 0, new long[0], new long[0]);

	static Seen of(long version, long bytes, List<String> marks) {
		long[] keys = new long[marks.size()];
		long[] hashes = new long[marks.size()];
		for (int i = 0; i < keys.length; i++) {
			Mark mark = Mark.of(marks.get(i));
			keys[i] = mark.key();
			hashes[i] = mark.hash();
		}
		return new Seen(version, bytes, keys, hashes);
	}

	/**
	 * How many events it has.
	 * @return the number
	 */
	int size() {
		return this.keys.length;
	}

	/**
	 * Whether an event is there, and is the same.
	 * @param mark of the event
	 * @return what is known of it
	 */
	Knowledge knowledge(Mark mark) {
		long key = mark.key();
		for (int i = 0; i < this.keys.length; i++) {
			if (this.keys[i] == key) {
				return (this.hashes[i] == mark.hash() || this.hashes[i] == 0) ? Knowledge.SAME : Knowledge.OTHER;
			}
		}
		return Knowledge.NONE;
	}

	/**
	 * What it has with one event more.
	 * @param mark of the event
	 * @param size of its entry in bytes
	 * @return still in the same version
	 */
	Seen with(Mark mark, long size) {
		int count = this.keys.length;
		long[] moreKeys = Arrays.copyOf(this.keys, count + 1);
		long[] moreHashes = Arrays.copyOf(this.hashes, count + 1);
		moreKeys[count] = mark.key();
		moreHashes[count] = mark.hash();
		return new Seen(this.version, this.bytes + size, moreKeys, moreHashes);
	}

	/**
	 * What it is once it has been written.
	 * @return in the next version
	 */
	Seen written() {
		return new Seen(this.version + 1, this.bytes, this.keys, this.hashes);
	}

	/** Whether an event is known. */
	enum Knowledge {

		/** It is not there. */
		NONE,

		/** It is there. */
		SAME,

		/** Another one is there under its number. */
		OTHER

	}

}
