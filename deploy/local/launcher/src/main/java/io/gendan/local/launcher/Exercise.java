package io.gendan.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A few requests through every layer, for a system in training. An answer is not needed.
 */
final class Exercise {

	private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]*)\"");

	private static final int PATIENCE = 5000;

	private final int port;

	Exercise(int port) {
		this.port = port;
	}

	void run(List<Program> services) {
		String login = Base64.getEncoder()
			.encodeToString("chen.general-manager:demo".getBytes(StandardCharsets.US_ASCII));
		Matcher token = TOKEN.matcher(call("POST", "/oauth2/token", "Basic " + login, "grant_type=client_credentials"));
		String bearer = "Bearer " + (token.find() ? token.group(1) : "");
		for (Program service : services) {
			for (String path : List.of("/readyz", "/v3/api-docs", "/api/dead-letters")) {
				call("GET", "/services/" + service + path, bearer, "");
			}
		}
		for (String list : List.of("orders", "reviews", "fulfillments", "shipments", "billings", "aftersales")) {
			call("GET", "/api/" + list, bearer, "");
		}
	}

	private String call(String method, String path, String authorization, String form) {
		try {
			var request = (HttpURLConnection) URI.create("http://127.0.0.1:" + this.port + path)
				.toURL()
				.openConnection();
			request.setConnectTimeout(PATIENCE);
			request.setReadTimeout(PATIENCE);
			request.setRequestMethod(method);
			request.setRequestProperty("Authorization", authorization);
			if (!form.isEmpty()) {
				request.setDoOutput(true);
				request.getOutputStream().write(form.getBytes(StandardCharsets.US_ASCII));
			}
			try (InputStream answer = request.getInputStream()) {
				return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
			}
		}
		catch (IOException ex) {
			return "";
		}
	}

}
