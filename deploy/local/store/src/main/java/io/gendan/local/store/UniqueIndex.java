package io.gendan.local.store;

import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index, enforced on every write. */
final class UniqueIndex extends AbstractUniqueIndex<KeyValue> {

	private final MVMap<KeyValue, KeyValue> positions;

	UniqueIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<KeyValue, KeyValue> positions) {
		super(name, keys, sparse);
		this.positions = positions;
	}

	@Override
	protected @Nullable KeyValue removeDocument(KeyValue key) {
		return this.positions.remove(key);
	}

	@Override
	protected boolean putKeyPosition(KeyValue key, KeyValue position) {
		return this.positions.putIfAbsent(key, position) == null;
	}

	@Override
	protected Iterable<Map.Entry<KeyValue, KeyValue>> getIterable() {
		return this.positions.entrySet();
	}

	@Override
	protected @Nullable KeyValue getPosition(KeyValue key) {
		return this.positions.get(key);
	}

	@Override
	public long getCount() {
		return this.positions.sizeAsLong();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

}
