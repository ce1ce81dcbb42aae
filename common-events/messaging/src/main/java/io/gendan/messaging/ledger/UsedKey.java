package io.gendan.messaging.ledger;

/**
 * An idempotency key that has taken effect.
 *
 * @param key the key
 * @param print fingerprint of the command it came with
 */
public record UsedKey(String key, String print) {
}
