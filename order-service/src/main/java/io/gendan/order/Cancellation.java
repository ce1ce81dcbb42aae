package io.gendan.order;

import io.gendan.contract.order.CancellationRequested;

/**
 * The latest request to give a confirmed order up (ORD-11).
 *
 * @param request what was asked for
 * @param step how far it has come
 */
public record Cancellation(CancellationRequested request, Step step) {

	Cancellation to(Step next) {
		return new Cancellation(this.request, next);
	}

	/** A verdict of the review counts only for the request it was given on. */
	Cancellation decided(int attempt, Step verdict) {
		return (this.step == Step.REQUESTED && this.request.attempt() == attempt) ? to(verdict) : this;
	}

	/** Logistics answers the request it was told to stop for, and no later one. */
	Cancellation stopped(int attempt) {
		return (this.request.attempt() == attempt) ? to(Step.STOPPED) : this;
	}

	/** Whether it can still take effect. */
	boolean pending() {
		return switch (this.step) {
			case REQUESTED, APPROVED, STOP_ORDERED, STOPPED -> true;
			case REJECTED, OVERTAKEN -> false;
		};
	}

	/** How far a request has come. */
	public enum Step {

		/** The review has to decide. */
		REQUESTED,

		/** The review agrees. */
		APPROVED,

		/** Logistics is told that nothing may leave any more. */
		STOP_ORDERED,

		/** Logistics has answered that nothing has left. */
		STOPPED,

		/** The review does not agree; the order goes on. */
		REJECTED,

		/** The goods were quicker; the order goes on. */
		OVERTAKEN

	}

}
