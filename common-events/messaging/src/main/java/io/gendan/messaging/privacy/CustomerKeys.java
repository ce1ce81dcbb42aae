package io.gendan.messaging.privacy;

import java.util.HashMap;
import java.util.Map;

import io.gendan.messaging.privacy.KeyStore.StoredKey;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of the keys of a customer.
 *
 * @param erased whether there is to be none any more
 * @param own the one that this service seals with, null if it has made none
 * @param byId all that are here, this one among them
 */
record CustomerKeys(boolean erased, @Nullable StoredKey own, Map<String, StoredKey> byId) {

	private static final CustomerKeys NONE = new CustomerKeys(false, null, Map.of());

	static CustomerKeys in(Map<String, CustomerKeys> found, String customer) {
		return found.getOrDefault(customer, NONE);
	}

	boolean isWithoutOwn() {
		return this.own == null && !this.erased;
	}

	/**
	 * The same with one more.
	 * @param key the key
	 * @return with it to open
	 */
	CustomerKeys with(StoredKey key) {
		Map<String, StoredKey> more = new HashMap<>(this.byId);
		more.put(key.id(), key);
		return new CustomerKeys(this.erased, this.own, more);
	}

	/**
	 * The same with what stands where this service keeps its own key.
	 * @param key the key; it may be one that is destroyed, or that never was
	 * @param isErased whether the customer is erased
	 * @return with it to seal and to open
	 */
	CustomerKeys withOwn(StoredKey key, boolean isErased) {
		return new CustomerKeys(isErased, key, this.byId).with(key);
	}

}
