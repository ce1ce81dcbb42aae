package io.gendan.local.player;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public REST API, seen by the people of the play. */
final class Gateway {

	private static final String DEMO_SECRET = "demo";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final JsonMapper json = new JsonMapper();

	private final URI base;

	private final Map<Person, String> tokens = new EnumMap<>(Person.class);

	Gateway(URI base) {
		this.base = base;
	}

	/** Gets an access token for everybody. */
	void login() throws IOException, InterruptedException {
		for (Person person : Person.values()) {
			String basic = Base64.getEncoder()
				.encodeToString((person.user() + ":" + DEMO_SECRET).getBytes(StandardCharsets.UTF_8));
			HttpRequest request = HttpRequest.newBuilder(this.base.resolve("/oauth2/token"))
				.header("Authorization", "Basic " + basic)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
				.build();
			Reply reply = send(request);
			if (reply.status() != 200) {
				throw new IOException("No token for %s: %s".formatted(person.user(), reply));
			}
			this.tokens.put(person, reply.body().path("access_token").asString());
		}
	}

	Reply get(Person person, String path) throws IOException, InterruptedException {
		return send(request(person, path).GET().build());
	}

	String text(URI address) throws IOException, InterruptedException {
		return this.http
			.send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString())
			.body();
	}

	/**
	 * Gets a file.
	 * @param person who asks
	 * @param path where it is
	 * @param target where to put it
	 */
	void download(Person person, String path, Path target) throws IOException, InterruptedException {
		this.http.send(request(person, path).GET().build(), HttpResponse.BodyHandlers.ofFile(target));
	}

	Reply post(Person person, String path, String key, Map<String, Object> body)
			throws IOException, InterruptedException {
		return send(request(person, path).header("Content-Type", "application/json")
			.header("Idempotency-Key", key)
			.POST(HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(body)))
			.build());
	}

	Reply post(Task task) throws IOException, InterruptedException {
		return post(task.person(), task.path(), task.key(), task.body());
	}

	Reply upload(Person person, String path, byte[] file, byte[] mapping) throws IOException, InterruptedException {
		Upload upload = Upload.of(file, mapping);
		return send(request(person, path).header("Content-Type", upload.contentType())
			.POST(HttpRequest.BodyPublishers.ofByteArray(upload.body()))
			.build());
	}

	private HttpRequest.Builder request(Person person, String path) {
		return HttpRequest.newBuilder(this.base.resolve(path))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + Objects.requireNonNull(this.tokens.get(person)));
	}

	private Reply send(HttpRequest request) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		String body = response.body();
		boolean isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
		return new Reply(response.statusCode(), this.json.readTree(isJson ? body : "null"));
	}

	/**
	 * What came back.
	 *
	 * @param status HTTP status
	 * @param body JSON, a null node if there was none
	 */
	record Reply(int status, JsonNode body) {

		boolean done() {
			return this.status >= 200 && this.status < 300;
		}

		/**
		 * Whether the same request may succeed later: a service is away, or has not heard
		 * yet of what this one builds upon.
		 */
		boolean later() {
			return this.status >= 500 || this.status == 404 || this.status == 409 || this.status == 429;
		}

		String code() {
			return this.body.path("code").asString("");
		}

	}

}
