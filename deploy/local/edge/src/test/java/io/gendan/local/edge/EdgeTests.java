package io.gendan.local.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EdgeTests {

	private static final HttpServer order = echo();

	private static final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private static Path directory;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry settings) {
		settings.add("gendan.idp.key-file", () -> directory.resolve("key.json").toString());
		settings.add("gendan.gateway.services.order.uri", () -> "http://127.0.0.1:" + order.getAddress().getPort());
		settings.add("gendan.gateway.services.review.uri", () -> "http://127.0.0.1:1");
	}

	@AfterAll
	static void stop() {
		order.stop(0);
	}

	@ParameterizedTest
	@CsvSource({ "li.salesperson,salesperson", "wang.sales-manager,sales-manager", "gu.operator,operator",
			"erp.integration,integration" })
	void aDemoUserGetsATokenThatSaysWhoAndInWhichRole(String user, String role) throws Exception {
		var answer = token(user, "demo");
		assertThat(answer.statusCode()).isEqualTo(200);
		var claims = SignedJWT.parse(between(answer.body(), "\"access_token\":\"", "\"")).getJWTClaimsSet();
		assertThat(claims.getSubject()).isEqualTo(user);
		assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
		assertThat(claims.getStringListClaim("roles")).containsExactly(role);
		assertThat(claims.getStringClaim("name")).isNotBlank();
		assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()).isEqualTo(8 * 3600 * 1000);
	}

	@ParameterizedTest
	@CsvSource({ "li.salesperson,customers,*", "zhao.salesperson,customers,K-8", "lin.customer,customers,K-7",
			"ma.customer,customers,K-8", "portal.customer,customers,*", "erp.integration,grants,orders:place" })
	void aDemoUserGetsATokenThatSaysForWhom(String user, String claim, String value) throws Exception {
		var claims = SignedJWT.parse(between(token(user, "demo").body(), "\"access_token\":\"", "\""))
			.getJWTClaimsSet();
		assertThat(claims.getStringListClaim(claim)).contains(value);
	}

	@Test
	void aWrongSecretGetsNoToken() throws Exception {
		assertThat(token("li.salesperson", "guess").statusCode()).isEqualTo(401);
	}

	@Test
	void theKeyIsPublishedAndItsPrivatePartIsNot() throws Exception {
		assertThat(get("/oauth2/jwks").body()).contains("\"kid\"").doesNotContain("\"d\"");
		assertThat(get("/.well-known/openid-configuration").body()).contains("http://localhost:8080/oauth2/token");
		assertThat(directory.resolve("key.json")).exists();
	}

	@Test
	void aRequestReachesItsServiceWithoutAToken() throws Exception {
		assertThat(get("/api/orders/SO-1?lang=zh").body()).isEqualTo("GET /api/orders/SO-1?lang=zh 0");
		assertThat(get("/services/order/readyz").body()).isEqualTo("GET /readyz 0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "M8%2F20", "1%2F2%22%20BSP", "A%2BB%20C", "%E9%98%80%20%E9%97%A8", "100%25", "x%3By%3D1",
			"a%5Cb", "100%25?lang=100%25%26%E9%98%80", "%252F" })
	void anIdentifierArrivesAsItWasSent(String encoded) throws Exception {
		assertThat(get("/api/orders/" + encoded).body()).isEqualTo("GET /api/orders/" + encoded + " 0");
		assertThat(get("/services/order/api/orders/" + encoded).body()).isEqualTo("GET /api/orders/" + encoded + " 0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/error", "/api/orders/../../etc", "/api/orders/%2e%2e", "/api/orders/a;b",
			"/api/orders/a|b", "/api/orders/%zz", "/api/orders/%", "/api/orders/a?b=%zz", "/api/orders/a?%=%",
			"/api/orders/a?b={}", "/api/orders/%00", "/services/nobody/api", "/services/order", "/services/order/..",
			"/login?x=%zz", "/oauth2/authorize?client_id=%zz", "/api/orders/a?b=\u00ff", "/\u0000", "//", "*" })
	void aStrangersMistakeIsToldAndNotLogged(String address, CapturedOutput log) throws Exception {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream()
				.write("GET %s HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n".formatted(address)
					.getBytes(StandardCharsets.ISO_8859_1));
			var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			var status = Integer.parseInt(answer.substring(9, 12));
			assertThat(status).as(answer).isLessThan(500);
			if (status >= 400) {
				assertThat(answer).contains("application/problem+json", "\"code\":\"HTTP_" + status, "\"zh\":\"");
			}
		}
		assertThat(log).doesNotContain("\tat ", "Exception");
	}

	@Test
	void aBodyOf64MegabytesPassesThrough() throws Exception {
		var size = 64 * 1024 * 1024;
		var body = HttpRequest.BodyPublishers.ofInputStream(() -> zeros(size));
		var answer = send(HttpRequest.newBuilder(address("/api/order-imports")).POST(body));
		assertThat(answer.body()).isEqualTo("POST /api/order-imports " + size);
	}

	@Test
	void aBodyArrivesWithItsLengthIfItHasOne() throws Exception {
		var orders = HttpRequest.newBuilder(address("/api/orders")).header("Content-Type", "application/json");
		assertThat(
				send(orders.POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}"))).headers().firstValue("Announced"))
			.hasValue("7");
		var unknown = HttpRequest.BodyPublishers.ofInputStream(() -> zeros(9));
		assertThat(send(orders.POST(unknown)).headers().firstValue("Announced")).hasValue("null");
		assertThat(send(orders.POST(unknown)).body()).isEqualTo("POST /api/orders 9");
	}

	@Test
	void aFormPassesThroughUnread() throws Exception {
		var form = HttpRequest.newBuilder(address("/api/orders"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("a=1&b=2"));
		assertThat(send(form).body()).isEqualTo("POST /api/orders 7");
	}

	@ParameterizedTest
	@CsvSource({ "zh-CN,服务 review 暂时无法响应，请稍后重试。",
			"en,The review service does not answer at the moment. Please try again shortly." })
	void aServiceThatIsDownIsSaidToBeDownInBothLanguages(String language, String detail) throws Exception {
		var answer = send(HttpRequest.newBuilder(address("/api/reviews/SO-1")).header("Accept-Language", language));
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(answer.body())
			.contains("\"code\":\"SERVICE_UNAVAILABLE\"", "\"detail\":\"" + detail, "\"zh\":\"服务",
					"\"en\":\"The review")
			.doesNotContain("Exception");
	}

	@Test
	void theFrontDoorListsTheServices() throws Exception {
		assertThat(get("/").body()).contains("/api/shipments/**", "/services/billing/v3/api-docs");
	}

	@Test
	void theFrontDoorTellsOnlyThatItIsThere() throws Exception {
		for (String path : List.of("/livez", "/readyz")) {
			assertThat(get(path).body()).isEqualTo("{\"status\":\"UP\"}");
		}
		for (String path : List.of("/actuator", "/actuator/health", "/actuator/health/readiness",
				"/services/order/actuator", "/services/order/actuator/health", "/services/order/actuator/prometheus",
				"/services/order/%61ctuator/health")) {
			var answer = get(path);
			assertThat(answer.statusCode()).as(path).isEqualTo(404);
			assertThat(answer.body()).contains("\"code\":\"HTTP_404");
		}
	}

	@Test
	void healthHasAPortOfItsOwn() throws Exception {
		assertThat(operators("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
		for (String path : List.of("/", "/actuator/env", "/services/order/readyz", "/api/orders/SO-1")) {
			var answer = operators(path);
			assertThat(answer.statusCode()).as(path).isBetween(400, 404);
			assertThat(answer.body()).contains("\"code\":\"HTTP_" + answer.statusCode(), "\"zh\":\"");
		}
	}

	@Test
	void theLoginFormIsThere() throws Exception {
		assertThat(get("/login").body()).contains("<form");
	}

	private HttpResponse<String> token(String user, String secret) throws Exception {
		var basic = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
		return send(HttpRequest.newBuilder(address("/oauth2/token"))
			.header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
	}

	private HttpResponse<String> operators(String path) throws Exception {
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.managementPort + path)));
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(HttpRequest.newBuilder(address(path)));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private static String between(String text, String start, String end) {
		var from = text.indexOf(start) + start.length();
		return text.substring(from, text.indexOf(end, from));
	}

	private static InputStream zeros(int size) {
		return new InputStream() {

			private int left = size;

			@Override
			public int read() {
				return (this.left-- > 0) ? 0 : -1;
			}

			@Override
			public int read(byte[] target, int offset, int length) {
				if (this.left <= 0) {
					return -1;
				}
				var read = Math.min(length, this.left);
				this.left -= read;
				return read;
			}

		};
	}

	private static HttpServer echo() {
		try {
			var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", (exchange) -> {
				var size = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
				var answer = "%s %s %d".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), size)
					.getBytes(StandardCharsets.UTF_8);
				exchange.getResponseHeaders()
					.set("Announced", String.valueOf(exchange.getRequestHeaders().getFirst("Content-Length")));
				exchange.sendResponseHeaders(200, answer.length);
				try (var out = exchange.getResponseBody()) {
					out.write(answer);
				}
			});
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
