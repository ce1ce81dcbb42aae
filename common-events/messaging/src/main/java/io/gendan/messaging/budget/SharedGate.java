package io.gendan.messaging.budget;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets in no more bytes at once than a budget has, and of nobody more than a part of
 * them: whoever keeps what they have taken keeps out themselves and not the others.
 */
public final class SharedGate {

	/** So much of the budget is one caller's at the most. */
	private static final int PART = 4;

	private final ByteGate all;

	private final ByteBudget share;

	private final Duration patience;

	/** Of those who are inside or wait; nobody else is remembered. */
	private final Map<String, Share> shares = new ConcurrentHashMap<>();

	/**
	 * A gate that is open.
	 * @param budget how much may be inside at once
	 * @param largest what somebody brings at the most, in bytes; a share is never less
	 * @param patience how long somebody waits for their own share, and again for room
	 * among all, before they are sent away
	 */
	public SharedGate(ByteBudget budget, long largest, Duration patience) {
		this.all = new ByteGate(budget, patience);
		this.share = new ByteBudget(Math.max(largest, budget.bytes() / PART));
		this.patience = patience;
	}

	/**
	 * Lets somebody in.
	 * @param caller who they are
	 * @param bytes how much they bring at the most
	 * @return what {@link #leave} must be told afterwards
	 * @throws GateClosedException if too little has become free in time; nothing has been
	 * taken then
	 */
	public Pass enter(String caller, long bytes) {
		Share own = this.shares.compute(caller, (key, known) -> ((known != null) ? known : newShare()).plus(1));
		int ofOwn = 0;
		try {
			ofOwn = own.gate().enter(bytes);
			return new Pass(caller, ofOwn, this.all.enter(bytes));
		}
		catch (GateClosedException ex) {
			leave(caller, ofOwn);
			throw ex;
		}
	}

	/**
	 * Somebody goes, and their bytes with them.
	 * @param pass what {@link #enter} has answered
	 */
	public void leave(Pass pass) {
		this.all.leave(pass.ofAll());
		leave(pass.caller(), pass.ofOwn());
	}

	private void leave(String caller, int ofOwn) {
		this.shares.computeIfPresent(caller, (key, share) -> {
			share.gate().leave(ofOwn);
			return (share.users() > 1) ? share.plus(-1) : null;
		});
	}

	private Share newShare() {
		return new Share(new ByteGate(this.share, this.patience), 0);
	}

	/**
	 * What somebody has taken.
	 *
	 * @param caller who they are
	 * @param ofOwn of their share
	 * @param ofAll of the whole
	 */
	public record Pass(String caller, int ofOwn, int ofAll) {
	}

	/** What one caller shares among their requests, so many at present. */
	private record Share(ByteGate gate, int users) {

		Share plus(int more) {
			return new Share(this.gate, this.users + more);
		}

	}

}
