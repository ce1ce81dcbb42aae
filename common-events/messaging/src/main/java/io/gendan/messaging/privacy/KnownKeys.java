package io.gendan.messaging.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.messaging.privacy.KeyStore.StoredKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that were used last, and the way to those in the store: one question for all
 * that are wanted, and one write for all that this service has to make.
 */
final class KnownKeys {

	private static final Logger log = LoggerFactory.getLogger(KnownKeys.class);

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

	private final Cache<String, Own> own = cache(REMEMBERED);

	/** No key for one that is destroyed. */
	private final Cache<String, Optional<SecretKey>> keys = cache(REMEMBERED);

	/**
	 * Texts of lists are opened with every write of their order; none is given whose key
	 * is not there any more.
	 */
	private final Cache<String, String> opened = cache(OPENED);

	/** Who erases waits for those who are looking up and have not remembered yet. */
	private final ReadWriteLock looking = new ReentrantReadWriteLock();

	private final AtomicBoolean fresh = new AtomicBoolean(true);

	KnownKeys(KeyStore store, HouseKeys house, Service service) {
		this.store = store;
		this.house = house;
		this.service = service;
	}

	private static <V> Cache<String, V> cache(int size) {
		return Caffeine.newBuilder().maximumSize(size).expireAfterWrite(REMEMBERED_FOR).executor(Runnable::run).build();
	}

	@Nullable Own own(String customer) {
		return this.own.getIfPresent(customer);
	}

	@Nullable Optional<SecretKey> key(String id) {
		return this.keys.getIfPresent(id);
	}

	/**
	 * What only looks sealed, or was sealed with a key that is lost, opens to nothing.
	 * @param text a sealed text
	 * @param key its key
	 * @return in clear, null if that is not its key
	 */
	@Nullable String open(Personal text, SecretKey key) {
		Function<String, @Nullable String> open = (sealed) -> {
			try {
				return new String(SealedText.open(sealed, key, null), StandardCharsets.UTF_8);
			}
			catch (UnsealedException ex) {
				return null;
			}
		};
		return this.opened.get(text.text(), open);
	}

	/**
	 * Looks keys up.
	 * @param customers for whom this service seals; it makes a key where it has none
	 * @param ids what texts are sealed with
	 * @return those that are here
	 * @throws HouseKeyMissingException if a key to seal with cannot be unwrapped
	 */
	Found find(Collection<String> customers, Collection<String> ids) {
		this.looking.readLock().lock();
		try {
			Set<String> all = new HashSet<>(customers);
			ids.forEach((id) -> customer(id).ifPresent(all::add));
			Map<String, CustomerKeys> there = this.store.find(all);
			List<StoredKey> wanted = customers.stream()
				.filter((customer) -> CustomerKeys.in(there, customer).isWithoutOwn())
				.map(this::made)
				.toList();
			Map<String, CustomerKeys> sealing = new HashMap<>(there);
			if (!wanted.isEmpty()) {
				sealing.putAll(this.store.findOrAdd(wanted));
				this.fresh.set(true);
			}
			Map<String, Own> found = new HashMap<>();
			for (String customer : customers) {
				try {
					found.put(customer, own(customer, CustomerKeys.in(sealing, customer)));
				}
				catch (UnsealedException ex) {
					log.error("A key that this service seals with is broken in its store: {}", ex.getMessage());
				}
			}
			Map<String, Optional<SecretKey>> opening = new HashMap<>();
			ids.forEach((id) -> customer(id).map((customer) -> stored(id, CustomerKeys.in(there, customer)))
				.ifPresent((key) -> opening.put(id, key)));
			// What is sealed for a list is opened for it at once.
			found.values().forEach((key) -> {
				if (key.known() != null) {
					opening.put(key.id(), Optional.of(key.known()));
				}
			});
			this.own.putAll(found);
			this.keys.putAll(opening);
			return new Found(found, opening);
		}
		finally {
			this.looking.readLock().unlock();
		}
	}

	/** Anybody may have written anything where the id of a key should be. */
	private static Optional<String> customer(String id) {
		try {
			return Optional.of(KeyRecord.customer(id));
		}
		catch (UnsealedException ex) {
			return Optional.empty();
		}
	}

	private StoredKey made(String customer) {
		byte[] number = new byte[NUMBER_BYTES];
		RANDOM.nextBytes(number);
		return KeyRecord.wrapped(KeyRecord.id(customer, this.service, HexFormat.of().formatHex(number)), random(),
				this.house);
	}

	private Own own(String customer, CustomerKeys there) {
		StoredKey key = there.own();
		String wrapped = (key != null && !there.erased()) ? key.wrapped() : null;
		return (key != null && wrapped != null) ? new Own(key.id(), unwrapped(key.id(), wrapped))
				: new Own(KeyRecord.id(customer, this.service, LOST), null);
	}

	/** Nothing is remembered of a key that has not come yet. */
	private @Nullable Optional<SecretKey> stored(String id, CustomerKeys there) {
		if (there.erased()) {
			return Optional.empty();
		}
		StoredKey key = there.byId().get(id);
		if (key == null) {
			return null;
		}
		String wrapped = key.wrapped();
		try {
			return (wrapped != null) ? Optional.of(unwrapped(id, wrapped)) : Optional.empty();
		}
		// It cannot be read before the settings or the record are right.
		catch (UnsealedException | HouseKeyMissingException ex) {
			return null;
		}
	}

	private SecretKey unwrapped(String id, String wrapped) {
		return secret(KeyRecord.unwrapped(id, wrapped, this.house));
	}

	private static SecretKey secret(byte[] key) {
		return new SecretKeySpec(key, "AES");
	}

	private static byte[] random() {
		byte[] secret = new byte[KEY_BYTES];
		RANDOM.nextBytes(secret);
		return secret;
	}

	/**
	 * Forgets a customer's keys, here and in the store.
	 * @param customer number of the customer
	 * @param now the present time
	 * @return ids of the keys that are destroyed
	 */
	List<String> erase(String customer, Instant now) {
		this.store.erase(customer, now);
		List<String> ids = this.store.ofCustomer(customer).stream().map(StoredKey::id).toList();
		// Whoever looked before the store was told remembers before this.
		this.looking.writeLock().lock();
		try {
			this.keys.invalidateAll(ids);
			this.own.invalidate(customer);
			this.opened.invalidateAll();
		}
		finally {
			this.looking.writeLock().unlock();
		}
		return ids;
	}

	/** Everything is looked up again: another instance may have read of an erasure. */
	void forgetRemembered() {
		this.looking.writeLock().lock();
		try {
			this.keys.invalidateAll();
			this.own.invalidateAll();
			this.opened.invalidateAll();
		}
		finally {
			this.looking.writeLock().unlock();
		}
	}

	/** Whether keys were made since this was asked last. */
	boolean hasFresh() {
		return this.fresh.getAndSet(false);
	}

	/**
	 * The key that this service seals with for a customer.
	 *
	 * @param id its id
	 * @param known null if the customer is erased
	 */
	record Own(String id, @Nullable SecretKey known) {

		/** Of an erased customer what is sealed is gone at once. */
		SecretKey secret() {
			SecretKey key = this.known;
			return (key != null) ? key : KnownKeys.secret(random());
		}

	}

	/**
	 * Keys that were looked up.
	 *
	 * @param own to seal with, by customer; one that is broken is left out
	 * @param keys to open with, by key id; empty for one that is destroyed
	 */
	record Found(Map<String, Own> own, Map<String, Optional<SecretKey>> keys) {
	}

}
