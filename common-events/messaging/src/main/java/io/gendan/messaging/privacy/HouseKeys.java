package io.gendan.messaging.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.SecretKey;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

/**
 * The keys that all services of the house share: with them the keys of customers are
 * wrapped before they travel or are stored. They never leave the memory of a
 * service.
 */
public final class HouseKeys {

	private static final int BITS = 256;

	private static final String WANTED = "a JWK set with symmetric keys of 256 bits, the same for all services";

	private final Map<String, SecretKey> keys;

	private final String first;

	private HouseKeys(Map<String, SecretKey> keys) {
		this.keys = keys;
		this.first = keys.keySet().iterator().next();
	}

	/**
	 * Reads a JWK set of symmetric keys with 256 bits. The first wraps, all unwrap: a new
	 * key is put first, in all services, and the old one stays, since nothing is wrapped
	 * anew.
	 * @param place where the set is
	 * @return the keys
	 * @throws IllegalStateException if it cannot be read or holds no such key
	 */
	public static HouseKeys read(@Nullable Resource place) {
		if (place == null) {
			throw new IllegalStateException("gendan.privacy.house-keys must name " + WANTED);
		}
		try (InputStream in = place.getInputStream()) {
			Map<String, SecretKey> keys = new LinkedHashMap<>();
			for (JWK key : JWKSet.load(in).getKeys()) {
				if (!(key instanceof OctetSequenceKey secret) || secret.size() != BITS || secret.getKeyID() == null) {
					throw refused(place, "a key is not symmetric, has no kid, or not 256 bits");
				}
				keys.put(secret.getKeyID(), secret.toSecretKey());
			}
			if (keys.isEmpty()) {
				throw refused(place, "it holds no key");
			}
			return new HouseKeys(keys);
		}
		catch (IOException | ParseException ex) {
			throw refused(place, ex.getClass().getSimpleName());
		}
	}

	/** What was read is a secret, so the cause is left out. */
	private static IllegalStateException refused(Resource place, String why) {
		return new IllegalStateException(
				"gendan.privacy.house-keys must name %s; %s: %s".formatted(WANTED, place.getDescription(), why));
	}

	/**
	 * Whether something that is stored can be unwrapped.
	 * @param wrapped compact JWE
	 * @throws HouseKeyMissingException if not
	 */
	void mustUnwrap(String wrapped) {
		String keyId = SealedText.keyId(wrapped);
		if (!this.keys.containsKey(keyId)) {
			throw new HouseKeyMissingException(keyId);
		}
	}

	String wrap(byte[] secret, String purpose) {
		SecretKey key = this.keys.get(this.first);
		if (key == null) {
			throw new IllegalStateException("There is a first key");
		}
		return SealedText.seal(secret, key, this.first, purpose);
	}

	/**
	 * Unwraps what was wrapped for a purpose.
	 * @param wrapped compact JWE
	 * @param purpose what it must have been wrapped for
	 * @return the secret
	 * @throws UnsealedException if the key does not open it, or it is for something else
	 * @throws HouseKeyMissingException if it was wrapped with a key that is not here
	 */
	byte[] unwrap(String wrapped, String purpose) {
		String keyId = SealedText.keyId(wrapped);
		SecretKey key = this.keys.get(keyId);
		if (key == null) {
			throw new HouseKeyMissingException(keyId);
		}
		return SealedText.open(wrapped, key, purpose);
	}

}
