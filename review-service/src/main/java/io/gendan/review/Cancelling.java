package io.gendan.review;

import java.util.Set;

import io.gendan.contract.Personal;
import io.gendan.contract.order.CancellationRequested;
import org.jspecify.annotations.Nullable;

/**
 * The latest request to give a confirmed order up, and what became of it (REV-6).
 *
 * @param attempt 1 for the first request of the order
 * @param requestedBy who asks
 * @param role the role in which they ask
 * @param reason why
 * @param effort what would be undone, and what that costs
 * @param state what the reviewer made of it
 */
public record Cancelling(int attempt, String requestedBy, String role, Personal reason, Effort effort, State state) {

	private static final Set<String> DECIDING = Set.of("sales-manager", "general-manager");

	static Cancelling of(CancellationRequested request) {
		return new Cancelling(request.attempt(), request.requestedBy(), request.role(), request.reason(),
				new Effort(request.cost(), request.work()), State.OPEN);
	}

	Cancelling to(State next) {
		return new Cancelling(this.attempt, this.requestedBy, this.role, this.reason, this.effort, next);
	}

	/** A manager who asks with all that has to be told decides in the same breath. */
	boolean decidedByAsking() {
		return DECIDING.contains(this.role) && this.effort.told(null);
	}

	/** Where a request to give an order up stands. */
	public enum State {

		/** Waits for a reviewer. */
		OPEN,

		/** The order may be given up. */
		APPROVED,

		/** The order goes on. */
		REJECTED,

		/** The goods had left before; nothing is left to decide. */
		OVERTAKEN,

		/** The order is cancelled. */
		DONE

	}

	/** The state after a fact about this very request. */
	static @Nullable Cancelling changed(@Nullable Cancelling latest, int attempt, State next) {
		return (latest != null && latest.attempt == attempt) ? latest.to(next) : latest;
	}

}
