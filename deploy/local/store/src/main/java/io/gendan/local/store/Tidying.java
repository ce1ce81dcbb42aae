package io.gendan.local.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;

/**
 * Wins back the room of outdated pages, a little at a time and only for a while after
 * there were writes: an idle store does nothing.
 */
final class Tidying implements AutoCloseable {

	private static final int PAUSE_MILLIS = 500;

	private static final int FILL_RATE_PERCENT = 50;

	private static final int BYTES_AT_A_TIME = 4 * 1024 * 1024;

	private final DocumentFile file;

	private final Lock exclusive;

	private final AtomicBoolean planned = new AtomicBoolean();

	private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor((task) -> {
		var thread = new Thread(task, "store-tidying");
		thread.setDaemon(true);
		return thread;
	});

	Tidying(DocumentFile file, Lock exclusive) {
		this.file = file;
		this.exclusive = exclusive;
	}

	void afterCommit() {
		if (this.planned.compareAndSet(false, true)) {
			this.thread.schedule(this::tidy, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	private void tidy() {
		this.planned.set(false);
		boolean more;
		this.exclusive.lock();
		try {
			more = this.file.tidy(FILL_RATE_PERCENT, BYTES_AT_A_TIME);
		}
		finally {
			this.exclusive.unlock();
		}
		if (more) {
			afterCommit();
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
	}

}
