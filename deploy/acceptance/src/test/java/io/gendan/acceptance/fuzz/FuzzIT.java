package io.gendan.acceptance.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.gendan.acceptance.Gateway;
import io.gendan.acceptance.LocalSystem;
import io.gendan.acceptance.Plays;
import io.gendan.acceptance.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests made from the OpenAPI documents, over the gateway and the ports: no input
 * brings a 5xx, every refusal is a problem with a code in both languages, tells nothing
 * of the inside, and has changed nothing: no event anywhere carries its trace.
 */
class FuzzIT {

	private static final int REQUESTS = Integer.getInteger("gendan.fuzz.requests", 1_500);

	private static final long SEED = Long.getLong("gendan.fuzz.seed", 20261126);

	private static final Pattern INSIDE = Pattern
		.compile("(?m)^\\s+at [a-z]|\\b(java|org\\.springframework|io\\.gendan|com\\.mongodb)\\.[a-z]+\\.[A-Z]");

	private final LocalSystem system = LocalSystem.running();

	private final Gateway gateway = this.system.gateway();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final JsonMapper json = new JsonMapper();

	private final Map<String, String> refused = new HashMap<>();

	private final Map<Integer, Integer> statuses = new TreeMap<>();

	private final List<String> faults = new ArrayList<>();

	@Test
	void whateverIsSentIsAnsweredAndNothingRefusedHasHappened() {
		List<Operation> operations = operations();
		assertThat(operations).hasSizeGreaterThan(30);
		new Plays(this.system).play("FUZZ-", 20);
		Random random = new Random(SEED);
		HostileValues values = new HostileValues(random, List.of("FUZZ-0001", "FUZZ-0002", "FUZZ-0003", "NEW-1"));
		for (int i = 0; i < REQUESTS; i++) {
			Operation operation = values.pick(operations);
			send(FuzzRequest.of(operation, base(operation, values), token(values), values, random));
		}
		System.out.printf("%d requests with seed %d: %s%n", REQUESTS, SEED, this.statuses);
		assertThat(this.faults).as("%d faults, seed %d", this.faults.size(), SEED).isEmpty();
		assertThat(changedByRefused()).isEmpty();
	}

	private List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		for (String service : LocalSystem.SERVICES) {
			JsonNode document = this.gateway.get(Gateway.AUDITOR, "/services/" + service + "/v3/api-docs").body();
			operations.addAll(OpenApiDocument.operations(service, document));
		}
		return operations;
	}

	private URI base(Operation operation, HostileValues values) {
		return values.oneIn(3) ? this.system.address(operation.service()) : this.system.address("edge");
	}

	private @Nullable String token(HostileValues values) {
		if (values.oneIn(30)) {
			return values.pick(List.of("nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.e30."));
		}
		return values.oneIn(30) ? null : this.gateway.token(values.pick(Gateway.EVERYBODY));
	}

	private void send(FuzzRequest request) {
		try {
			HttpResponse<byte[]> response = this.http.send(request.http(), HttpResponse.BodyHandlers.ofByteArray());
			this.statuses.merge(response.statusCode(), 1, Integer::sum);
			judge(request, response);
		}
		catch (IOException ex) {
			this.faults.add("no answer: " + ex + " to " + request.text());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void judge(FuzzRequest request, HttpResponse<byte[]> response) {
		int status = response.statusCode();
		String text = new String(response.body(), StandardCharsets.UTF_8);
		if (status < 400) {
			return;
		}
		this.refused.put(request.trace(), request.text());
		if (status >= 500) {
			this.faults.add(status + " " + text + " to " + request.text());
		}
		else if (INSIDE.matcher(text).find()) {
			this.faults.add("tells the inside: " + text + " to " + request.text());
		}
		else if (!request.http().method().equals("HEAD") && !problem(text)) {
			this.faults.add("no problem detail: " + status + " " + text + " to " + request.text());
		}
		else if (request.operation() != null && !declared(request.operation(), status, text)) {
			this.faults.add("not in the OpenAPI document: " + status + " " + text + " to " + request.text());
		}
	}

	/** What the web server refuses by itself no operation declares. */
	private boolean declared(Operation operation, int status, String text) {
		String code = parsed(text).path("code").asString("");
		return code.startsWith("HTTP_") || operation.refusals().contains(status + " " + code);
	}

	private boolean problem(String text) {
		JsonNode body = parsed(text);
		return !body.path("code").asString("").isBlank() && !body.path("messages").path("en").asString("").isBlank()
				&& body.path("messages").path("zh").asString("").codePoints().anyMatch(Character::isIdeographic);
	}

	private JsonNode parsed(String text) {
		try {
			return this.json.readTree(text);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/** A marker order placed last has been through when everything before it has. */
	private List<String> changedByRefused() {
		new Plays(this.system).play("FUZZ-END-", 3);
		List<String> changed = new ArrayList<>();
		new Topics(this.system.kafka()).read(Topics.ALL::contains).forEach((event) -> {
			var trace = event.headers().lastHeader("traceparent");
			String id = (trace == null) ? "" : new String(trace.value(), StandardCharsets.UTF_8);
			String request = (id.length() > 35) ? this.refused.get(id.substring(3, 35)) : null;
			if (request != null) {
				changed.add("event of a refused request: " + request);
			}
		});
		return changed;
	}

}
