package io.gendan.local.store;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** A part of a write: something is put, something goes, or everything in a space goes. */
final class Change {

	private final byte[] key;

	private final byte @Nullable [] value;

	private final byte @Nullable [] end;

	private Change(byte[] key, byte @Nullable [] value, byte @Nullable [] end) {
		this.key = key;
		this.value = value;
		this.end = end;
	}

	static Change put(byte[] key, byte[] value) {
		return new Change(key, value, null);
	}

	static Change remove(byte[] key) {
		return new Change(key, null, null);
	}

	static Change removeAll(Space space) {
		return new Change(space.start(), null, space.end());
	}

	byte[] key() {
		return this.key;
	}

	/** When everything from the key to here goes; null else. */
	byte @Nullable [] end() {
		return this.end;
	}

	void addTo(WriteBatch batch) throws RocksDBException {
		if (this.value != null) {
			batch.put(this.key, this.value);
		}
		else if (this.end != null) {
			batch.deleteRange(this.key, this.end);
		}
		else {
			batch.delete(this.key);
		}
	}

}
