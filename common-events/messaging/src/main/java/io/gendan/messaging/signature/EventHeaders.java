package io.gendan.messaging.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Envelope;
import io.gendan.contract.signature.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * The record headers of an event as it leaves: signed, if this service has a key. The
 * signature is made when the event is sent and kept nowhere; sent again, it is the same.
 */
public final class EventHeaders {

	private final @Nullable SigningKey key;

	private EventHeaders(@Nullable SigningKey key) {
		this.key = key;
	}

	/**
	 * Headers without a signature.
	 * @return for a service without a key
	 */
	public static EventHeaders unsigned() {
		return new EventHeaders(null);
	}

	/**
	 * Headers with a signature.
	 * @param keyFile a private JSON Web Key
	 * @return signs with this key
	 * @throws UncheckedIOException if the file cannot be read
	 * @throws IllegalArgumentException if it holds no such key
	 */
	public static EventHeaders signedWith(Path keyFile) {
		try {
			return new EventHeaders(SigningKey.parse(Files.readString(keyFile)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The signing key %s cannot be read".formatted(keyFile), ex);
		}
	}

	/**
	 * The headers of an event.
	 * @param envelope its attributes
	 * @return header name to UTF-8 bytes
	 */
	public Map<String, byte[]> of(Envelope envelope) {
		Map<String, byte[]> headers = CloudEventHeaders.write(envelope);
		if (this.key == null) {
			return headers;
		}
		Map<String, byte[]> signed = new LinkedHashMap<>(headers);
		signed.put(CloudEventHeaders.SIGNATURE, this.key.sign(envelope.hash()).getBytes(StandardCharsets.UTF_8));
		return signed;
	}

}
