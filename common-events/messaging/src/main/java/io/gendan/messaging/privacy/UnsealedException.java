package io.gendan.messaging.privacy;

/** Something sealed cannot be opened. */
final class UnsealedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnsealedException(String message) {
		super(message);
	}

}
