package io.gendan.messaging;

import java.util.List;

import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service tells of itself, to whom, and at which of its two ports. */
@GendanIntegrationTest
class ActuatorTest {

	private static final List<String> ACTUATOR = List.of("/actuator", "/actuator/health", "/actuator/health/readiness",
			"/actuator/health/store", "/actuator/info", "/actuator/prometheus", "/actuator/metrics",
			"/actuator/metrics/jvm.memory.used", "/actuator/env", "/actuator/beans", "/actuator/heapdump",
			"/actuator/loggers", "/actuator/shutdown", "/actuator/bindings", "/actuator/mappings");

	@Autowired
	TestSystem system;

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz" })
	void thePortOfTheApiTellsStrangersTheStatusAlone(String path) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.system.anonymous().get(path).text()).isEqualTo("{\"status\":\"UP\"}"));
		assertProblem(this.system.anonymous().post(path, ""), 405);
		assertProblem(this.system.watcher("gu", "operator").get(path), 404);
	}

	@Test
	void nothingOfTheActuatorIsAtThePortOfTheApi() {
		Caller operator = this.system.as("gu", "operator");
		for (String path : ACTUATOR) {
			for (Answer answer : List.of(this.system.anonymous().get(path), this.system.anonymous().post(path, ""))) {
				assertThat(answer.status()).as(path).isIn(401, 404);
				assertProblem(answer, answer.status());
			}
			assertProblem(operator.get(path), 404);
			assertProblem(operator.post(path, ""), 404);
		}
	}

	@Test
	void healthInfoAndMetricsNeedNoTokenAtTheirOwnPort() {
		Caller watcher = this.system.watcher();
		Awaitility.await()
			.untilAsserted(() -> assertThat(watcher.get("/actuator/health/readiness").text())
				.contains("\"status\":\"UP\"", "\"store\"", "\"broker\""));
		assertThat(watcher.get("/actuator/health/liveness").status()).isEqualTo(200);
		assertThat(watcher.get("/actuator/info").status()).isEqualTo(200);
		assertThat(watcher.get("/actuator/prometheus").text()).contains("gendan_outbox_backlog");
		assertProblem(watcher.post("/actuator/health", ""), 405);
		assertProblem(watcher.post("/actuator/prometheus", ""), 405);
		assertThat(watcher.get("/actuator/health/unheard-of").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/metrics", "/actuator/metrics/jvm.memory.used", "/actuator/env",
			"/actuator/shutdown", "/actuator/heapdump", "/api/small/S-1", "/api/dead-letters", "/nothing", "/" })
	void everythingElseNeedsOne(String path) {
		assertProblem(this.system.watcher().get(path), 401);
		assertProblem(this.system.watcher().post(path, ""), 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/shutdown", "/actuator/heapdump", "/api/small/S-1",
			"/api/dead-letters", "/v3/api-docs", "/nothing" })
	void whatIsNotThereIsAProblemThereToo(String path) {
		Caller operator = this.system.watcher("gu", "operator");
		assertThat(operator.get("/actuator/metrics").body().path("names").size()).isPositive();
		assertProblem(operator.get(path), 404);
		assertProblem(operator.post(path, ""), 404);
	}

	private static void assertProblem(Answer answer, int status) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
		assertThat(answer.body().path("code").asString()).isNotBlank();
		assertThat(answer.body().at("/messages/zh").asString()).containsPattern("\\p{IsHan}");
	}

}
