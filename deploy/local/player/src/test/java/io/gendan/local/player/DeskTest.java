package io.gendan.local.player;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gendan.local.player.Gateway.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What lies on a desk is settled together, and everybody gets the answer to their own.
 */
class DeskTest {

	private static final JsonMapper JSON = new JsonMapper();

	private final List<String> paths = new CopyOnWriteArrayList<>();

	private HttpServer server;

	private Gateway gateway;

	@BeforeEach
	void start() throws Exception {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/oauth2/token", (exchange) -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
		this.server.createContext("/api", this::answer);
		this.server.start();
		this.gateway = new Gateway(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()));
		this.gateway.login();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void manyAreSettledInOneRequestEachWithItsOwnAnswer() throws Exception {
		List<Reply> replies = settle(new Desk(this.gateway, 100), "D-1", "D-409", "D-3");
		assertThat(this.paths).containsExactly("/api/reviews/approve");
		assertThat(replies).extracting(Reply::status).containsExactly(200, 409, 200);
		assertThat(replies.get(1).code()).isEqualTo("ALREADY_APPROVED");
	}

	@Test
	void oneAloneIsSettledAlone() throws Exception {
		assertThat(settle(new Desk(this.gateway, 100), "D-4")).extracting(Reply::status).containsExactly(200);
		assertThat(this.paths).containsExactly("/api/reviews/D-4/approve");
	}

	@Test
	void aRefusedRequestIsTheAnswerToAll() throws Exception {
		assertThat(settle(new Desk(this.gateway, 100), "D-503", "D-7")).extracting(Reply::status)
			.containsExactly(503, 503);
	}

	private static List<Reply> settle(Desk desk, String... orders) throws Exception {
		List<Future<Reply>> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (String order : orders) {
				answers.add(threads.submit(() -> desk.settle(new Task("approve-1", Person.SALES_MANAGER, order,
						"/api/reviews", "approve", Map.of("remarks", "ok")))));
			}
			// Only now, so that all lie there at the first glance.
			while (desk.waiting() < orders.length) {
				Thread.sleep(1);
			}
			desk.open("approvals");
		}
		List<Reply> replies = new ArrayList<>();
		for (Future<Reply> answer : answers) {
			replies.add(answer.get());
		}
		return replies;
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.paths.add(exchange.getRequestURI().getPath());
		JsonNode body = JSON.readTree(exchange.getRequestBody());
		List<String> lines = new ArrayList<>();
		int status = 200;
		for (JsonNode item : body.path("items")) {
			String order = item.path("order").asString();
			assertThat(item.path("key").asString()).isEqualTo("play-" + order + "-approve-1");
			assertThat(item.path("command").path("remarks").asString()).isEqualTo("ok");
			status = order.equals("D-503") ? 503 : status;
			lines.add(order.equals("D-409") ? "{\"status\":409,\"problem\":{\"code\":\"ALREADY_APPROVED\"}}"
					: "{\"status\":200}");
		}
		answer(exchange, status, "{\"items\":[" + String.join(",", lines) + "]}");
	}

	private static void answer(HttpExchange exchange, int status, String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
