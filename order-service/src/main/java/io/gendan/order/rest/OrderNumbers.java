package io.gendan.order.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

import io.gendan.messaging.rest.Call;

import org.springframework.stereotype.Component;

/**
 * Gives numbers to orders that come without one. With an idempotency key the number
 * follows from user and key, so that a repeated request meets the order it made.
 */
@Component
class OrderNumbers {

	/** Crockford's alphabet: nothing that is misread or misheard. */
	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 10;

	private final SecureRandom random = new SecureRandom();

	String next(Call call) {
		byte[] bytes = new byte[LENGTH];
		if (call.idempotencyKey() != null) {
			bytes = sha256(call.actor().id() + "\n" + call.idempotencyKey());
		}
		else {
			this.random.nextBytes(bytes);
		}
		StringBuilder number = new StringBuilder("SO-");
		for (int place = 0; place < LENGTH; place++) {
			number.append(ALPHABET.charAt(bytes[place] & 31));
		}
		return number.toString();
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
