package io.gendan.local.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB under all databases: one order of keys, one log. What one write changes is in
 * the log as a whole before the write returns, so it is there again, or not at all, after
 * the process was killed.
 */
final class Engine implements AutoCloseable {

	private static final int MOST_DECODED = 20_000;

	private static final int STORE_FAILED = 14031;

	private final EngineSettings settings;

	private final RocksDB rocks;

	private final WriteOptions toTheLog = new WriteOptions();

	/**
	 * Documents as they were decoded last, at hand until the next collection of garbage:
	 * who reads an order mostly writes it next.
	 */
	private final Cache<Key, StoredDocument> recent = Caffeine.newBuilder()
		.executor(Runnable::run)
		.maximumSize(MOST_DECODED)
		.weakValues()
		.build();

	private final ThreadLocal<@Nullable List<Change>> group = new ThreadLocal<>();

	private final DiskHealth health = new DiskHealth();

	private final LongAdder looked = new LongAdder();

	private Engine(EngineSettings settings, Path place) {
		this.settings = settings;
		try {
			this.rocks = RocksDB.open(settings.options(), place.toString());
		}
		catch (RocksDBException ex) {
			settings.close();
			throw new IllegalStateException(
					"the documents in %s cannot be opened: %s".formatted(place, ex.getMessage()), ex);
		}
	}

	static Engine inMemory() {
		return new Engine(EngineSettings.inMemory(), Path.of("/documents"));
	}

	/** In a folder that has one for the documents and one for what reads them. */
	static Engine at(Path directory) {
		NativeLibrary.loadFrom(directory.resolve("library"));
		return new Engine(EngineSettings.onDisk(), directory.resolve("documents"));
	}

	byte @Nullable [] get(byte[] key) {
		try {
			return this.rocks.get(key);
		}
		catch (RocksDBException ex) {
			throw failed(ex);
		}
	}

	@Nullable StoredDocument document(Key key, Function<Key, @Nullable StoredDocument> load) {
		this.looked.increment();
		return this.recent.get(key, load);
	}

	/** How many documents were looked at, by queries and by writes. */
	long looked() {
		return this.looked.sum();
	}

	/** To be told after the write of a document: what is remembered is never older. */
	void remember(Key key, @Nullable StoredDocument document) {
		if (document != null) {
			this.recent.put(key, document);
		}
		else {
			this.recent.invalidate(key);
		}
	}

	RocksIterator iterator() {
		return this.rocks.newIterator();
	}

	void check(RocksIterator iterator) {
		try {
			iterator.status();
		}
		catch (RocksDBException ex) {
			throw failed(ex);
		}
	}

	/** Writes all changes or none. */
	void write(List<Change> changes) {
		var wider = this.group.get();
		if (wider != null) {
			wider.addAll(changes);
			return;
		}
		this.health.begun();
		try (var batch = new WriteBatch()) {
			for (var change : changes) {
				change.addTo(batch);
			}
			this.rocks.write(this.toTheLog, batch);
			this.health.succeeded();
		}
		catch (RocksDBException ex) {
			throw failed(ex);
		}
		finally {
			this.health.ended();
		}
	}

	/** Everything that the work writes is written at its end, as a whole. */
	<T> T together(Supplier<T> work) {
		if (this.group.get() != null) {
			return work.get();
		}
		var everything = new ArrayList<Change>();
		this.group.set(everything);
		T result;
		try {
			result = work.get();
		}
		finally {
			this.group.remove();
		}
		write(everything);
		everything.forEach(this::winBack);
		return result;
	}

	/** The room of what has gone as a whole is not left to the next tidying. */
	private void winBack(Change change) {
		var end = change.end();
		if (end != null) {
			try {
				this.rocks.deleteFilesInRanges(this.rocks.getDefaultColumnFamily(), List.of(change.key(), end), false);
			}
			catch (RocksDBException ex) {
				throw failed(ex);
			}
		}
	}

	/** Why writes do not succeed at present; null when they do, which is tried. */
	@Nullable String trouble() {
		if (this.health.isStuck()) {
			return "the disk does not answer";
		}
		if (this.health.failure() != null) {
			try {
				write(List.of(Change.remove(Space.NAMES.start())));
			}
			catch (MongoServerError ex) {
				return ex.getMessageWithoutErrorCode();
			}
		}
		return null;
	}

	DiskHealth health() {
		return this.health;
	}

	long size() {
		return this.settings.bytesOfFiles();
	}

	private MongoServerError failed(RocksDBException ex) {
		var message = "the disk refuses: " + ex.getMessage();
		this.health.failed(message);
		return new MongoServerError(STORE_FAILED, "OutOfDiskSpace", message, ex);
	}

	@Override
	public void close() {
		this.rocks.close();
		this.toTheLog.close();
		this.settings.close();
	}

}
