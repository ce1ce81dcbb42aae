package io.gendan.local.launcher;

/** A command that cannot be carried out, with the sentence that says why. */
final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String chinese;

	Refusal(String english, String chinese) {
		super(english, null, false, false);
		this.chinese = chinese;
	}

	/**
	 * What people read.
	 * @return two lines, English and Chinese
	 */
	String text() {
		return "ERROR: %s%n错误：%s".formatted(getMessage(), this.chinese);
	}

}
