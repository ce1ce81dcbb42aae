package io.gendan.messaging;

import io.gendan.contract.Actor;
import io.gendan.stage.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A command on one order, with who asks and under which conditions.
 *
 * @param order order number
 * @param command what is asked for
 * @param actor who asks
 * @param visibility whose orders the caller may touch; any other does not exist for them
 * @param idempotencyKey the same key on the same order takes effect once, null for no
 * protection
 * @param fingerprint tells what was asked for from anything else, as the caller said it
 * and before anything was added to it; a key that comes again with another one is
 * refused. Null if the key tells enough
 * @param ifMatch the version the caller has seen, null to take any
 * @param traceparent W3C trace context, if there is one
 * @param <C> the commands of the stage
 */
public record CommandRequest<C>(String order, C command, Actor actor, Visibility visibility,
		@Nullable String idempotencyKey, @Nullable String fingerprint, @Nullable Long ifMatch,
		@Nullable String traceparent) {

	/**
	 * A request of the house itself, on any order and without conditions.
	 * @param order order number
	 * @param command what is asked for
	 * @param actor who asks
	 * @param <C> the commands of the stage
	 * @return the request
	 */
	public static <C> CommandRequest<C> of(String order, C command, Actor actor) {
		return new CommandRequest<>(order, command, actor, Visibility.EVERYTHING, null, null, null, null);
	}

}
