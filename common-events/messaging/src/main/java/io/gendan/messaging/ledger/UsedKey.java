package io.gendan.messaging.ledger;

import java.time.Instant;

import io.gendan.messaging.budget.Weight;
import org.jspecify.annotations.Nullable;

/**
 * An idempotency key that has taken effect.
 *
 * @param key the key
 * @param print fingerprint of the command it came with
 * @param at when, null if that was not kept
 */
public record UsedKey(String key, String print, @Nullable Instant at) {

	private static final int PRINT = 64;

	/**
	 * The size in the document.
	 * @return bytes
	 */
	public long bytes() {
		return PRINT + Weight.ofText(this.key);
	}

}
