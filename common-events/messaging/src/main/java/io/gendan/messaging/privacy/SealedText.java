package io.gendan.messaging.privacy;

import java.text.ParseException;

import javax.crypto.SecretKey;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import org.jspecify.annotations.Nullable;

/**
 * Bytes under a key as a compact JWE: {@code dir} with {@code A256GCM}, the key named in
 * the header. The header may say what the bytes are for; nobody can change it then.
 */
final class SealedText {

	private SealedText() {
	}

	static String seal(byte[] clear, SecretKey key, String keyId, @Nullable String purpose) {
		JWEHeader.Builder header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(keyId);
		if (purpose != null) {
			header.subject(purpose);
		}
		try {
			JWEObject jwe = new JWEObject(header.build(), new Payload(clear));
			jwe.encrypt(new DirectEncrypter(key));
			return jwe.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Nothing can be sealed with the key " + keyId, ex);
		}
	}

	/**
	 * Opens what was sealed.
	 * @param jwe compact JWE
	 * @param key the key
	 * @param purpose what it must be for, null for nothing
	 * @return the bytes
	 * @throws UnsealedException if it was sealed with another key, for another purpose,
	 * or is broken
	 */
	static byte[] open(String jwe, SecretKey key, @Nullable String purpose) {
		try {
			JWEObject sealed = JWEObject.parse(jwe);
			String said = sealed.getHeader().getSubject();
			if (purpose != null && !purpose.equals(said)) {
				throw new UnsealedException("It was sealed for %s, not for %s".formatted(said, purpose));
			}
			sealed.decrypt(new DirectDecrypter(key));
			return sealed.getPayload().toBytes();
		}
		catch (UnsealedException ex) {
			throw ex;
		}
		// Whatever the library finds wrong in what somebody else has written.
		catch (ParseException | JOSEException | RuntimeException ex) {
			throw new UnsealedException("It cannot be opened: " + ex.getMessage());
		}
	}

	/**
	 * Which key a JWE says it was sealed with.
	 * @param jwe compact JWE
	 * @return id of the key
	 * @throws UnsealedException if it is no JWE
	 */
	static String keyId(String jwe) {
		try {
			String keyId = JWEObject.parse(jwe).getHeader().getKeyID();
			if (keyId != null) {
				return keyId;
			}
		}
		catch (ParseException | RuntimeException ex) {
			throw new UnsealedException("It is no JWE: " + ex.getMessage());
		}
		throw new UnsealedException("It names no key");
	}

}
