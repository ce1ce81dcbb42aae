package io.gendan.local.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index on the first of its fields. Documents without that field are not in
 * it. It only narrows down: whoever asks still checks each document.
 */
final class FieldIndex extends EmptyIndex<KeyValue> {

	private final String field;

	private final MVMap<KeyValue, Long> keys;

	FieldIndex(String name, List<IndexKey> fields, MVMap<KeyValue, Long> keys) {
		super(name, fields);
		this.field = fields.getFirst().getKey();
		this.keys = keys;
	}

	String field() {
		return this.field;
	}

	/** Positions of documents whose field may lie in the range, in the field's order. */
	List<KeyValue> positions(Range range) {
		var positions = new ArrayList<KeyValue>();
		var from = range.from();
		var cursor = this.keys.cursor((from != null) ? KeyType.key(from) : null);
		while (cursor.hasNext()) {
			var key = cursor.next();
			if (range.isBefore(key.get(0))) {
				break;
			}
			positions.add(new KeyValue(key.get(1)));
		}
		return positions;
	}

	@Override
	public void add(Document document, KeyValue position, MongoCollection<KeyValue> collection) {
		for (var value : values(document)) {
			this.keys.put(key(value, position), 0L);
		}
	}

	@Override
	public @Nullable KeyValue remove(Document document) {
		var position = KeyType.key(document.get("_id"));
		for (var value : values(document)) {
			this.keys.remove(key(value, position));
		}
		return null;
	}

	@Override
	public void updateInPlace(Document old, Document updated, KeyValue position, MongoCollection<KeyValue> collection) {
		var before = values(old);
		var after = values(updated);
		if (!before.equals(after)) {
			before.forEach((value) -> this.keys.remove(key(value, position)));
			after.forEach((value) -> this.keys.put(key(value, position), 0L));
		}
	}

	@Override
	public long getCount() {
		return this.keys.sizeAsLong();
	}

	@Override
	public long getDataSize() {
		return getCount();
	}

	private static KeyValue key(Object value, KeyValue position) {
		return KeyType.key(value, position.get(0));
	}

	private Set<Object> values(Document document) {
		var value = Utils.getSubdocumentValueCollectionAware(document, this.field);
		var values = new LinkedHashSet<>();
		if (value instanceof Collection<?> several) {
			values.addAll(several);
		}
		else {
			values.add(value);
		}
		values.removeIf(Missing::isNullOrMissing);
		return values;
	}

}
