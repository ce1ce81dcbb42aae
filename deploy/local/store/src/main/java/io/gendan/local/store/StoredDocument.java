package io.gendan.local.store;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;

import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * A document as it lies in the file: bytes, so that a page is written and read without
 * looking at documents that nobody asked for. The decoded form, never changed, is at hand
 * until the next collection of garbage: who reads an order mostly writes it next.
 */
final class StoredDocument {

	private final byte[] bytes;

	private @Nullable WeakReference<Document> decoded;

	private StoredDocument(byte[] bytes, @Nullable Document document) {
		this.bytes = bytes;
		this.decoded = (document != null) ? new WeakReference<>(document) : null;
	}

	static StoredDocument of(Document document) {
		return new StoredDocument(Bson.encode(document), document);
	}

	int size() {
		return this.bytes.length;
	}

	Document document() {
		var reference = this.decoded;
		var known = (reference != null) ? reference.get() : null;
		if (known != null) {
			return known;
		}
		var document = Bson.decode(this.bytes);
		this.decoded = new WeakReference<>(document);
		return document;
	}

	/** How the file writes and reads it. */
	static final class Type extends BasicDataType<StoredDocument> {

		private static final int OBJECT_BYTES = 96;

		@Override
		public int getMemory(StoredDocument document) {
			return document.bytes.length + OBJECT_BYTES;
		}

		@Override
		public void write(WriteBuffer buffer, StoredDocument document) {
			buffer.putVarInt(document.bytes.length).put(document.bytes);
		}

		@Override
		public StoredDocument read(ByteBuffer buffer) {
			var bytes = new byte[DataUtils.readVarInt(buffer)];
			buffer.get(bytes);
			return new StoredDocument(bytes, null);
		}

		@Override
		public StoredDocument[] createStorage(int size) {
			return new StoredDocument[size];
		}

	}

}
