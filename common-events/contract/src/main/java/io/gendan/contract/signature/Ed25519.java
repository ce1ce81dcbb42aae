package io.gendan.contract.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** Ed25519 as RFC 8037 writes it, by the provider that every Java platform has. */
final class Ed25519 {

	static final String CURVE = "Ed25519";

	private static final int LENGTH = 32;

	private static final int SIGN_BIT = 0x80;

	private Ed25519() {
	}

	static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * The bytes of a text.
	 * @throws IllegalArgumentException if it is not base64url
	 */
	static byte[] decode(String text) {
		return Base64.getUrlDecoder().decode(text);
	}

	/**
	 * The key of a JWK's {@code d}.
	 * @throws IllegalArgumentException if it is none
	 */
	static PrivateKey privateKey(String d) {
		try {
			return KeyFactory.getInstance(CURVE)
				.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, decode(d)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("d is no private Ed25519 key", ex);
		}
	}

	/**
	 * The key of a JWK's {@code x}.
	 * @throws IllegalArgumentException if it is none
	 */
	static PublicKey publicKey(String x) {
		byte[] bytes = reversed(decode(x));
		if (bytes.length != LENGTH) {
			throw new IllegalArgumentException("x has %d bytes, not %d".formatted(bytes.length, LENGTH));
		}
		boolean odd = (bytes[0] & SIGN_BIT) != 0;
		bytes[0] &= (byte) ~SIGN_BIT;
		try {
			return KeyFactory.getInstance(CURVE)
				.generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519,
						new EdECPoint(odd, new BigInteger(1, bytes))));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("x is no public Ed25519 key", ex);
		}
	}

	/** A JWK's {@code x} of a key. */
	static String x(EdECPublicKey key) {
		byte[] y = key.getPoint().getY().toByteArray();
		byte[] bytes = new byte[LENGTH];
		for (int i = 0; i < Math.min(LENGTH, y.length); i++) {
			bytes[i] = y[y.length - 1 - i];
		}
		if (key.getPoint().isXOdd()) {
			bytes[LENGTH - 1] |= (byte) SIGN_BIT;
		}
		return encode(bytes);
	}

	/** What a JWS signs, RFC 7515: the protected header and the payload. */
	static byte[] covered(String header, String payload) {
		return (header + "." + encode(payload.getBytes(StandardCharsets.UTF_8))).getBytes(StandardCharsets.US_ASCII);
	}

	static byte[] sign(PrivateKey key, byte[] covered) {
		try {
			Signature signature = Signature.getInstance(CURVE);
			signature.initSign(key);
			signature.update(covered);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A checked key signs", ex);
		}
	}

	static boolean verifies(PublicKey key, byte[] covered, byte[] signature) {
		try {
			Signature check = Signature.getInstance(CURVE);
			check.initVerify(key);
			check.update(covered);
			return check.verify(signature);
		}
		// A signature that has not its form is no signature.
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private static byte[] reversed(byte[] bytes) {
		byte[] reversed = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			reversed[i] = bytes[bytes.length - 1 - i];
		}
		return reversed;
	}

}
