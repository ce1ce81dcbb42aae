package io.gendan.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text about a person, or one that a person has typed about a customer: a name, a
 * telephone, an address, a remark. In an event it is sealed: a compact JWE
 * ({@code alg} {@code dir}, {@code enc} {@code A256GCM}) under a key of the customer,
 * whose id is in the JWE's header. Whoever does not have that key sees that something is
 * there. Events of before that rule have it in clear.
 * <p>
 * It never shows itself in a log: {@link #toString()} tells neither the text nor its
 * length.
 */
public final class Personal {

	private static final String BEGIN = "eyJ";

	private static final int LONGEST_HEADER = 1_000;

	private static final int IV = 16;

	private static final int TAG = 22;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final String text;

	private final boolean sealed;

	private Personal(String text, boolean sealed) {
		this.text = text;
		this.sealed = sealed;
	}

	/**
	 * A text in clear, whatever it looks like.
	 * @param clear the text
	 * @return not sealed
	 */
	public static Personal of(String clear) {
		return new Personal(clear, false);
	}

	/**
	 * A text in clear, if there is one.
	 * @param clear the text, null if there is none
	 * @return not sealed, null if there is none
	 */
	public static @Nullable Personal ofNullable(@Nullable String clear) {
		return (clear != null) ? of(clear) : null;
	}

	/**
	 * A text as it stands in an event.
	 * @param text a compact JWE, or a text in clear
	 * @return sealed if it has the form of a JWE
	 */
	public static Personal read(String text) {
		return new Personal(text, text.startsWith(BEGIN) && isJwe(text));
	}

	/**
	 * Header, no key, initialisation vector, cipher text and tag. Every event is read for
	 * it several times: a regular expression took four times as long.
	 */
	private static boolean isJwe(String text) {
		int header = text.indexOf('.');
		int cipher = header + 2 + IV + 1;
		int tag = text.length() - TAG;
		if (header <= BEGIN.length() || header > LONGEST_HEADER || tag <= cipher) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			boolean dot = i == header || i == header + 1 || i == cipher - 1 || i == tag - 1;
			if (dot ? text.charAt(i) != '.' : !isBase64Url(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isBase64Url(char letter) {
		return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9'
				|| letter == '-' || letter == '_';
	}

	/**
	 * The text as it stands in an event.
	 * @return a compact JWE if it is sealed, else the text itself
	 */
	public String text() {
		return this.text;
	}

	/**
	 * The key it is sealed with.
	 * @return id of the key, null if it is not sealed or names none
	 */
	public @Nullable String keyId() {
		if (!this.sealed) {
			return null;
		}
		try {
			byte[] header = Base64.getUrlDecoder().decode(this.text.substring(0, this.text.indexOf('.')));
			JsonNode kid = JSON.readTree(new String(header, StandardCharsets.UTF_8)).get("kid");
			return (kid != null && kid.isString()) ? kid.asString() : null;
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return null;
		}
	}

	/**
	 * Whether only who has the key can read it.
	 * @return false for a text in clear
	 */
	public boolean isSealed() {
		return this.sealed;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Personal that && this.text.equals(that.text) && this.sealed == that.sealed;
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	/** Says only that something is there. */
	@Override
	public String toString() {
		return "(personal)";
	}

}
