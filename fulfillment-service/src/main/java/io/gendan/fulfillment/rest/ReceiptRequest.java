package io.gendan.fulfillment.rest;

import java.util.List;

import io.gendan.fulfillment.stock.Receipt.Line;
import org.jspecify.annotations.Nullable;

/**
 * A goods-received note.
 *
 * @param reference its number; the same number is counted once
 * @param lines what came in
 */
record ReceiptRequest(@Nullable String reference, @Nullable List<@Nullable Line> lines) {
}
