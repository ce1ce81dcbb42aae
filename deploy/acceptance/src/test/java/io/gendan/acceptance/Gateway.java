package io.gendan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.awaitility.Awaitility;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The public REST API, called as one of the demo users. */
public final class Gateway {

	/** One user of every role. */
	public static final List<String> EVERYBODY = List.of("li.salesperson", "zhao.salesperson", "sun.merchandiser",
			"wang.sales-manager", "wu.production", "zheng.warehouse", "feng.logistics", "qian.finance", "he.service",
			"chen.general-manager", "xu.auditor", "gu.operator", "lin.customer", "ma.customer", "erp.integration");

	public static final String SALESPERSON = "li.salesperson";

	public static final String SALES_MANAGER = "wang.sales-manager";

	public static final String AUDITOR = "xu.auditor";

	static final String OPERATOR = "gu.operator";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final JsonMapper json = new JsonMapper();

	private final Map<String, String> tokens = new ConcurrentHashMap<>();

	private final String base;

	Gateway(String base) {
		this.base = base;
	}

	public Reply get(String user, String path) {
		return send(request(user, path).GET());
	}

	public Reply post(String user, String path, String body) {
		return post(user, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
	}

	public Reply post(String user, String path, String contentType, byte[] body) {
		return send(request(user, path).header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
	}

	public Reply importFile(String user, byte[] file, byte[] mapping) {
		String boundary = "acceptance-boundary";
		byte[] head = ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n")
			.formatted(boundary)
			.getBytes(StandardCharsets.UTF_8);
		byte[] middle = ("\r\n--%s\r\nContent-Disposition: form-data; name=\"mapping\"\r\n"
				+ "Content-Type: application/json\r\n\r\n")
			.formatted(boundary)
			.getBytes(StandardCharsets.UTF_8);
		byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
		java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
		for (byte[] part : new byte[][] { head, file, middle, mapping, tail }) {
			body.writeBytes(part);
		}
		return post(user, "/api/order-imports", "multipart/form-data; boundary=" + boundary, body.toByteArray());
	}

	/** Rebuilds all timelines: the same must come of it. */
	void rebuildTimelines() {
		Reply begun = post(OPERATOR, "/api/timeline/rebuild", "");
		assertThat(begun.status()).as(begun.text()).isBetween(200, 202);
		JsonNode ended = Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> get(AUDITOR, "/api/timeline/rebuild").body(),
					(run) -> List.of("DONE", "FAILED").contains(run.path("state").asString()));
		assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("DONE");
		assertThat(ended.path("identical").asBoolean()).as(ended.toString()).isTrue();
	}

	private HttpRequest.Builder request(String user, String path) {
		return HttpRequest.newBuilder(URI.create(this.base + path)).header("Authorization", "Bearer " + token(user));
	}

	/**
	 * The token of a demo user.
	 * @param user such as {@code xu.auditor}
	 * @return access token
	 */
	public String token(String user) {
		return this.tokens.computeIfAbsent(user, this::newToken);
	}

	private String newToken(String user) {
		String basic = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
		return send(HttpRequest.newBuilder(URI.create(this.base + "/oauth2/token"))
			.header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))).body()
			.path("access_token")
			.asString();
	}

	private Reply send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Reply(response.statusCode(), json(response.body()), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode json(String body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/**
	 * What came back.
	 *
	 * @param status HTTP status
	 * @param body JSON, a missing node if it was none
	 * @param text the body as text
	 */
	public record Reply(int status, JsonNode body, String text) {

		public String code() {
			return this.body.path("code").asString("");
		}

	}

}
