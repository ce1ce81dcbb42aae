package io.gendan.order.product.rest;

import org.jspecify.annotations.Nullable;

/**
 * Why something is done.
 *
 * @param reason required
 */
record ReasonRequest(@Nullable String reason) {
}
