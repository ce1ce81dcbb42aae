package io.gendan.messaging;

import io.gendan.stage.Refusal;

/**
 * What became of a command.
 *
 * @param <S> the state of the stage
 */
public sealed interface CommandResult<S> {

	/**
	 * Carried out; the events are safe.
	 *
	 * @param order the order afterwards
	 * @param replayed true if the idempotency key had already taken effect before
	 * @param <S> the state of the stage
	 */
	record Done<S>(OrderSnapshot<S> order, boolean replayed) implements CommandResult<S> {
	}

	/**
	 * Refused; nothing has changed.
	 *
	 * @param refusal why
	 * @param <S> the state of the stage
	 */
	record Refused<S>(Refusal refusal) implements CommandResult<S> {
	}

	/**
	 * Not carried out for a reason that is not the stage's decision; nothing has changed.
	 *
	 * @param failure what was thrown
	 * @param <S> the state of the stage
	 */
	record Failed<S>(RuntimeException failure) implements CommandResult<S> {
	}

}
