package io.gendan.acceptance.soak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.gendan.acceptance.Gateway;
import io.gendan.acceptance.Gateway.Reply;

/**
 * Strangers send what nobody should: large bodies at once, half a document, nesting
 * without end, a form nobody speaks. None of it is answered by a 5xx, unless the service
 * says that it is busy.
 */
record HostileRequests() implements Disturbance {

	private static final int LARGE_AT_ONCE = 8;

	private static final int BUSY = 503;

	@Override
	public List<String> happen(Scene scene) {
		List<String> faults = Collections.synchronizedList(new ArrayList<>());
		try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < LARGE_AT_ONCE; i++) {
				strangers.submit(() -> send(scene, "{\"remarks\": \"" + "x".repeat(1_900_000) + "\"}",
						"application/json", faults));
			}
			for (String body : List.of("{\"customer\": {\"id\"", "[".repeat(100_000), "{\"customer\": ".repeat(50_000),
					"null", "", "\"\\ud800\"", "{\"lines\": [" + "{},".repeat(100_000) + "{}]}",
					"{\"total\": 1e999999999}")) {
				strangers.submit(() -> send(scene, body, "application/json", faults));
			}
			strangers.submit(() -> send(scene, "a: &a [*a, *a]", "application/yaml", faults));
			strangers.submit(() -> send(scene, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "application/xml", faults));
		}
		return List.copyOf(faults);
	}

	private static void send(Scene scene, String body, String type, List<String> faults) {
		String start = body.substring(0, Math.min(40, body.length()));
		try {
			Reply reply = scene.gateway()
				.post(Gateway.SALESPERSON, "/api/orders", type, body.getBytes(StandardCharsets.UTF_8));
			if (reply.status() < 400 || (reply.status() >= 500 && reply.status() != BUSY)) {
				faults.add("%s %s… was answered by %d %s".formatted(type, start, reply.status(), reply.text()));
			}
		}
		catch (RuntimeException ex) {
			faults.add("%s %s… was not answered: %s".formatted(type, start, ex));
		}
	}

}
