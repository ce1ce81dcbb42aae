package io.gendan.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What the web server or the firewall cannot read is the caller's fault. */
@GendanIntegrationTest
class CallersMistakesTest {

	private static final String FORM = "application/x-www-form-urlencoded";

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", FORM })
	void aListIsAskedForWithoutABody(String type) throws IOException {
		assertThat(send("GET /api/small?state=OPEN", "Content-Type: " + type, ""))
			.containsPattern("^HTTP/1.1 (200|400)");
		assertRefused(send("GET /api/small?enteredBy=%ZZ", "Content-Type: " + type, ""));
	}

	@Test
	void aQueryThatCannotBeDecoded() throws IOException {
		assertRefused(send("POST /api/dead-letters/replay?order=%ZZ", "Content-Type: application/json", "{}"));
		assertRefused(send("GET /api/dead-letters?order=%ZZ", "Content-Type: text/plain", ""));
	}

	@ParameterizedTest
	@CsvSource({ "/api/small/CM-1/note", "/api/small/note", "/api/dead-letters/replay?order=CM-1" })
	void aFormThatCannotBeDecoded(String path) throws IOException {
		assertRefused(send("POST " + path, "Content-Type: " + FORM, "a=%ZZ"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Idempotency-Key: \u0085", "If-Match: \u0085", "traceparent: 00-\u0085", "Content-Type: \u0085",
					"Content-Type: application/json\u0085", "Accept: \u0085", "Accept-Language: \u0085" })
	void aHeaderWithAByteThatIsNoText(String header) throws IOException {
		String type = header.startsWith("Content-Type") ? "" : "Content-Type: application/json\r\n";
		assertRefused(send("POST /api/small/CM-1/note", type + header, "{\"text\":\"a\"}"));
	}

	private static void assertRefused(String reply) {
		assertThat(reply).containsPattern("^HTTP/1.1 4(00|04|06|15)")
			.containsIgnoringCase("content-type: application/problem+json")
			.containsPattern("\\p{IsHan}");
	}

	/** As it is: clients would refuse to send most of it. */
	private String send(String line, String headers, String body) throws IOException {
		String request = "%s HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer %s\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
			.formatted(line, TestIdentity.token("li", "salesperson", "operator"), headers, body.length(), body);
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
