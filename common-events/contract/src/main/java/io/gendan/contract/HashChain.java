package io.gendan.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The hash chain per order and service: the hash of an event covers its data, its
 * attributes and the hash before it, so a change or a hole shows (ORD-21).
 * <p>
 * To recompute it in any language: SHA-256 over prevhash, id, type, subject, time, clock,
 * causationid, correlationid, actor and data in this order, each written as its number of
 * UTF-8 bytes, a colon, the bytes and a comma; an absent causationid is a single hyphen
 * and a comma. Time is the text of {@code ce_time}: in UTC, with {@code Z} and nine
 * fraction digits. Events of before that rule have it without trailing groups of zeros,
 * as {@link java.time.Instant#toString()} writes it, in their hash and on the topic.
 */
public final class HashChain {

	/** The hash before the first event. */
	public static final String GENESIS = "0".repeat(64);

	private HashChain() {
	}

	/**
	 * The hash an event must have.
	 * @param envelope its attributes; the hash in it is not looked at
	 * @param data its payload
	 * @return SHA-256 as 64 lower-case hexadecimal digits
	 */
	public static String hash(Envelope envelope, String data) {
		return hash(envelope, EventRange.text(envelope.time()), data);
	}

	private static String hash(Envelope envelope, String time, String data) {
		MessageDigest digest = sha256();
		add(digest, envelope.prevHash());
		add(digest, envelope.id());
		add(digest, envelope.type());
		add(digest, envelope.subject());
		add(digest, time);
		add(digest, Long.toString(envelope.clock()));
		add(digest, envelope.causationId());
		add(digest, envelope.correlationId());
		add(digest, envelope.actor().toString());
		add(digest, data);
		return HexFormat.of().formatHex(digest.digest());
	}

	/**
	 * Whether an event still is what was written.
	 * @param event an event
	 * @return true if its hash is right
	 */
	public static boolean intact(RecordedEvent event) {
		Envelope envelope = event.envelope();
		return hash(envelope, event.data()).equals(envelope.hash())
				|| hash(envelope, envelope.time().toString(), event.data()).equals(envelope.hash());
	}

	/**
	 * The length before the text keeps text from moving unseen from one part to the next.
	 */
	private static void add(MessageDigest digest, @Nullable String part) {
		if (part == null) {
			digest.update((byte) '-');
		}
		else {
			byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
			digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
			digest.update((byte) ':');
			digest.update(bytes);
		}
		digest.update((byte) ',');
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
