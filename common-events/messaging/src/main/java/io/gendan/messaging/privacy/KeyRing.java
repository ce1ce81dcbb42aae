package io.gendan.messaging.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gendan.contract.EventCatalogue;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.messaging.privacy.KeyStore.StoredKey;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens personal texts. Every service makes a key of its own for each
 * customer when it first seals something about them, so that none waits for another; all
 * services read the keys of all. What belongs to an erased customer is sealed with a key
 * that nobody has.
 */
public final class KeyRing implements Sealing {

	private static final int KEY_BYTES = 32;

	private static final int NUMBER_BYTES = 4;

	/** The number of a key that nobody has. */
	private static final String LOST = "lost";

	private static final int REMEMBERED = 5_000;

	private static final int OPENED = 1_000;

	static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

	private static final SecureRandom RANDOM = new SecureRandom();

	private final KeyStore store;

	private final HouseKeys house;

	private final Service service;

	private final EventCodec codec;

	private final Cache<String, Own> own = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.expireAfterWrite(REMEMBERED_FOR)
		.executor(Runnable::run)
		.build();

	/**
	 * Texts of lists are opened with every write of their order; none is given whose key
	 * is not there any more.
	 */
	private final Cache<String, String> opened = Caffeine.newBuilder()
		.maximumSize(OPENED)
		.expireAfterWrite(REMEMBERED_FOR)
		.executor(Runnable::run)
		.build();

	/** No key for one that is destroyed. */
	private final Cache<String, Optional<SecretKey>> remembered = Caffeine.newBuilder()
		.maximumSize(REMEMBERED)
		.expireAfterWrite(REMEMBERED_FOR)
		.executor(Runnable::run)
		.build();

	private final AtomicBoolean fresh = new AtomicBoolean(true);

	/**
	 * A ring.
	 * @param store where keys are
	 * @param house wraps them
	 * @param service whose own keys seal
	 * @param codec reads and writes events
	 */
	KeyRing(KeyStore store, HouseKeys house, Service service, EventCodec codec) {
		this.store = store;
		this.house = house;
		this.service = service;
		this.codec = codec;
	}

	@Override
	public Personal seal(String customer, Personal text) {
		if (text.isSealed()) {
			return text;
		}
		Own key = this.own.get(customer, this::own);
		return Personal.read(SealedText.seal(text.text().getBytes(StandardCharsets.UTF_8),
				key.secret().orElseGet(KeyRing::lost), key.id(), null));
	}

	private Own own(String customer) {
		byte[] number = new byte[NUMBER_BYTES];
		RANDOM.nextBytes(number);
		String id = KeyRecord.id(customer, this.service, HexFormat.of().formatHex(number));
		StoredKey held = this.store.findOrAdd(KeyRecord.wrapped(id, random(), this.house));
		this.fresh.set(true);
		Optional<SecretKey> secret = unwrapped(held);
		return secret.isPresent() ? new Own(held.id(), secret)
				: new Own(KeyRecord.id(customer, this.service, LOST), secret);
	}

	/** What is sealed with it is gone at once. */
	private static SecretKey lost() {
		return new SecretKeySpec(random(), "AES");
	}

	private static byte[] random() {
		byte[] secret = new byte[KEY_BYTES];
		RANDOM.nextBytes(secret);
		return secret;
	}

	@Override
	public @Nullable String open(Personal text) {
		if (!text.isSealed()) {
			return text.text();
		}
		String id = text.keyId();
		if (id == null) {
			return null;
		}
		Optional<SecretKey> key = key(id);
		if (key == null || key.isEmpty()) {
			return null;
		}
		SecretKey secret = key.get();
		Function<String, @Nullable String> open = (sealed) -> opened(sealed, secret);
		return this.opened.get(text.text(), open);
	}

	/**
	 * What only looks sealed, or was sealed with a key that is lost, opens to nothing.
	 */
	private static @Nullable String opened(String sealed, SecretKey key) {
		try {
			return new String(SealedText.open(sealed, key, null), StandardCharsets.UTF_8);
		}
		catch (UnsealedException ex) {
			return null;
		}
	}

	/**
	 * Whether a text can never be read again.
	 * @param text as it stands in an event
	 * @return true if its key is destroyed
	 */
	boolean isErased(Personal text) {
		String id = text.keyId();
		Optional<SecretKey> key = (id != null) ? key(id) : null;
		return key != null && key.isEmpty();
	}

	private @Nullable Optional<SecretKey> key(String id) {
		Function<String, @Nullable Optional<SecretKey>> load = this::stored;
		return this.remembered.get(id, load);
	}

	/** Nothing is remembered of a key that has not come yet. */
	private @Nullable Optional<SecretKey> stored(String id) {
		try {
			if (this.store.isErased(KeyRecord.customer(id))) {
				return Optional.empty();
			}
			StoredKey key = this.store.find(id);
			return (key != null) ? unwrapped(key) : null;
		}
		// It cannot be read before the settings or the record are right.
		catch (UnsealedException | HouseKeyMissingException ex) {
			return null;
		}
	}

	private Optional<SecretKey> unwrapped(StoredKey key) {
		String wrapped = key.wrapped();
		return (wrapped != null)
				? Optional.of(new SecretKeySpec(KeyRecord.unwrapped(key.id(), wrapped, this.house), "AES"))
				: Optional.empty();
	}

	@Override
	@SuppressWarnings("unchecked")
	public <E extends GendanEvent> E opened(E event) {
		String clear = this.codec.write(event, (text) -> {
			String open = open(text);
			return (open != null) ? Personal.of(open) : text;
		});
		return (E) this.codec.read(EventCatalogue.typeOf(event.getClass()), clear).orElse(event);
	}

	/**
	 * Forgets a customer's keys, here and in the store of this service.
	 * @param customer number of the customer
	 * @param now the present time
	 * @return ids of the keys that are destroyed
	 */
	List<String> erase(String customer, Instant now) {
		this.store.erase(customer, now);
		List<String> ids = this.store.ofCustomer(customer).stream().map(StoredKey::id).toList();
		// One by one: each waits for whoever is just looking it up.
		ids.forEach(this.remembered::invalidate);
		this.own.invalidate(customer);
		this.opened.invalidateAll();
		return ids;
	}

	/** Whether keys were made since this was asked last. */
	boolean hasFresh() {
		return this.fresh.getAndSet(false);
	}

	/**
	 * The key that this service seals with for a customer.
	 *
	 * @param id its id
	 * @param secret empty if the customer is erased
	 */
	private record Own(String id, Optional<SecretKey> secret) {
	}

}
