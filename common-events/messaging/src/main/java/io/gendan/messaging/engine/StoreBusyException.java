package io.gendan.messaging.engine;

/** The document of an order kept changing; nothing of what was asked of it is done. */
public class StoreBusyException extends RuntimeException {

	StoreBusyException(String order) {
		super("The document of order %s kept changing".formatted(order));
	}

}
