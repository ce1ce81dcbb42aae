package io.gendan.order;

import java.util.regex.Pattern;

/** The unified social credit code of a company, GB 32100-2015 (ORD-1). */
public final class SocialCreditCode {

	private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private static final int LENGTH = 18;

	/** Spreadsheets keep 15 digits and make zeros of the others. */
	private static final Pattern SHORTENED = Pattern.compile("\\d{15}0{3}");

	private SocialCreditCode() {
	}

	/**
	 * Whether a code has 18 characters of the alphabet and the right check character.
	 * @param code the code
	 * @return true if it can be one
	 */
	public static boolean valid(String code) {
		if (code.length() != LENGTH) {
			return false;
		}
		int sum = 0;
		int weight = 1;
		for (int place = 0; place < LENGTH - 1; place++) {
			int value = ALPHABET.indexOf(code.charAt(place));
			if (value < 0) {
				return false;
			}
			sum += value * weight;
			weight = weight * 3 % ALPHABET.length();
		}
		int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
		return code.charAt(LENGTH - 1) == ALPHABET.charAt(check);
	}

	/**
	 * Whether a spreadsheet has taken the code for a number and lost its last digits.
	 * @param code the code, or another tax number
	 * @return true if it looks like that and is no valid code either
	 */
	public static boolean shortened(String code) {
		return SHORTENED.matcher(code).matches() && !valid(code);
	}

}
