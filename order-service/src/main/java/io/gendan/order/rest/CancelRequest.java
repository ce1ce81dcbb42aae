package io.gendan.order.rest;

import org.jspecify.annotations.Nullable;

/**
 * A cancellation.
 *
 * @param reason why, required
 */
record CancelRequest(@Nullable String reason) {
}
