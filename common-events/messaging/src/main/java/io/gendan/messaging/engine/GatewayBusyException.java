package io.gendan.messaging.engine;

/** So many commands wait already that no more fit into memory; nothing has happened. */
public class GatewayBusyException extends RuntimeException {

	GatewayBusyException(long bytes) {
		super("Commands of %d bytes wait already".formatted(bytes));
	}

}
