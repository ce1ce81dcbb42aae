package io.gendan.messaging.rest;

import io.gendan.contract.Actor;
import io.gendan.stage.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Who calls and under which conditions: a controller method takes it as an argument.
 *
 * @param actor user of the access token, and the first of their roles that may take the
 * route
 * @param visibility whose orders the caller may see and touch on this route
 * @param idempotencyKey header {@code Idempotency-Key}, if sent
 * @param fingerprint of the body that came with the key, null if there is none
 * @param ifMatch header {@code If-Match}, if sent
 * @param traceparent W3C trace context of the request
 */
public record Call(Actor actor, Visibility visibility, @Nullable String idempotencyKey, @Nullable String fingerprint,
		@Nullable Long ifMatch, @Nullable String traceparent) {

	/**
	 * The same call by somebody who sees otherwise.
	 * @param other whose orders the caller may see and touch
	 * @return the call
	 */
	public Call seeing(Visibility other) {
		return new Call(this.actor, other, this.idempotencyKey, this.fingerprint, this.ifMatch, this.traceparent);
	}

	/**
	 * Whether the caller is a customer and nothing else, and so sees no internal facts.
	 * @return true for a customer
	 */
	public boolean byCustomer() {
		return this.actor.role().equals("customer");
	}

}
