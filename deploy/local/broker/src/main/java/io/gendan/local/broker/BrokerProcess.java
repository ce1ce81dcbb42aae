package io.gendan.local.broker;

import java.nio.file.Path;

/**
 * The broker as a process of its own: {@code BrokerProcess <data directory> <port>}. Ends
 * in order on TERM; a kill loses nothing the broker has acknowledged.
 */
final class BrokerProcess {

	private BrokerProcess() {
	}

	public static void main(String[] arguments) {
		if (arguments.length != 2) {
			throw new IllegalArgumentException("usage: BrokerProcess <data directory> <port>");
		}
		var broker = LocalBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
		Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
	}

}
