package io.gendan.messaging.outbox;

import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.PublishedMark;

/**
 * How far the events of one order have come. After a failure nothing more leaves in this
 * flight, so that no event overtakes the failed one.
 */
final class Flight {

	private long version;

	private Head head = Head.NONE;

	private long sent;

	private long acknowledged;

	private boolean failed;

	private long settledVersion = -1;

	private long waitingSince = System.nanoTime();

	synchronized void written(long newVersion, Head newHead) {
		if (newHead.sequence() > this.head.sequence() && complete()) {
			this.waitingSince = System.nanoTime();
		}
		if (newVersion > this.version) {
			this.version = newVersion;
			this.head = newHead;
		}
	}

	synchronized boolean mayLeave(long sequence) {
		if (this.failed || sequence <= this.sent) {
			return false;
		}
		this.sent = sequence;
		return true;
	}

	synchronized void acknowledge(long sequence) {
		if (!this.failed) {
			this.acknowledged = Math.max(this.acknowledged, sequence);
		}
	}

	synchronized void fail() {
		this.failed = true;
	}

	synchronized boolean failed() {
		return this.failed;
	}

	synchronized boolean complete() {
		return this.acknowledged >= this.head.sequence();
	}

	/**
	 * How long the oldest unacknowledged event has been waiting.
	 * @return nanoseconds
	 */
	synchronized long age() {
		return complete() ? 0 : System.nanoTime() - this.waitingSince;
	}

	synchronized long acknowledged() {
		return this.acknowledged;
	}

	synchronized void settle(long markedVersion) {
		this.settledVersion = markedVersion;
	}

	/**
	 * Whether everything is marked in the store.
	 * @return true if nothing has been written since the mark
	 */
	synchronized boolean settled() {
		return this.settledVersion == this.version;
	}

	synchronized PublishedMark mark(String order) {
		return new PublishedMark(order, this.version, this.head);
	}

}
