package io.gendan.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestIdentity;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Identifiers in addresses and headers are read by the rule of all other texts. */
@GendanIntegrationTest
class UnseenIdentifiersTest {

	@Autowired
	TestSystem system;

	@LocalServerPort
	int port;

	@BeforeEach
	void anOrder() {
		this.system.publish(Orders.placed("UI-1"));
		this.system.await("UI-1", ReviewOpened.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UI-1\u202E", "UI\u2067-1", "UI-\u200B1", "\u200B\u2060", "\u3164", "UI-1\u0085x",
			"UI-1\uFFFF" })
	void anIdentifierThatCannotBeSeenIsRefusedInEveryAddress(String order) {
		String encoded = URLEncoder.encode(order, StandardCharsets.UTF_8);
		for (String path : new String[] { "/api/small/" + encoded, "/api/dead-letters/" + encoded }) {
			Answer refused = this.system.as("chen", "auditor").get(path);
			assertThat(refused.status()).as(refused.text()).isEqualTo(400);
			assertThat(refused.body().path("code").asString()).isEqualTo("PARAMETER_INVALID");
			assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("UNPRINTABLE");
			assertThat(refused.body().at("/errors/0/messages/zh").asString()).containsPattern("\\p{IsHan}");
		}
	}

	@Test
	void nothingAtAllIsRefusedAndABrokenOneIsUnknown() {
		Answer blank = this.system.as("chen", "auditor").get("/api/small/%20");
		assertThat(blank.status()).as(blank.text()).isEqualTo(400);
		assertThat(blank.body().at("/errors/0/code").asString()).isEqualTo("REQUIRED");
		assertThat(this.system.as("chen", "auditor").get("/api/small/UI-1%ED%A0%80").status()).isIn(400, 404);
		assertThat(
				this.system.as("li", "salesperson").post("/api/small/UI-1%ED%A0%80/note", "{\"text\":\"a\"}").status())
			.isIn(400, 404);
	}

	@Test
	void anIdentifierHasOneSpelling() {
		Answer found = this.system.as("chen", "auditor").get("/api/small/%20UI-1%E3%80%80");
		assertThat(found.status()).as(found.text()).isEqualTo(200);
		assertThat(found.body().path("order").asString()).isEqualTo("UI-1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "k\u202Ek", "k\u2067k", "k\u200Bk", "\u200B", "\u3164", "\u00A0", " ", "k\u0085k",
			"k\u0007k", "k\uFFFF" })
	void aKeyThatCannotBeSeenIsRefusedAndNothingHappens(String key) throws IOException {
		assertRefused(note("never", key, StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "k\u00ED\u00A0\u0080", "\u00E9", "k\u00FF" })
	void aKeyThatIsNoUtf8IsRefused(String bytes) throws IOException {
		assertRefused(note("never", bytes, StandardCharsets.ISO_8859_1));
	}

	@Test
	void aHeaderWithControlCharactersIsTheCallersFault() throws IOException {
		assertRefused(note("never", "k\r\nIf-Match: \u0085", StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "k 1", "\u8BA2\u5355-\u4E03", "\u00E9t\u00E9" })
	void aKeyOfAnyScriptIsTakenOnce(String key) throws IOException {
		String first = note("once", key, StandardCharsets.UTF_8);
		assertThat(first).startsWith("HTTP/1.1 200");
		String again = note("once", " " + key, StandardCharsets.UTF_8);
		assertThat(again).startsWith("HTTP/1.1 200");
		assertThat(etag(again)).isEqualTo(etag(first));
	}

	private void assertRefused(String reply) {
		assertThat(reply).startsWith("HTTP/1.1 400")
			.containsIgnoringCase("content-type: application/problem+json")
			.containsPattern("\\p{IsHan}");
		assertThat(this.system.as("chen", "auditor").get("/api/small/UI-1").body().path("notes").asString())
			.doesNotContain("never");
	}

	private static String etag(String reply) {
		return reply.lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("etag:"))
			.findFirst()
			.orElseThrow();
	}

	/** Notes something with a key as it is: clients would refuse to send most of them. */
	private String note(String text, String key, Charset charset) throws IOException {
		String body = "{\"text\":\"%s\"}".formatted(text);
		String request = "POST /api/small/UI-1/note HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer %s\r\nIdempotency-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
			.formatted(TestIdentity.token("li", "salesperson"), key, body.length(), body);
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(charset));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
