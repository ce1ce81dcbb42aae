package io.gendan.local.store;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets writes run side by side and confirms them together: whoever is done first commits
 * for everybody who is done by then. A commit never sees half a write.
 */
final class GroupCommit {

	private final Runnable commit;

	private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

	private final Object turn = new Object();

	private long finished;

	private long committed;

	GroupCommit(Runnable commit) {
		this.commit = commit;
	}

	/**
	 * Runs a write and returns once it is committed.
	 * @param <T> what the write answers
	 * @param work changes the store
	 * @return what {@code work} answered
	 */
	<T> T write(Supplier<T> work) {
		T answer;
		long ticket;
		this.lock.readLock().lock();
		try {
			answer = work.get();
			synchronized (this) {
				ticket = ++this.finished;
			}
		}
		finally {
			this.lock.readLock().unlock();
		}
		awaitCommit(ticket);
		return answer;
	}

	/**
	 * Runs {@code work} while no write and no commit is under way.
	 * @param work touches the whole store
	 */
	void alone(Runnable work) {
		this.lock.writeLock().lock();
		try {
			work.run();
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

	private void awaitCommit(long ticket) {
		synchronized (this.turn) {
			if (this.committed < ticket) {
				alone(this::commitAll);
			}
		}
	}

	private void commitAll() {
		long upTo;
		synchronized (this) {
			upTo = this.finished;
		}
		this.commit.run();
		this.committed = upTo;
	}

}
