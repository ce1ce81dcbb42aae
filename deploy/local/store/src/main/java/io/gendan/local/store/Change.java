package io.gendan.local.store;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * A part of a write.
 *
 * @param key where
 * @param value what is put there, null when something goes
 * @param end when everything from the key to here goes, null when only the key does
 */
record Change(byte[] key, byte @Nullable [] value, byte @Nullable [] end) {

	static Change put(byte[] key, byte[] value) {
		return new Change(key, value, null);
	}

	static Change remove(byte[] key) {
		return new Change(key, null, null);
	}

	static Change removeAll(Space space) {
		return new Change(space.start(), null, space.end());
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
