package io.gendan.local.edge.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway adds nothing, keeps nothing and repeats nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PassThroughTests {

	private static final byte[] PACKED = packed("twelve orders");

	private static final AtomicInteger asked = new AtomicInteger();

	private static final HttpServer order = service();

	private static final ServerSocket silent = silence();

	private static final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private static Path directory;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		settings.add("gendan.idp.key-file", () -> directory.resolve("key.json").toString());
		settings.add("gendan.gateway.answer-timeout", () -> "2s");
		settings.add("gendan.gateway.services.order.uri", () -> "http://127.0.0.1:" + order.getAddress().getPort());
		settings.add("gendan.gateway.services.billing.uri", () -> "http://127.0.0.1:" + silent.getLocalPort());
	}

	@AfterAll
	static void stop() throws IOException {
		order.stop(0);
		silent.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/orders/SO-1", "/api/order-imports/7", "/api/timeline/rebuild", "/desk/orders" })
	void everyPathOfAServiceLeadsToIt(String path) throws Exception {
		assertThat(body(get(path))).isEqualTo("seen by null with null: 0");
	}

	@Test
	void headersReachTheService() throws Exception {
		var answer = send(HttpRequest.newBuilder(address("/api/orders/SO-1")).header("Authorization", "Bearer mine"));
		assertThat(body(answer)).isEqualTo("seen by Bearer mine with null: 0");
	}

	@Test
	void aCookieOfOneCallerIsNotSentForTheNext() throws Exception {
		assertThat(get("/desk/login").headers().firstValue("Set-Cookie")).hasValue("desk=li; Path=/");
		assertThat(body(get("/desk/orders"))).isEqualTo("seen by null with null: 0");
	}

	@Test
	void aRedirectIsForTheBrowserToFollow() throws Exception {
		var answer = get("/desk/moved");
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).hasValue("/desk/orders");
	}

	@Test
	void aPackedAnswerStaysPacked() throws Exception {
		var answer = get("/desk/packed");
		assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(answer.body()).isEqualTo(PACKED);
	}

	@Test
	void aRefusalIsPassedOnAndNotTriedAgain() throws Exception {
		var before = asked.get();
		var answer = get("/desk/busy");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(body(answer)).isEqualTo("{\"code\":\"STORE_UNAVAILABLE\"}");
		assertThat(asked.get() - before).isEqualTo(1);
	}

	@Test
	void anUploadOfSeveralPartsPassesThroughUnread() throws Exception {
		var file = "SO-1;12\r\n".repeat(300_000);
		var form = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.csv\"\r\n\r\n" + file
				+ "\r\n--edge--\r\n";
		var answer = send(HttpRequest.newBuilder(address("/api/order-imports"))
			.header("Content-Type", "multipart/form-data; boundary=edge")
			.POST(HttpRequest.BodyPublishers.ofString(form)));
		assertThat(body(answer)).isEqualTo("seen by null with null: " + form.length());
	}

	@Test
	void aServiceThatNeverAnswersIsNotWaitedForForever() throws Exception {
		var answer = get("/api/billings/SO-1");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
		assertThat(body(answer)).contains("SERVICE_UNAVAILABLE", "\"service\":\"billing\"");
	}

	private HttpResponse<byte[]> get(String path) throws Exception {
		return send(HttpRequest.newBuilder(address(path)));
	}

	private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
		return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String body(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	/** A service that tells what it has seen, or does what the path says. */
	private static HttpServer service() {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				asked.incrementAndGet();
				var size = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
				var headers = exchange.getRequestHeaders();
				answer(exchange, 200,
						"seen by %s with %s: %d"
							.formatted(headers.getFirst("Authorization"), headers.getFirst("Cookie"), size)
							.getBytes(StandardCharsets.UTF_8));
			});
			server.createContext("/desk/login",
					(exchange) -> answer(exchange, 200, new byte[0], "Set-Cookie", "desk=li; Path=/"));
			server.createContext("/desk/moved",
					(exchange) -> answer(exchange, 303, new byte[0], "Location", "/desk/orders"));
			server.createContext("/desk/packed",
					(exchange) -> answer(exchange, 200, PACKED, "Content-Encoding", "gzip"));
			server.createContext("/desk/busy", (exchange) -> {
				asked.incrementAndGet();
				answer(exchange, 503, "{\"code\":\"STORE_UNAVAILABLE\"}".getBytes(StandardCharsets.UTF_8),
						"Retry-After", "1");
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange, int status, byte[] body, String... header) throws IOException {
		if (header.length > 0) {
			exchange.getResponseHeaders().set(header[0], header[1]);
		}
		exchange.sendResponseHeaders(status, (body.length > 0) ? body.length : -1);
		try (var out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

	/** Takes connections, and that is all. */
	private static ServerSocket silence() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] packed(String text) {
		var bytes = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
