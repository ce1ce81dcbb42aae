package io.gendan.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests and an order through every layer, for a system in training: what is loaded
 * meanwhile is in the start-up caches. What is refused or does not come in time is left
 * out of them, nothing else.
 */
final class Exercise {

	private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]*)\"");

	private static final int PATIENCE = 5000;

	private static final int TRIES = 25;

	private static final int PAUSE = 200;

	private static final String ORDER = """
			{"number": "TRAINING-1", "channel": "EMAIL", "receivedAt": "%sT00:00:00Z", "requestedDelivery": "%s",
			 "customer": {"id": "C-1", "name": "Customer 客户", "contact": "王芳", "phone": "0571-88880000"},
			 "shipTo": {"country": "CN", "city": "杭州", "address": "文三路 1 号"},
			 "currency": "CNY", "paymentTerms": "MONTHLY", "deliveryMethod": "ROAD",
			 "invoice": {"kind": "ORDINARY", "title": "客户"},
			 "lines": [{"item": "M-100", "description": "电机", "quantity": 1, "unit": "pcs", "unitPrice": "12.30"}]}
			""";

	private final int port;

	Exercise(int port) {
		this.port = port;
	}

	void run(List<Program> services) throws InterruptedException {
		String operator = login("gu.operator");
		for (Program service : services) {
			for (String path : List.of("/readyz", "/v3/api-docs", "/api/dead-letters")) {
				call("GET", "/services/" + service + path, operator, "");
			}
		}
		if (services.containsAll(Program.SERVICES)) {
			order();
		}
		String auditor = login("xu.auditor");
		for (String list : List.of("orders", "reviews", "fulfillments", "shipments", "billings", "aftersales",
				"orders/TRAINING-1/timeline")) {
			call("GET", "/api/" + list, auditor, "");
		}
	}

	private void order() throws InterruptedException {
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		send(login("li.salesperson"), "/api/orders", ORDER.formatted(today, today.plusDays(60)));
		send(login("wang.sales-manager"), "/api/reviews/TRAINING-1/approve", "{}");
		send(login("portal.customer"), "/api/orders/TRAINING-1/confirm", "{}");
		send(login("zheng.warehouse"), "/api/fulfillments/TRAINING-1/inspect", "{\"passed\": true}");
	}

	private String login(String user) {
		String login = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.US_ASCII));
		Matcher token = TOKEN.matcher(call("POST", "/oauth2/token", "Basic " + login, "grant_type=client_credentials"));
		return "Bearer " + (token.find() ? token.group(1) : "");
	}

	/** What a command acts on may still be under way. */
	private void send(String caller, String path, String json) throws InterruptedException {
		for (int i = 0; i < TRIES && call("POST", path, caller, json).isEmpty(); i++) {
			Thread.sleep(PAUSE);
		}
	}

	private String call(String method, String path, String authorization, String body) {
		try {
			var request = (HttpURLConnection) URI.create("http://127.0.0.1:" + this.port + path)
				.toURL()
				.openConnection();
			request.setConnectTimeout(PATIENCE);
			request.setReadTimeout(PATIENCE);
			request.setRequestMethod(method);
			request.setRequestProperty("Authorization", authorization);
			if (!body.isEmpty()) {
				request.setDoOutput(true);
				if (body.startsWith("{")) {
					request.setRequestProperty("Content-Type", "application/json");
				}
				request.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
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
