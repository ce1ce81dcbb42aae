package io.gendan.contract.signature;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;

import tools.jackson.databind.node.ObjectNode;

/**
 * The private key of a service. Safe for use by many threads; the same hash always gets
 * the same signature.
 */
public final class SigningKey {

	private final String id;

	private final String header;

	private final PrivateKey key;

	private SigningKey(String id, PrivateKey key) {
		this.id = id;
		this.header = Ed25519
			.encode(Jwk.JSON.writeValueAsString(Jwk.JSON.createObjectNode().put("alg", "EdDSA").put("kid", id))
				.getBytes(StandardCharsets.UTF_8));
		this.key = key;
	}

	/**
	 * Reads a key.
	 * @param jwk a private JSON Web Key: {@code kty} OKP, {@code crv} Ed25519, {@code d},
	 * {@code kid}
	 * @return the key
	 * @throws IllegalArgumentException if it is none
	 */
	public static SigningKey parse(String jwk) {
		ObjectNode key = Jwk.object(jwk);
		if (!Jwk.isEd25519(key)) {
			throw new IllegalArgumentException("The key is not of kty OKP with crv Ed25519");
		}
		return new SigningKey(Jwk.need(key, "kid"), Ed25519.privateKey(Jwk.need(key, "d")));
	}

	/**
	 * The name under which the public key is found.
	 * @return {@code kid}
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Signs an event.
	 * @param hash the hash of the event
	 * @return the {@code ce_signature} attribute: a detached compact JWS of RFC 7515
	 * whose payload is the hash as it is written
	 */
	public String sign(String hash) {
		return this.header + ".." + Ed25519.encode(Ed25519.sign(this.key, Ed25519.covered(this.header, hash)));
	}

}
