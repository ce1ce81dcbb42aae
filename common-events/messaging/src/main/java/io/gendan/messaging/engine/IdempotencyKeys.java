package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.List;

import io.gendan.messaging.ledger.UsedKey;
import org.jspecify.annotations.Nullable;

/** The idempotency keys that have taken effect on one order. */
final class IdempotencyKeys {

	private final List<UsedKey> known;

	private final List<UsedKey> added = new ArrayList<>();

	IdempotencyKeys(List<UsedKey> known) {
		this.known = known;
	}

	/**
	 * The command a key came with.
	 * @param key the key
	 * @return its fingerprint, null if the key is new
	 */
	@Nullable String printOf(String key) {
		for (List<UsedKey> keys : List.of(this.known, this.added)) {
			for (UsedKey used : keys) {
				if (used.key().equals(key)) {
					return used.print();
				}
			}
		}
		return null;
	}

	void add(String key, String print) {
		this.added.add(new UsedKey(key, print));
	}

	List<UsedKey> added() {
		return List.copyOf(this.added);
	}

}
