package io.gendan.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestIdentity;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** However many bodies come at once, no more of them is held than the budget says. */
@GendanIntegrationTest
class ParallelBodiesTest {

	private static final int LARGE = 1_900_000;

	private static final String NOTE = "/api/small/PB-1/note";

	private static final String CHUNKED = "Transfer-Encoding: chunked";

	@Autowired
	TestSystem system;

	@LocalServerPort
	int port;

	@Test
	void thoseThatFindNoRoomAreSentAwayAndTheOthersAreAnswered() {
		this.system.publish(Orders.placed("PB-2"));
		this.system.await("PB-2", ReviewOpened.class);
		Caller sales = this.system.as("li", "salesperson");
		String body = "{\"text\":\"" + "x".repeat(LARGE) + "\"}";
		List<CompletableFuture<Answer>> answers = IntStream.range(0, 24)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> sales.post("/api/small/PB-unheard-of/note", body),
					Thread::startVirtualThread))
			.toList();
		assertThat(answers).map(CompletableFuture::join).allSatisfy((answer) -> {
			assertThat(answer.status()).as(answer.text()).isIn(404, 503);
			if (answer.status() == 503) {
				assertBusy(answer);
			}
		}).anyMatch((answer) -> answer.status() == 404);
		assertThat(sales.post("/api/small/PB-2/note", Map.of("text", "a")).status()).isEqualTo(200);
	}

	@Test
	void aBodyTakesItsRoomBeforeItIsReadAndGivesItBack() throws IOException {
		Caller sales = this.system.as("li", "salesperson");
		String large = "{\"text\":\"" + "x".repeat(LARGE) + "\"}";
		try (Socket first = begin("Content-Length: " + LARGE); Socket second = begin(CHUNKED)) {
			Awaitility.await().untilAsserted(() -> assertBusy(sales.post(NOTE, large)));
			assertThat(this.system.as("wu", "production").post(NOTE, large).status()).as("roles come first")
				.isEqualTo(403);
			assertThat(this.system.anonymous().post(NOTE, large).status()).isEqualTo(401);
			assertThat(sales.get("/api/small").status()).as("who brings nothing").isEqualTo(200);
		}
		Awaitility.await().until(() -> sales.post(NOTE, large).status() == 404);
	}

	@Test
	void aBodyThatIsAnnouncedTooLargeIsNotWaitedFor() throws IOException {
		try (Socket connection = begin("Content-Length: 3000000")) {
			assertThat(firstLine(connection)).contains(" 413 ");
		}
	}

	@Test
	void aBodyThatTricklesInLosesItsRoom() throws IOException, InterruptedException {
		try (Socket slow = begin("Content-Length: " + LARGE)) {
			Awaitility.await().ignoreExceptions().until(() -> {
				slow.getOutputStream().write('x');
				slow.getOutputStream().flush();
				return slow.getInputStream().available() > 0;
			});
			assertThat(firstLine(slow)).contains(" 408 ");
		}
	}

	@Test
	void oneCallerWhoSendsSlowlyShutsOutNobodyElse() throws IOException {
		this.system.publish(Orders.placed("PB-3"));
		this.system.await("PB-3", ReviewOpened.class);
		List<Socket> slow = new ArrayList<>();
		try {
			for (int length : new int[] { LARGE, 1_000_000, 400_000, 400_000, 400_000, 64_000, 25_600, 4_096 }) {
				slow.add(begin("Content-Length: " + length));
			}
			String large = "{\"text\":\"" + "x".repeat(LARGE) + "\"}";
			Awaitility.await().untilAsserted(() -> assertBusy(this.system.as("li", "salesperson").post(NOTE, large)));
			for (int i = 0; i < 20; i++) {
				Answer other = this.system.as("zhao", "salesperson")
					.post("/api/small/PB-3/note", Map.of("text", "x".repeat(10_000)));
				assertThat(other.status()).as(other.text()).isEqualTo(200);
			}
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

	@Test
	void aSmallBodyWithoutItsLengthWaitsForNoOther() throws IOException {
		List<Socket> unfinished = new ArrayList<>();
		try {
			for (int i = 0; i < 20; i++) {
				unfinished.add(begin(CHUNKED));
			}
			try (Socket small = begin(CHUNKED)) {
				chunk(small, "{\"text\":\"a\"}");
				chunk(small, "");
				assertThat(firstLine(small)).contains(" 404 ");
			}
		}
		finally {
			for (Socket socket : unfinished) {
				socket.close();
			}
		}
	}

	@Test
	void aLargeBodyWithoutItsLengthTakesTheRoomOfTheLargest() throws IOException {
		this.system.publish(Orders.placed("PB-4"));
		this.system.await("PB-4", ReviewOpened.class);
		Caller sales = this.system.as("li", "salesperson");
		try (Socket large = begin("/api/small/PB-4/note", CHUNKED)) {
			chunk(large, "{\"text\":\"" + "x".repeat(9_000));
			Awaitility.await().untilAsserted(() -> assertBusy(sales.post("/api/small/PB-4/note", Map.of("text", "a"))));
			chunk(large, "x".repeat(900) + "\"}");
			chunk(large, "");
			assertThat(firstLine(large)).contains(" 200 ");
		}
		assertThat(sales.post("/api/small/PB-4/note", Map.of("text", "a")).status()).isEqualTo(200);
	}

	@Test
	void aBodyThatBreaksOffLeavesNothingBehind() throws IOException {
		Caller sales = this.system.as("li", "salesperson");
		for (int i = 0; i < 300; i++) {
			try (Socket broken = begin(CHUNKED)) {
				chunk(broken, "{");
			}
		}
		String large = "{\"text\":\"" + "x".repeat(LARGE) + "\"}";
		Awaitility.await().until(() -> sales.post(NOTE, large).status() == 404);
	}

	private Socket begin(String length) throws IOException {
		return begin(NOTE, length);
	}

	private Socket begin(String address, String length) throws IOException {
		Socket connection = new Socket(InetAddress.getLoopbackAddress(), this.port);
		connection.setSoTimeout(10_000);
		String head = "POST %s HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n\r\n"
			.formatted(address, TestIdentity.token("li", "salesperson"), length);
		connection.getOutputStream()
			.write((head + (length.startsWith("T") ? "" : "{\"text\":\"")).getBytes(StandardCharsets.UTF_8));
		connection.getOutputStream().flush();
		return connection;
	}

	private static void chunk(Socket connection, String text) throws IOException {
		connection.getOutputStream()
			.write("%x\r\n%s\r\n".formatted(text.length(), text).getBytes(StandardCharsets.UTF_8));
		connection.getOutputStream().flush();
	}

	private static String firstLine(Socket connection) throws IOException {
		byte[] start = connection.getInputStream().readNBytes(15);
		return new String(start, StandardCharsets.UTF_8);
	}

	private static void assertBusy(Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(503);
		assertThat(answer.body().path("code").asString()).isEqualTo("SERVICE_BUSY");
		assertThat(answer.body().at("/messages/zh").asString()).containsPattern("\\p{IsHan}");
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
	}

}
