package io.gendan.acceptance.soak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The hash of an event, written from the documentation of the contract (ORD-21). */
final class DocumentedHash {

	/** The hash before the first event. */
	static final String BEFORE_THE_FIRST = "0".repeat(64);

	private static final List<String> PARTS = List.of("ce_prevhash", "ce_id", "ce_type", "ce_subject", "ce_time",
			"ce_clock", "ce_causationid", "ce_correlationid", "ce_actor");

	private DocumentedHash() {
	}

	/**
	 * The hash an event must have.
	 * @param event an event
	 * @return 64 hexadecimal digits
	 */
	static String of(ReadEvent event) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			PARTS.forEach((part) -> add(digest, bytes(event.attributes().get(part))));
			add(digest, event.data());
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte @Nullable [] bytes(@Nullable String text) {
		return (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null;
	}

	private static void add(MessageDigest digest, byte @Nullable [] part) {
		if (part == null) {
			digest.update("-,".getBytes(StandardCharsets.US_ASCII));
		}
		else {
			digest.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
			digest.update(part);
			digest.update((byte) ',');
		}
	}

}
