package io.gendan.local.store;

import java.util.List;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;

/**
 * An index that begins with {@code _id}: nothing to enforce that {@code _id} does not,
 * and a look at {@code _id} finds as fast. It costs nothing.
 */
final class IdIndex extends EmptyIndex<Key> {

	IdIndex(String name, List<IndexKey> keys) {
		super(name, keys);
	}

	@Override
	public boolean isEmpty() {
		return false;
	}

}
