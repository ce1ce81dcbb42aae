package io.gendan.local.store;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.Env;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksMemEnv;
import org.rocksdb.SstFileManager;

/** How RocksDB is set: for one small machine, with memory that does not grow. */
final class EngineSettings implements AutoCloseable {

	private static final int MEGABYTE = 1024 * 1024;

	private static final int CACHE_BYTES = 32 * MEGABYTE;

	private static final int BLOCK_BYTES = 16 * 1024;

	private static final int BLOOM_BITS = 10;

	private static final int OPEN_FILES = 256;

	private final List<AutoCloseable> parts = new ArrayList<>();

	private final Options options;

	private final SstFileManager files;

	private EngineSettings(@Nullable Env memory, int bufferBytes) {
		var environment = (memory != null) ? part(memory) : Env.getDefault();
		try {
			this.files = part(new SstFileManager(environment));
		}
		catch (RocksDBException ex) {
			throw new IllegalStateException(ex);
		}
		var table = new BlockBasedTableConfig().setBlockCache(part(new LRUCache(CACHE_BYTES)))
			.setBlockSize(BLOCK_BYTES)
			.setFilterPolicy(part(new BloomFilter(BLOOM_BITS)))
			.setCacheIndexAndFilterBlocks(true);
		this.options = part(new Options()).setCreateIfMissing(true)
			.setEnv(environment)
			.setSstFileManager(this.files)
			.setTableFormatConfig(table)
			// A thread that waits for another's write would spin meanwhile.
			.setEnableWriteThreadAdaptiveYield(false)
			.setWriteBufferSize(bufferBytes)
			.setMaxWriteBufferNumber(2)
			.setLevel0FileNumCompactionTrigger(6)
			.setMaxTotalWalSize(3L * bufferBytes)
			.setTargetFileSizeBase(bufferBytes)
			.setLevelCompactionDynamicLevelBytes(true)
			.setCompressionType(CompressionType.LZ4_COMPRESSION)
			.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
			.setMaxOpenFiles(OPEN_FILES)
			.setMaxBackgroundJobs(2)
			.setStatsDumpPeriodSec(0)
			.setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
			.setKeepLogFileNum(2);
	}

	static EngineSettings onDisk() {
		return new EngineSettings(null, 32 * MEGABYTE);
	}

	/** Small buffers: what is written stays in memory twice. */
	static EngineSettings inMemory() {
		RocksDB.loadLibrary();
		return new EngineSettings(new RocksMemEnv(Env.getDefault()), 4 * MEGABYTE);
	}

	Options options() {
		return this.options;
	}

	long bytesOfFiles() {
		return this.files.getTotalSize();
	}

	private <T extends AutoCloseable> T part(T part) {
		this.parts.add(part);
		return part;
	}

	@Override
	public void close() {
		for (var part : this.parts.reversed()) {
			try {
				part.close();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

}
