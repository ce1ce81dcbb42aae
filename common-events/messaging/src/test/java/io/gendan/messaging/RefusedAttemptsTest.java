package io.gendan.messaging;

import java.util.List;
import java.util.Map;

import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What was refused to whom stands where the auditor can read it. */
@GendanIntegrationTest
class RefusedAttemptsTest {

	@Autowired
	TestSystem system;

	@Test
	void anAttemptWithoutARoleIsRecordedAsItsAnswerSays() {
		Caller clerk = this.system.with("clerk-1",
				Map.of("name", "Wu 吴", "roles", List.of("production", "salesperson"), "customers", List.of("*")));
		Answer refused = clerk.post("/api/small/RA-1/approve?x=1", "{\"no\": json");
		assertThat(refused.status()).as("before anything of the body is read").isEqualTo(403);
		assertThat(refused.body().at("/messages/en").asString()).contains("recorded");
		JsonNode entry = await("user=clerk-1").path(0);
		assertThat(entry.path("name").asString()).isEqualTo("Wu 吴");
		assertThat(entry.path("roles").toString()).isEqualTo("[\"production\",\"salesperson\"]");
		assertThat(entry.path("method").asString()).isEqualTo("POST");
		assertThat(entry.path("path").asString()).isEqualTo("/api/small/RA-1/approve");
		assertThat(entry.path("reason").asString()).isEqualTo("ROLE");
		assertThat(entry.path("at").asString()).isNotEmpty();
		assertThat(entry.path("count").asInt()).isEqualTo(1);
	}

	@Test
	void anAttemptWithoutATokenIsRecorded() {
		assertThat(this.system.anonymous().get("/api/small/RA-2").status()).isEqualTo(401);
		for (String filter : List.of("reason=token", "user=-")) {
			Awaitility.await().until(() -> list(filter).findValuesAsString("path").contains("/api/small/RA-2"));
		}
	}

	@Test
	void anAttemptOnAStrangersOrderIsRecordedAndOneOnNoOrderIsNot() {
		this.system.publish(Orders.placed("RA-3", "C-1", "zhao"));
		this.system.await("RA-3", ReviewOpened.class);
		Caller stranger = this.system.owning("lin-3", "customer", "C-2");
		stranger.get("/api/small/RA-3-none");
		stranger.get("/api/small/RA-3");
		stranger.post("/api/small/note",
				Map.of("items", List.of(Map.of("order", "RA-3", "command", Map.of("text", "x")))));
		Awaitility.await().until(() -> list("user=lin-3&reason=order").path("items").size() == 2);
		JsonNode entries = list("user=lin-3").path("items");
		assertThat(entries.findValuesAsString("path")).containsExactlyInAnyOrder("/api/small/RA-3", "/api/small/note");
		assertThat(entries.findValuesAsString("order")).containsExactly("RA-3", "RA-3");
	}

	@Test
	void theListGoesPageByPage() {
		Caller nobody = this.system.as("nobody-4", "none");
		for (int i = 0; i < 5; i++) {
			nobody.get("/api/small/RA-4-" + i);
		}
		Awaitility.await().until(() -> list("user=nobody-4").path("items").size() == 5);
		JsonNode first = list("user=nobody-4&limit=3");
		JsonNode second = list("user=nobody-4&limit=3&after=" + first.path("next").asString());
		assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(5);
		assertThat(first.findValuesAsString("id")).doesNotContainAnyElementsOf(second.findValuesAsString("id"));
		assertThat(second.has("next")).isFalse();
		for (String wrong : List.of("after=x", "reason=x", "limit=0")) {
			assertThat(auditor().get("/api/access-refusals?" + wrong).status()).as(wrong).isEqualTo(400);
		}
	}

	@Test
	void onlyTheAuditorReadsTheList() {
		for (String role : List.of("customer", "salesperson", "general-manager", "operator", "integration")) {
			assertThat(this.system.as("li", role).get("/api/access-refusals").status()).as(role).isEqualTo(403);
		}
	}

	private JsonNode await(String filter) {
		Awaitility.await().until(() -> !list(filter).path("items").isEmpty());
		return list(filter).path("items");
	}

	private JsonNode list(String filter) {
		Answer answer = auditor().get("/api/access-refusals?" + filter);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.body();
	}

	private Caller auditor() {
		return this.system.as("sun", "auditor");
	}

}
