package io.gendan.local.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Brings writes into the file. Requests that wait at the same moment share one commit,
 * and no commit falls into the middle of a request, so a document and its index entries
 * are always in the same one.
 */
final class Commits implements AutoCloseable {

	private final DocumentFile file;

	private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

	private final AtomicLong finished = new AtomicLong();

	private final Tidying tidying;

	private long committed;

	Commits(DocumentFile file) {
		this.file = file;
		this.tidying = new Tidying(file, this.lock.writeLock());
	}

	<T> T durably(Supplier<T> write) {
		T answer;
		long mine;
		this.lock.readLock().lock();
		try {
			answer = write.get();
		}
		finally {
			mine = this.finished.incrementAndGet();
			this.lock.readLock().unlock();
		}
		commit(mine);
		return answer;
	}

	private void commit(long wanted) {
		this.lock.writeLock().lock();
		try {
			if (this.committed < wanted) {
				long through = this.finished.get();
				this.file.commit();
				this.committed = through;
			}
		}
		finally {
			this.lock.writeLock().unlock();
		}
		this.tidying.afterCommit();
	}

	@Override
	public void close() {
		this.tidying.close();
	}

}
