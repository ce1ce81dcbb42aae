package io.gendan.local.store;

import java.util.function.Function;

import de.bwaldvogel.mongo.bson.Document;

/**
 * Answers {@code hello}, the command that drivers and health checks greet a server with
 * since MongoDB 5, from the older {@code isMaster} that the embedded server knows.
 */
final class Greeting {

	private Greeting() {
	}

	static boolean is(String command) {
		return command.equalsIgnoreCase("hello");
	}

	static Document answer(Function<String, Document> oldCommand) {
		var response = oldCommand.apply("ismaster");
		response.put("isWritablePrimary", Boolean.TRUE);
		response.put("helloOk", Boolean.TRUE);
		return response;
	}

}
