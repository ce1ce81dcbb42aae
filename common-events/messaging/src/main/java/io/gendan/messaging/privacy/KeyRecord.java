package io.gendan.messaging.privacy;

import java.nio.charset.StandardCharsets;

import io.gendan.contract.Service;
import io.gendan.messaging.privacy.KeyStore.StoredKey;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the topic of keys (X-2). {@code key/} and the id of a key: the key; a
 * record without a value takes it off the broker. {@code erased/} and the number of a
 * customer: that customer is erased, which stands there for good. Both are wrapped with
 * the key of the house for exactly that record key, so nobody else can write one, nor
 * copy one to another name. {@code tick/} says nothing.
 * <p>
 * The id of a key is {@code customer#service#number}: whose texts it seals, who made it,
 * and eight random hexadecimal digits.
 */
final class KeyRecord {

	/** The topic. */
	static final String TOPIC = "gendan.keys";

	private static final String KEY = "key/";

	private static final String ERASED = "erased/";

	private static final String TICK = "tick/";

	private KeyRecord() {
	}

	/**
	 * The id of a key.
	 * @param customer number of the customer
	 * @param service who makes it
	 * @param number tells it from others of the two
	 * @return key id
	 */
	static String id(String customer, Service service, String number) {
		return customer + "#" + service.label() + "#" + number;
	}

	/**
	 * Whose texts a key seals.
	 * @param id key id
	 * @return number of the customer
	 * @throws UnsealedException if it is no such id
	 */
	static String customer(String id) {
		int service = id.lastIndexOf('#', id.lastIndexOf('#') - 1);
		if (service < 1) {
			throw new UnsealedException(id + " is not the id of a key");
		}
		return id.substring(0, service);
	}

	/**
	 * A key of the house's keys, wrapped as it is stored and as it travels.
	 * @param id key id
	 * @param secret the key
	 * @param house wraps
	 * @return to be stored
	 */
	static StoredKey wrapped(String id, byte[] secret, HouseKeys house) {
		return new StoredKey(id, customer(id), house.wrap(secret, KEY + id));
	}

	static byte[] unwrapped(String id, String wrapped, HouseKeys house) {
		return house.unwrap(wrapped, KEY + id);
	}

	static ProducerRecord<String, byte[]> of(StoredKey key) {
		return record(KEY + key.id(), key.wrapped());
	}

	static ProducerRecord<String, byte[]> gone(String keyId) {
		return record(KEY + keyId, null);
	}

	static ProducerRecord<String, byte[]> erased(String customer, HouseKeys house) {
		String name = ERASED + customer;
		return record(name, house.wrap(customer.getBytes(StandardCharsets.UTF_8), name));
	}

	/** Without a newer record the broker never tidies the newest ones. */
	static ProducerRecord<String, byte[]> tick(String service) {
		return record(TICK + service, "-");
	}

	private static ProducerRecord<String, byte[]> record(String name, @Nullable String value) {
		return new ProducerRecord<>(TOPIC, name, (value != null) ? value.getBytes(StandardCharsets.UTF_8) : null);
	}

	/**
	 * Reads a record.
	 * @param name its record key
	 * @param value its value
	 * @param house unwraps
	 * @return a key, an erasure, or null for what says nothing
	 * @throws UnsealedException if nobody of the house has written it
	 * @throws HouseKeyMissingException if this service lacks the key of the house
	 */
	static @Nullable Read read(String name, byte @Nullable [] value, HouseKeys house) {
		if (value == null || name.startsWith(TICK)) {
			return null;
		}
		String wrapped = new String(value, StandardCharsets.UTF_8);
		byte[] said = house.unwrap(wrapped, name);
		if (name.startsWith(ERASED)) {
			return new Read.Erased(name.substring(ERASED.length()));
		}
		if (!name.startsWith(KEY) || said.length == 0) {
			throw new UnsealedException(name + " is neither a key nor an erasure");
		}
		String id = name.substring(KEY.length());
		return new Read.Key(new StoredKey(id, customer(id), wrapped));
	}

	/** What a record says. */
	sealed interface Read {

		/**
		 * There is a key.
		 *
		 * @param key the key
		 */
		record Key(StoredKey key) implements Read {
		}

		/**
		 * A customer is to be forgotten.
		 *
		 * @param customer number of the customer
		 */
		record Erased(String customer) implements Read {
		}

	}

}
