package io.gendan.messaging.rest;

import io.gendan.contract.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who calls and under which conditions: a controller method takes it as an argument.
 *
 * @param actor role and user of the access token
 * @param idempotencyKey header {@code Idempotency-Key}, if sent
 * @param ifMatch header {@code If-Match}, if sent
 * @param traceparent W3C trace context of the request
 */
public record Call(Actor actor, @Nullable String idempotencyKey, @Nullable Long ifMatch, @Nullable String traceparent) {
}
