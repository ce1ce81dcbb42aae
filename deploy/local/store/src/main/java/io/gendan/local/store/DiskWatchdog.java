package io.gendan.local.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a store whose disk does not answer any more, as MongoDB's own watchdog does:
 * whoever waits for an answer gets an error instead of waiting for good.
 */
final class DiskWatchdog implements AutoCloseable {

	private static final Logger LOGGER = LoggerFactory.getLogger(DiskWatchdog.class);

	private static final int PATIENCE_MILLIS = 60_000;

	private final LongSupplier longestWriteMillis;

	private final Runnable end;

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
		var thread = new Thread(task, "store-disk-watchdog");
		thread.setDaemon(true);
		return thread;
	});

	DiskWatchdog(LongSupplier longestWriteMillis, Runnable end) {
		this.longestWriteMillis = longestWriteMillis;
		this.end = end;
	}

	DiskWatchdog start() {
		this.thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
		return this;
	}

	void look() {
		if (this.longestWriteMillis.getAsLong() > PATIENCE_MILLIS) {
			LOGGER.error("a write has waited for the disk for {} s: the store ends / 磁盘超过 {} 秒没有响应：存储退出",
					PATIENCE_MILLIS / 1000, PATIENCE_MILLIS / 1000);
			this.end.run();
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
