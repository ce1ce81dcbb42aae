package io.gendan.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.gendan.messaging.access.RefusedAttempt;
import io.gendan.messaging.access.RefusedAttempts;
import io.gendan.testing.TestIdentity;
import io.gendan.testing.TestInfrastructure;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** An identity provider that takes connections and says nothing holds up nobody. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestInfrastructure.class)
class FrozenIdentityTest {

	private static final ServerSocket FROZEN = frozen();

	@LocalServerPort
	int port;

	@Autowired
	RefusedAttempts attempts;

	@DynamicPropertySource
	static void identity(DynamicPropertyRegistry settings) {
		settings.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
				() -> "http://127.0.0.1:" + FROZEN.getLocalPort() + "/keys");
	}

	@Test
	void aTokenThatNobodyCanCheckIsToldSoSoonHoweverManyComeAndRecorded() {
		long begun = System.nanoTime();
		List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> get("/api/small/FI-" + i), Thread::startVirtualThread))
			.toList();
		assertThat(answers).map(CompletableFuture::join).allSatisfy((answer) -> {
			assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
			assertThat(answer.headers().firstValue("Retry-After")).isPresent();
			assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
			assertThat(answer.body()).contains("IDENTITY_UNAVAILABLE").containsPattern("\\p{IsHan}");
		});
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
		Awaitility.await()
			.until(() -> this.attempts.page(RefusedAttempt.NOBODY, RefusedAttempt.Reason.TOKEN, null, 100)
				.items()
				.size() == 20);
	}

	private HttpResponse<String> get(String path) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
				.header("Authorization", "Bearer " + TestIdentity.token("li", "salesperson"))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Never accepts: whoever connects waits in the backlog. */
	private static ServerSocket frozen() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
