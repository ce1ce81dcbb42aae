package io.gendan.local.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A part of the engine's key order that belongs to one collection's documents or to one
 * index. It goes by a number, so that what it belongs to can be renamed.
 */
final class Space {

	/** Where names are kept. */
	static final Space NAMES = new Space(0);

	/** Where it is kept what is to be known about each space. */
	static final Space STATES = new Space(1);

	static final int FIRST_FREE = 2;

	private final int number;

	private final AtomicLong count = new AtomicLong();

	private volatile boolean complete;

	private volatile boolean scattered;

	Space(int number) {
		this.number = number;
	}

	static Space of(int number, byte[] state) {
		var space = new Space(number);
		var buffer = ByteBuffer.wrap(state);
		space.count.set(buffer.getLong());
		space.complete = buffer.get() != 0;
		space.scattered = buffer.get() != 0;
		return space;
	}

	/** What is to be known, with so many documents more. */
	byte[] state(long more) {
		return ByteBuffer.allocate(Long.BYTES + 2)
			.putLong(this.count.get() + more)
			.put((byte) (this.complete ? 1 : 0))
			.put((byte) (this.scattered ? 1 : 0))
			.array();
	}

	byte[] stateKey() {
		return STATES.at(OrderedBytes.of(this.number));
	}

	int number() {
		return this.number;
	}

	long count() {
		return this.count.get();
	}

	void count(long more) {
		this.count.addAndGet(more);
	}

	/** Whether an index has been written to its end; else it says nothing. */
	boolean isComplete() {
		return this.complete;
	}

	void setComplete() {
		this.complete = true;
	}

	/**
	 * Whether some document stands at several places of an index, or at one that does not
	 * tell its order: such an index finds, but does not sort.
	 */
	boolean isScattered() {
		return this.scattered;
	}

	void setScattered() {
		this.scattered = true;
	}

	byte[] start() {
		return new OrderedBytes().number(this.number, Integer.BYTES).toArray();
	}

	byte[] end() {
		return new OrderedBytes().number(this.number + 1L, Integer.BYTES).toArray();
	}

	byte[] at(byte[] key) {
		return new OrderedBytes().number(this.number, Integer.BYTES).raw(key).toArray();
	}

	static Key within(byte[] fullKey) {
		return Key.at(Arrays.copyOfRange(fullKey, Integer.BYTES, fullKey.length));
	}

}
