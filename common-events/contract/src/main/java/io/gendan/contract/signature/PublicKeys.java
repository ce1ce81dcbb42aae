package io.gendan.contract.signature;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The public keys of one service. Each service has a set of its own, so that the key of
 * one cannot sign the events of another. Safe for use by many threads.
 */
public final class PublicKeys {

	private final Map<String, PublicKey> byId;

	private PublicKeys(Map<String, PublicKey> byId) {
		this.byId = Map.copyOf(byId);
	}

	/**
	 * Reads a set; keys of other kinds are left out.
	 * @param jwkSet a JSON Web Key Set
	 * @return the Ed25519 keys in it
	 * @throws IllegalArgumentException if it is none, or one of its Ed25519 keys is
	 * broken
	 */
	public static PublicKeys parse(String jwkSet) {
		JsonNode keys = Jwk.object(jwkSet).path("keys");
		if (!keys.isArray()) {
			throw new IllegalArgumentException("A key set has an array keys");
		}
		Map<String, PublicKey> byId = new HashMap<>();
		for (JsonNode key : keys) {
			if (Jwk.isEd25519(key)) {
				byId.put(Jwk.need(key, "kid"), Ed25519.publicKey(Jwk.need(key, "x")));
			}
		}
		return new PublicKeys(byId);
	}

	/**
	 * Whether one of these keys has signed an event.
	 * @param hash the hash of the event
	 * @param signature its {@code ce_signature} attribute
	 * @return what the signature is worth
	 */
	public Outcome check(String hash, String signature) {
		String[] parts = signature.split("\\.", -1);
		if (parts.length != 3 || !parts[1].isEmpty()) {
			return Outcome.WRONG;
		}
		try {
			ObjectNode header = Jwk.object(new String(Ed25519.decode(parts[0]), StandardCharsets.UTF_8));
			// What must be understood and is not makes a signature worthless (RFC 7515).
			if (!header.path("alg").asString("").equals("EdDSA") || header.has("crit")) {
				return Outcome.WRONG;
			}
			PublicKey key = this.byId.get(Jwk.need(header, "kid"));
			if (key == null) {
				return Outcome.KEY_UNKNOWN;
			}
			return Ed25519.verifies(key, Ed25519.covered(parts[0], hash), Ed25519.decode(parts[2])) ? Outcome.VALID
					: Outcome.WRONG;
		}
		catch (IllegalArgumentException ex) {
			return Outcome.WRONG;
		}
	}

	/** What a signature is worth. */
	public enum Outcome {

		/** One of the keys has signed this hash. */
		VALID,

		/** None of the keys has the name in it; a newer set may have it. */
		KEY_UNKNOWN,

		/** It is none, or one over something else. */
		WRONG

	}

}
