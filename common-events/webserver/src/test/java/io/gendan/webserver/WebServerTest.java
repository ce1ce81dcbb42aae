package io.gendan.webserver;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.gendan.webserver.RawRequest.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Which addresses the server takes, and what it says by itself. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WebServerTest {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "M8/20", "1/2\" BSP", "A+B C", "阀 门", "100%", "x;y=1", "a\\b", "a//b", "/", "%", ";",
			"%2F", "?#&", "[x]{y}|^`<>" })
	void anIdentifierMayHoldAnyVisibleCharacter(String name) throws IOException {
		String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
		Reply reply = RawRequest.get("/things/" + encoded).to(this.port);
		assertThat(reply.status()).as(reply.body()).isEqualTo(200);
		assertThat(reply.body()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/things/../things/a", "/things/..;/things/a", "/things/%2e%2e/things/a", "/things/..%2fa",
			"/things/a;b=1", "/things//a", "/things/%00", "/things/%0a", "/..%5c..%5cetc", "/things/%2e%2e%2f",
			"/things/%252e%252e/a", "/%2e%2e/%2e%2e/etc/passwd", "/things/a%zz", "/things/a%", "/things/%ff%fe",
			"/things/a?b=%zz", "/things/a?%ff=%c0%80", "/things/a?b=%00", "/things/\\a", "/things/\"a\"",
			"/things/{a}" })
	void noAddressLeadsElsewhereOrBreaksTheServer(String address) throws IOException {
		Reply reply = RawRequest.get(address).to(this.port);
		assertThat(reply.status()).isIn(200, 400, 404);
		if (reply.status() == 200) {
			assertThat(reply.body()).doesNotStartWith("root:");
		}
		else {
			assertProblem(reply);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400|GET
			400|GET / HTTP/1.1 and more\\r\\nHost: here
			400|GET /things/a HTTP/1.1
			400|GET /things/a HTTP/1.1\\r\\nHost: here\\r\\nHost: there
			400|GET /things/a HTTP/1.1\\r\\nHost: a b
			400|GET /things/a HTTP/1.1\\r\\nHost: here\\r\\nContent-Length: -1
			400|GET /things/a HTTP/1.1\\r\\nHost: here\\r\\nContent-Length: 1\\r\\nContent-Length: 2
			400|FETCH /things/a HTTP/1.1\\r\\nHost: here
			404|GET /nothing HTTP/1.1\\r\\nHost: here
			404|GET /error HTTP/1.1\\r\\nHost: here
			405|DELETE /things/a HTTP/1.1\\r\\nHost: here
			405|TRACE /things/a HTTP/1.1\\r\\nHost: here
			406|GET /things/a HTTP/1.1\\r\\nHost: here\\r\\nAccept: image/png
			417|POST /things/a HTTP/1.1\\r\\nHost: here\\r\\nExpect: tea
			501|POST /things/a HTTP/1.1\\r\\nHost: here\\r\\nTransfer-Encoding: tea
			505|GET /things/a HTTP/7.1\\r\\nHost: here
			""")
	void whatTheServerRefusesIsAProblemDetail(int status, String request) throws IOException {
		Reply reply = new RawRequest(request.replace("\\r\\n", "\r\n") + "\r\nConnection: close\r\n\r\n").to(this.port);
		assertThat(reply.status()).as(reply.head()).isEqualTo(status);
		assertProblem(reply);
	}

	@Test
	void headersThatAreTooLargeAreToldAsSuch() throws IOException {
		Reply reply = new RawRequest(
				"GET / HTTP/1.1\r\nHost: here\r\nX-Long: %s\r\nConnection: close\r\n\r\n".formatted("x".repeat(20_000)))
			.to(this.port);
		assertThat(reply.status()).isIn(400, 431);
		assertProblem(reply);
	}

	@Test
	void theDetailSpeaksTheCallersLanguage() throws IOException {
		Reply reply = new RawRequest(
				"FETCH / HTTP/1.1\r\nHost: here\r\nAccept-Language: zh-CN\r\nConnection: close\r\n\r\n")
			.to(this.port);
		assertThat(reply.body()).contains("\"detail\":\"请求");
	}

	private static void assertProblem(Reply reply) {
		assertThat(reply.head()).containsIgnoringCase("content-type: application/problem+json");
		assertThat(reply.body()).contains("\"code\":\"HTTP_" + reply.status(), "\"en\":\"", "\"zh\":\"")
			.containsPattern("\\p{IsHan}")
			.doesNotContainIgnoringCase("tomcat")
			.doesNotContain("Exception", "<html");
	}

}
