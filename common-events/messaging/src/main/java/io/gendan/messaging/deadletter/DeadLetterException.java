package io.gendan.messaging.deadletter;

/** A dead letter could not be made safe. */
public class DeadLetterException extends RuntimeException {

	DeadLetterException(String message, Throwable cause) {
		super(message, cause);
	}

}
