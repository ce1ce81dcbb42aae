package io.gendan.messaging.privacy;

import java.time.Duration;
import java.util.List;

import io.gendan.messaging.ledger.LedgerStores;

/**
 * An event may come before the key of what is personal in it. Lists that show a sealed
 * text for that reason are mended when the key comes.
 */
final class LateKeys {

	private static final Duration LOOK = Duration.ofSeconds(30);

	private final KeyRing ring;

	private final LedgerStores lists;

	/** For what was written while its key came, and what came while this was away. */
	private final Rhythm look = Rhythm.nowAndEvery(LOOK);

	LateKeys(KeyRing ring, LedgerStores lists) {
		this.ring = ring;
		this.lists = lists;
	}

	/**
	 * Mends what can be mended.
	 * @param come ids of keys that have just come
	 */
	void open(List<String> come) {
		if (this.look.isDue()) {
			this.lists.openSealedRows(this.ring::open);
			this.look.begin();
		}
		else if (!come.isEmpty()) {
			this.lists.openSealedRows(come, this.ring::open);
		}
	}

}
