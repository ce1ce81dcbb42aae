package io.gendan.messaging.privacy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens personal texts. Every service makes a key of its own for each
 * customer when it first seals something about them, so that none waits for another; all
 * services read the keys of all. What belongs to an erased customer is sealed with a key
 * that nobody has. Where there is no batch it opens texts by itself.
 */
public final class KeyRing implements Sealing, Privacy {

	private final KnownKeys known;

	private final EventCodec codec;

	/**
	 * A ring.
	 * @param store where keys are
	 * @param house wraps them
	 * @param service whose own keys seal
	 * @param codec reads and writes events
	 */
	KeyRing(KeyStore store, HouseKeys house, Service service, EventCodec codec) {
		this.known = new KnownKeys(store, house, service);
		this.codec = codec;
	}

	@Override
	public KeyBatch batch() {
		return new KeyBatch(this.known, this.codec);
	}

	/**
	 * Seals a single text.
	 * @param customer number of the customer it is about
	 * @param text a text
	 * @return sealed; the same if it was sealed already
	 */
	Personal seal(String customer, Personal text) {
		return alone((batch) -> batch.seal(() -> customer, text));
	}

	@Override
	public @Nullable String open(Personal text) {
		Function<KeyBatch, @Nullable String> open = (batch) -> batch.open(text);
		return alone(open);
	}

	@Override
	public <E extends GendanEvent> E opened(E event) {
		return alone((batch) -> batch.opened(event));
	}

	/**
	 * Opens texts for lists.
	 * @param texts as they stand in events
	 * @return in clear, nothing for one that is sealed for good, no entry for one whose
	 * key has not come
	 */
	Map<Personal, Optional<String>> open(Set<Personal> texts) {
		return alone((batch) -> {
			Map<Personal, Optional<String>> opened = new HashMap<>();
			texts.forEach((text) -> {
				String clear = batch.openForList(text);
				if (clear != null || batch.awaited(text) == null) {
					opened.put(text, Optional.ofNullable(clear));
				}
			});
			return opened;
		});
	}

	/**
	 * Whether a text can never be read again.
	 * @param text as it stands in an event
	 * @return true if its key is destroyed
	 */
	boolean isErased(Personal text) {
		return alone((batch) -> batch.isErased(text));
	}

	private <T extends @Nullable Object> T alone(Function<KeyBatch, T> use) {
		KeyBatch batch = batch();
		T said = use.apply(batch);
		while (batch.lacked()) {
			batch.fetch();
			said = use.apply(batch);
		}
		return said;
	}

	/**
	 * Forgets a customer's keys, here and in the store of this service.
	 * @param customer number of the customer
	 * @param now the present time
	 * @return ids of the keys that are destroyed
	 */
	List<String> erase(String customer, Instant now) {
		return this.known.erase(customer, now);
	}

	/** Everything is looked up again. */
	void forgetRemembered() {
		this.known.forgetRemembered();
	}

	/** Whether keys were made since this was asked last. */
	boolean hasFresh() {
		return this.known.hasFresh();
	}

}
