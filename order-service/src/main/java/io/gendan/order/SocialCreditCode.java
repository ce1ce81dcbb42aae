package io.gendan.order;

/** The unified social credit code of a company, GB 32100-2015 (ORD-1). */
final class SocialCreditCode {

	private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private static final int LENGTH = 18;

	private SocialCreditCode() {
	}

	/**
	 * Whether a code has 18 characters of the alphabet and the right check character.
	 * @param code the code
	 * @return true if it can be one
	 */
	static boolean valid(String code) {
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

}
