package io.gendan.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The review of one order with all its rounds (REV-1, REV-4).
 *
 * @param order order number
 * @param placement what was placed last, null until something was
 * @param rounds all rounds, oldest first
 * @param cancelled whether the order has been cancelled
 * @param cancelling the latest request to give the confirmed order up, null before the
 * first (REV-6)
 */
public record Review(String order, @Nullable Placement placement, List<Round> rounds, boolean cancelled,
		@Nullable Cancelling cancelling) {

	public Review {
		rounds = List.copyOf(rounds);
	}

	static Review initial(String order) {
		return new Review(order, null, List.of(), false, null);
	}

	Review placed(Placement latest) {
		return new Review(this.order, latest, this.rounds, this.cancelled, this.cancelling);
	}

	/** A round that nobody decided gives way to the next: a newer content was placed. */
	Review opened(int number, Instant dueAt) {
		if (this.placement == null) {
			return this;
		}
		Round next = new Round(number, this.placement, dueAt, null, new Decision.Pending());
		return withRounds(Stream.concat(this.rounds.stream().map(Round::withdrawn), Stream.of(next)).toList());
	}

	Review decided(int number, Decision decision) {
		return change(number, (round) -> round.decided(decision));
	}

	Review overdue(int number, String escalatedTo) {
		return change(number, (round) -> round.escalated(escalatedTo));
	}

	Review withdrawn() {
		return new Review(this.order, this.placement, this.rounds.stream().map(Round::withdrawn).toList(), true,
				(this.cancelling != null) ? this.cancelling.to(Cancelling.State.DONE) : null);
	}

	Review with(@Nullable Cancelling latest) {
		return new Review(this.order, this.placement, this.rounds, this.cancelled, latest);
	}

	/**
	 * Where the review stands. An order is cancelled because it was rejected, too; then
	 * the rejection is what the review has to tell.
	 * @return the state
	 */
	public ReviewState state() {
		ReviewState latest = this.rounds.isEmpty() ? ReviewState.AWAITED : this.rounds.getLast().decision().state();
		return (this.cancelled && latest != ReviewState.REJECTED) ? ReviewState.WITHDRAWN : latest;
	}

	/**
	 * The round that waits for a reviewer.
	 * @return the open round, empty when the review is not open
	 */
	public Optional<Round> openRound() {
		return (state() == ReviewState.OPEN) ? Optional.of(this.rounds.getLast()) : Optional.empty();
	}

	/** Whether a placing calls for a review: a new round of an order that still lives. */
	boolean awaits(int round) {
		return !this.cancelled && (this.rounds.isEmpty() || round > this.rounds.getLast().number());
	}

	/** Whether a user entered any round: who wrote the first draft knows it too well. */
	boolean enteredBy(String user) {
		return this.rounds.stream().anyMatch((round) -> round.placement().enteredBy().equals(user));
	}

	private Review change(int number, UnaryOperator<Round> change) {
		return withRounds(
				this.rounds.stream().map((round) -> (round.number() == number) ? change.apply(round) : round).toList());
	}

	private Review withRounds(List<Round> changed) {
		return new Review(this.order, this.placement, changed, this.cancelled, this.cancelling);
	}

}
