package io.gendan.messaging.ledger;

import io.gendan.contract.HashChain;

/**
 * The last event seen of a service for one order.
 *
 * @param sequence its sequence, 0 before the first
 * @param hash its hash, {@link HashChain#GENESIS} before the first
 */
public record Head(long sequence, String hash) {

	/** Before the first event. */
	public static final Head NONE = new Head(0, HashChain.GENESIS);

}
