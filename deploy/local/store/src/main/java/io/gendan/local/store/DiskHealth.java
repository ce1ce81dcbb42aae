package io.gendan.local.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** Whether the disk takes writes, as the last and the present ones tell. */
final class DiskHealth {

	private static final int STUCK_MILLIS = 2000;

	private final Map<Thread, Long> writing = new ConcurrentHashMap<>();

	private volatile @Nullable String failure;

	void begun() {
		this.writing.put(Thread.currentThread(), System.nanoTime());
	}

	void succeeded() {
		this.failure = null;
	}

	void failed(String reason) {
		this.failure = reason;
	}

	void ended() {
		this.writing.remove(Thread.currentThread());
	}

	/** Why the last write did not succeed; null when it did. */
	@Nullable String failure() {
		return this.failure;
	}

	/** Whether a write has been waiting for longer than a disk that works lets it. */
	boolean isStuck() {
		return longestWriteMillis() > STUCK_MILLIS;
	}

	/** How long the slowest of the present writes has been waiting for the disk. */
	long longestWriteMillis() {
		long now = System.nanoTime();
		return TimeUnit.NANOSECONDS
			.toMillis(this.writing.values().stream().mapToLong((start) -> now - start).max().orElse(0));
	}

}
