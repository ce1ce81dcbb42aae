package io.gendan.local.store;

import java.nio.ByteBuffer;
import java.util.List;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keys of documents and indexes: lists of values in MongoDB's order. A single text, the
 * usual key, takes a short way.
 */
final class KeyType extends BasicDataType<KeyValue> {

	private static final int TEXT = 0;

	private static final int VALUES = 1;

	private static final int USUAL_BYTES = 160;

	static KeyValue key(@Nullable Object... values) {
		return new KeyValue(values).normalized();
	}

	@Override
	public int compare(KeyValue one, KeyValue other) {
		int shared = Math.min(one.size(), other.size());
		for (int i = 0; i < shared; i++) {
			int order = compareValues(one.get(i), other.get(i));
			if (order != 0) {
				return order;
			}
		}
		return Integer.compare(one.size(), other.size());
	}

	static int compareValues(@Nullable Object one, @Nullable Object other) {
		if (one instanceof String text && other instanceof String otherText) {
			return text.compareTo(otherText);
		}
		return ValueComparator.ascWithoutListHandling().compare(one, other);
	}

	@Override
	public int getMemory(KeyValue key) {
		return USUAL_BYTES;
	}

	@Override
	public void write(WriteBuffer buffer, KeyValue key) {
		if (key.size() == 1 && key.get(0) instanceof String text) {
			buffer.put((byte) TEXT);
			StringDataType.INSTANCE.write(buffer, text);
			return;
		}
		var bytes = Bson.encode(new Document("k", key.stream().toList()));
		buffer.put((byte) VALUES).putVarInt(bytes.length).put(bytes);
	}

	@Override
	public KeyValue read(ByteBuffer buffer) {
		if (buffer.get() == TEXT) {
			return new KeyValue(StringDataType.INSTANCE.read(buffer));
		}
		var bytes = new byte[DataUtils.readVarInt(buffer)];
		buffer.get(bytes);
		return new KeyValue((List<?>) Bson.decode(bytes).get("k"));
	}

	@Override
	public KeyValue[] createStorage(int size) {
		return new KeyValue[size];
	}

}
