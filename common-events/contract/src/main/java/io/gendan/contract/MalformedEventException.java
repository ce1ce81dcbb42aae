package io.gendan.contract;

import org.jspecify.annotations.Nullable;

/** A record that is not an event of the contract: poison for whoever reads the topic. */
public class MalformedEventException extends RuntimeException {

	public MalformedEventException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	public MalformedEventException(String message) {
		this(message, null);
	}

}
