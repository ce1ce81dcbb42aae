package io.gendan.messaging.deadletter;

import org.jspecify.annotations.Nullable;

/** The broker did not take, or did not show, a dead letter. */
public class DeadLetterException extends RuntimeException {

	DeadLetterException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
