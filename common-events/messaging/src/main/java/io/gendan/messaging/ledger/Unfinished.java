package io.gendan.messaging.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An order that may need to be looked after.
 *
 * @param order order number
 * @param pending whether events may not have left
 * @param bytes size of its document, as by {@link Ledger#bytes()}
 * @param due when it wants to be looked at, null for never
 */
public record Unfinished(String order, boolean pending, long bytes, @Nullable Instant due) {
}
