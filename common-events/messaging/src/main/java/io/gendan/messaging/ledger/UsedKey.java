package io.gendan.messaging.ledger;

import io.gendan.messaging.budget.Weight;

/**
 * An idempotency key that has taken effect.
 *
 * @param key the key
 * @param print fingerprint of the command it came with
 */
public record UsedKey(String key, String print) {

	private static final int PRINT = 64;

	/**
	 * The size in the document.
	 * @return bytes
	 */
	public long bytes() {
		return PRINT + Weight.ofText(this.key);
	}

}
