package io.gendan.fulfillment.rest;

import java.time.Instant;

import io.gendan.contract.Quantity;

/**
 * A correction that has taken effect; the same answer for every repetition.
 *
 * @param item stock code
 * @param reference its number
 * @param quantity what is more, negative for what is less
 * @param reason why
 * @param correctedBy who entered it first
 * @param correctedAt when
 */
record CorrectionView(String item, String reference, Quantity quantity, String reason, String correctedBy,
		Instant correctedAt) {
}
