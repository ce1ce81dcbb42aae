package io.gendan.local.store;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksIterator;

/** What lies between two keys of the engine, in one direction or the other. */
final class Scan implements Positions {

	private final Engine engine;

	private final byte[] from;

	private final byte[] to;

	private final byte[] prefix;

	private final boolean index;

	private final boolean descending;

	private @Nullable RocksIterator iterator;

	private byte @Nullable [] last;

	private boolean ended;

	private Scan(Engine engine, byte[] from, byte[] to, byte[] prefix, boolean index, boolean descending) {
		this.engine = engine;
		this.from = from;
		this.to = to;
		this.prefix = prefix;
		this.index = index;
		this.descending = descending;
	}

	static Scan ofDocuments(Engine engine, byte[] from, byte[] to, byte[] prefix, boolean descending) {
		return new Scan(engine, from, to, prefix, false, descending);
	}

	/** An entry of an index has the document's place as its value. */
	static Scan ofIndex(Engine engine, byte[] from, byte[] to, byte[] prefix, boolean descending) {
		return new Scan(engine, from, to, prefix, true, descending);
	}

	@Override
	public @Nullable Key next() {
		if (this.ended) {
			return null;
		}
		if (this.iterator != null) {
			step(this.iterator);
			return current(this.iterator);
		}
		this.iterator = this.engine.iterator();
		if (this.last == null) {
			moveTo(this.iterator, this.descending ? this.to : this.from);
			if (this.descending && this.iterator.isValid() && Arrays.equals(this.iterator.key(), this.to)) {
				step(this.iterator);
			}
		}
		else {
			moveTo(this.iterator, this.last);
			if (this.iterator.isValid() && Arrays.equals(this.iterator.key(), this.last)) {
				step(this.iterator);
			}
		}
		return current(this.iterator);
	}

	@Override
	public @Nullable Key seek(Key least) {
		if (this.ended) {
			return null;
		}
		byte[] wanted = new OrderedBytes().raw(this.prefix).raw(least.bytes()).toArray();
		boolean outside = this.descending ? Arrays.compareUnsigned(wanted, this.to) >= 0
				: Arrays.compareUnsigned(wanted, this.from) < 0;
		if (outside) {
			return next();
		}
		if (this.iterator == null) {
			this.iterator = this.engine.iterator();
		}
		moveTo(this.iterator, wanted);
		return current(this.iterator);
	}

	@Override
	public void pause() {
		if (this.iterator != null) {
			this.iterator.close();
			this.iterator = null;
		}
	}

	private void moveTo(RocksIterator iterator, byte[] key) {
		if (this.descending) {
			iterator.seekForPrev(key);
		}
		else {
			iterator.seek(key);
		}
	}

	private void step(RocksIterator iterator) {
		if (this.descending) {
			iterator.prev();
		}
		else {
			iterator.next();
		}
	}

	private @Nullable Key current(RocksIterator iterator) {
		byte[] key = iterator.isValid() ? iterator.key() : null;
		boolean inside = key != null && (this.descending ? Arrays.compareUnsigned(key, this.from) >= 0
				: Arrays.compareUnsigned(key, this.to) < 0);
		if (key == null || !inside) {
			this.engine.check(iterator);
			this.ended = true;
			pause();
			return null;
		}
		this.last = key;
		return this.index ? Key.at(iterator.value()) : Space.within(key);
	}

}
