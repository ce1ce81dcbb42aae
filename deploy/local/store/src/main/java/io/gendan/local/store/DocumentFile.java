package io.gendan.local.store;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.backend.KeyValue;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;

/**
 * The one file under all databases: a map of documents per collection and a map of keys
 * per index, by name.
 */
final class DocumentFile implements AutoCloseable {

	private static final int CACHE_MEGABYTES = 64;

	private static final int PAGE_BYTES = 4096;

	private static final int RETENTION_MILLIS = 2000;

	private static final String DOCUMENTS = "documents/";

	private static final String INDEX = "index/";

	private static final KeyType KEYS = new KeyType();

	private final MVStore store;

	private DocumentFile(MVStore store) {
		this.store = store;
	}

	static DocumentFile inMemory() {
		return new DocumentFile(new MVStore.Builder().autoCommitDisabled().open());
	}

	static DocumentFile at(Path file) {
		var store = new MVStore.Builder().fileName(file.toString())
			.cacheSize(CACHE_MEGABYTES)
			.pageSplitSize(PAGE_BYTES)
			.autoCommitDisabled()
			.open();
		// Against a torn disk the default keeps what is overwritten for 45 s; here
		// readers are what is waited for, and a process that ends loses nothing it wrote.
		store.setRetentionTime(RETENTION_MILLIS);
		return new DocumentFile(store);
	}

	MVMap<KeyValue, StoredDocument> documents(String collection) {
		return open(DOCUMENTS + collection, new StoredDocument.Type());
	}

	MVMap<KeyValue, KeyValue> uniqueKeys(String collection, String index) {
		return open(indexName(collection, index), KEYS);
	}

	MVMap<KeyValue, Long> keys(String collection, String index) {
		return open(indexName(collection, index), LongDataType.INSTANCE);
	}

	Set<String> databases() {
		return this.store.getMapNames()
			.stream()
			.filter((name) -> name.startsWith(DOCUMENTS))
			.map((name) -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
			.collect(Collectors.toSet());
	}

	void rename(String collection, String renamed) {
		for (var name : this.store.getMapNames()) {
			if (name.equals(DOCUMENTS + collection)) {
				this.store.renameMap(opened(name), DOCUMENTS + renamed);
			}
			else if (name.startsWith(indexName(collection, ""))) {
				var index = name.substring(indexName(collection, "").length());
				this.store.renameMap(opened(name), indexName(renamed, index));
			}
		}
	}

	void remove(String collection) {
		this.store.removeMap(DOCUMENTS + collection);
	}

	void removeIndex(String collection, String index) {
		this.store.removeMap(indexName(collection, index));
	}

	/**
	 * Reads while the pages of this moment stay in the file, whatever is written
	 * meanwhile.
	 */
	<T> T reading(Supplier<T> read) {
		var version = this.store.registerVersionUsage();
		try {
			return read.get();
		}
		finally {
			this.store.deregisterVersionUsage(version);
		}
	}

	void commit() {
		this.store.commit();
	}

	/** Moves what is still valid out of mostly outdated parts; true when it did. */
	boolean tidy(int wantedFillRate, int bytes) {
		return this.store.compact(wantedFillRate, bytes);
	}

	long size() {
		var file = this.store.getFileStore();
		return (file != null) ? file.size() : 0;
	}

	@Override
	public void close() {
		this.store.close();
	}

	private <V> MVMap<KeyValue, V> open(String name, DataType<V> values) {
		return this.store.openMap(name, builder(values));
	}

	private MVMap<?, ?> opened(String name) {
		return this.store.openMap(name, new MVMap.Builder<>());
	}

	private static <V> MVMap.Builder<KeyValue, V> builder(DataType<V> values) {
		return new MVMap.Builder<KeyValue, V>().keyType(KEYS).valueType(values);
	}

	private static String indexName(String collection, String index) {
		return INDEX + collection + "/" + index;
	}

}
