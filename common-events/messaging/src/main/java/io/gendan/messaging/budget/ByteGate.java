package io.gendan.messaging.budget;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in no more bytes at once than a budget has. Who finds too little left waits a
 * while, in the order of arrival.
 */
public final class ByteGate {

	/**
	 * Bytes are counted in pieces, since more of them may be free than an int can hold.
	 */
	private static final long PIECE = 256;

	private final int pieces;

	private final Semaphore free;

	private final Duration patience;

	/**
	 * A gate that is open.
	 * @param budget how much may be inside at once
	 * @param patience how long somebody waits before they are sent away
	 */
	public ByteGate(ByteBudget budget, Duration patience) {
		this.pieces = pieces(budget.bytes());
		this.free = new Semaphore(this.pieces, true);
		this.patience = patience;
	}

	/**
	 * Lets somebody in, with as much as they want or, alone, with all there is.
	 * @param bytes how much they bring at the most
	 * @return what {@link #leave} must be told afterwards, 0 if they bring nothing
	 * @throws GateClosedException if too little has become free in time; nothing has been
	 * taken then
	 */
	public int enter(long bytes) {
		int wanted = Math.min(pieces(bytes), this.pieces);
		try {
			if (wanted > 0 && !this.free.tryAcquire(wanted, this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new GateClosedException();
			}
			return wanted;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new GateClosedException();
		}
	}

	/**
	 * Somebody goes, and their bytes with them.
	 * @param entered what {@link #enter} has answered
	 */
	public void leave(int entered) {
		this.free.release(entered);
	}

	private static int pieces(long bytes) {
		return (int) Math.min(Integer.MAX_VALUE, (bytes + PIECE - 1) / PIECE);
	}

}
