package io.gendan.acceptance.fuzz;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as a stranger sends it. It carries a trace of its own, by which everything it
 * causes can be told.
 *
 * @param text what it is, for people
 * @param trace its W3C trace id
 * @param http the request
 * @param operation what it was made from, null if its method is another's
 */
record FuzzRequest(String text, String trace, HttpRequest http, @Nullable Operation operation) {

	private static final List<String> TYPES = List.of("application/json", "application/json", "application/json",
			"application/json", "application/json", "application/json;charset=utf-16", "application/yaml", "text/plain",
			"application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "nonsense");

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	/** Makes one. */
	static FuzzRequest of(Operation operation, URI base, @Nullable String token, HostileValues values,
			RandomGenerator random) {
		String trace = HexFormat.of().toHexDigits(random.nextLong())
				+ HexFormat.of().toHexDigits(random.nextLong(1, Long.MAX_VALUE));
		String path = operation.path().replaceAll("\\{[^}]*}", "{}");
		while (path.contains("{}")) {
			path = path.replaceFirst("\\{}", encoded(values.order()).replace("$", "\\$"));
		}
		String query = query(operation, values);
		String method = values.oneIn(40)
				? values.pick(List.of("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "POST", "GET")) : operation.method();
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path + query))
			.header("traceparent", "00-" + trace + "-" + trace.substring(16) + "-01");
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		headers(request, values);
		String body = null;
		if (operation.schema() != null && !values.oneIn(25)) {
			body = body(MAPPER.writeValueAsString(values.value(operation.schema(), operation.document())), values);
			request.header("Content-Type", values.oneIn(6) ? values.pick(TYPES) : "application/json");
		}
		request.method(method, (body == null) ? HttpRequest.BodyPublishers.noBody()
				: HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
		return new FuzzRequest(method + " " + base + path + query + ((body == null) ? "" : " " + shortened(body)),
				trace, request.build(), method.equals(operation.method()) ? operation : null);
	}

	private static String query(Operation operation, HostileValues values) {
		StringBuilder query = new StringBuilder();
		List<String> names = new ArrayList<>(operation.query());
		if (values.oneIn(10)) {
			names.add(values.pick(List.of("nonsense", "$where", "a.b", "LIMIT")));
		}
		// A list has a dozen parameters: with a third of them hardly a request would
		// pass.
		int chance = Math.max(3, names.size());
		for (String name : names) {
			if (values.oneIn(chance)) {
				query.append(query.isEmpty() ? "?" : "&")
					.append(encoded(name))
					.append('=')
					.append(encoded(
							values.oneIn(2) ? values.text() : values.pick(List.of("1", "50", "PLACED", "0", "-1"))));
			}
		}
		return query.toString();
	}

	private static void headers(HttpRequest.Builder request, HostileValues values) {
		if (values.oneIn(5)) {
			request.header("Idempotency-Key", values.pick(List.of("k1", " ", "x".repeat(300), "\u00e9", "k 2")));
		}
		if (values.oneIn(8)) {
			request.header("If-Match",
					values.pick(List.of("\"1\"", "*", "W/\"2\"", "nonsense", "\"99999999999999999999\"", "")));
		}
		if (values.oneIn(8)) {
			request.header("Accept-Language", values.pick(List.of("zh-CN", "en", "x".repeat(200), "*;q=2", "de")));
		}
		if (values.oneIn(12)) {
			request.header("Accept",
					values.pick(List.of("application/xml", "text/html", "nonsense", "application/json")));
		}
	}

	/** As it is, or as it comes over a bad line. */
	private static String body(String json, HostileValues values) {
		if (!values.oneIn(8)) {
			return json;
		}
		return switch (values.pick(List.of(0, 1, 2, 3, 4, 5))) {
			case 0 -> json.substring(0, json.length() / 2);
			case 1 -> "[".repeat(5_000);
			case 2 -> json.replaceFirst("\\{", "{\"surplus\":1,\"surplus\":2,");
			case 3 -> "";
			case 4 -> "\u00ff\u00fe\u0000" + json;
			default -> json + json;
		};
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text.isEmpty() ? " " : text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static String shortened(String text) {
		return (text.length() > 300) ? text.substring(0, 300) + "…" : text;
	}

}
