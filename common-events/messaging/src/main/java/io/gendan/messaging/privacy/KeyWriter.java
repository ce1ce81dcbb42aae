package io.gendan.messaging.privacy;

import java.time.Duration;
import java.util.List;

import io.gendan.contract.Service;
import io.gendan.messaging.privacy.KeyStore.StoredKey;

/** Writes to the topic of keys what was made here, and something now and then. */
final class KeyWriter {

	private final KeyRing ring;

	private final KeyStore store;

	private final KeySender sender;

	private final Service service;

	private final Rhythm tick;

	/**
	 * Nothing is written yet.
	 * @param ring makes keys
	 * @param store keeps them
	 * @param sender writes
	 * @param service whose keys are written
	 * @param tick how often something is written, so that the broker tidies
	 */
	KeyWriter(KeyRing ring, KeyStore store, KeySender sender, Service service, Duration tick) {
		this.ring = ring;
		this.store = store;
		this.sender = sender;
		this.service = service;
		this.tick = Rhythm.every(tick);
	}

	/**
	 * Writes keys that the topic does not have yet.
	 * @param look whether to look even if this instance has made none
	 */
	void publish(boolean look) {
		if (!this.ring.hasFresh() && !look) {
			return;
		}
		List<StoredKey> unsent = this.store.unsent();
		while (!unsent.isEmpty()) {
			this.sender.send(unsent.stream().map(KeyRecord::of).toList());
			this.store.sent(unsent.stream().map(StoredKey::id).toList());
			unsent = this.store.unsent();
		}
	}

	/** The broker closes a file only when something comes. */
	void tick() {
		if (this.tick.isDue()) {
			this.sender.send(List.of(KeyRecord.tick(this.service.label())));
			this.tick.begin();
		}
	}

}
