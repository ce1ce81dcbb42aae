package io.gendan.messaging;

import java.util.List;

import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** An address takes the query parameters it declares, each once, and no others. */
@GendanIntegrationTest
class QueryParametersTest {

	@Autowired
	TestSystem system;

	@Test
	void anUnknownParameterIsRefusedWithThoseThatAreKnown() {
		Answer refused = caller().get("/api/small?stat=OPEN&limit=1&%24where=1", "Accept-Language", "zh-CN");
		assertThat(refused.status()).as(refused.text()).isEqualTo(400);
		JsonNode problem = refused.body();
		assertThat(problem.path("code").asString()).isEqualTo("PARAMETER_UNKNOWN");
		String known = "state, confirmed, notes, dueAt, dueAt.from, dueAt.to, customerId, enteredBy, sla, slaDue, "
				+ "slaDue.from, slaDue.to, search, sort, after, limit, format";
		assertThat(problem.at("/facts/known").asString()).isEqualTo(known);
		assertThat(problem.at("/messages/en").asString()).contains("$where, stat;", known);
		assertThat(problem.path("detail").asString()).contains("$where, stat", known).containsPattern("\\p{IsHan}");
		assertThat(problem.path("errors").findValuesAsString("field")).containsExactly("$where", "stat");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/dead-letters?state=OPEN", "/api/access-refusals?role=x",
			"/api/small?access_token=abc", "/api/small?state.x=OPEN" })
	void everyListKnowsItsParameters(String address) {
		assertRefused(caller().get(address), "PARAMETER_UNKNOWN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/small/QP-1?state=OPEN", "/api/dead-letters/QP-1?x", "/api/replays?type=x" })
	void whatIsNoListTakesNone(String address) {
		assertRefused(caller().get(address), "PARAMETER_NOT_TAKEN");
	}

	@Test
	void aCommandTakesNoneThatItDoesNotDeclare() {
		assertRefused(caller().post("/api/small/QP-1/approve?state=OPEN", ""), "PARAMETER_NOT_TAKEN");
		assertRefused(caller().post("/api/dead-letters/replay?number=QP-1", ""), "PARAMETER_UNKNOWN");
		assertField(caller().post("/api/dead-letters/replay", ""), "order", "REQUIRED");
	}

	@ParameterizedTest
	@CsvSource({ "limit=abc,limit,NUMBER_OUT_OF_RANGE", "limit=-1,limit,NUMBER_OUT_OF_RANGE",
			"limit=501,limit,NUMBER_OUT_OF_RANGE", "limit=,limit,NUMBER_OUT_OF_RANGE", "state=GONE,state,VALUE_UNKNOWN",
			"state=open,state,VALUE_UNKNOWN", "confirmed=yes,confirmed,VALUE_UNKNOWN", "sla=other,sla,VALUE_UNKNOWN",
			"customerId=a%E2%80%AEb,customerId,UNPRINTABLE", "enteredBy=%00,enteredBy,UNPRINTABLE",
			"limit=1&limit=2,limit,PARAMETER_TWICE", "sort=notes&sort=dueAt,sort,PARAMETER_TWICE" })
	void aValueThatNoOrderHasIsRefusedAtItsField(String query, String field, String code) {
		assertField(caller().get("/api/small?" + query), field, code);
	}

	@Test
	void allFaultsAreToldAtOnce() {
		JsonNode problem = caller().get("/api/small?limit=x&state=x&confirmed=x").body();
		assertThat(problem.path("errors").findValuesAsString("field")).containsExactly("state", "confirmed", "limit");
		assertThat(problem.at("/errors/0/messages/en").asString()).contains("OPEN, APPROVED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?", "?limit=1", "?state=OPEN&confirmed=false&customerId=C&enteredBy=li&sla=review",
			"?&limit=1&", "?state=OPEN&state=APPROVED", "?after=QP-1&slaDue=2026-01-01T00:00:00Z" })
	void whatIsDeclaredIsTaken(String query) {
		Answer page = caller().get("/api/small" + query);
		assertThat(page.status()).as(page.text()).isEqualTo(200);
	}

	@Test
	void theDescriptionNamesEveryColumn() {
		JsonNode parameters = this.system.anonymous()
			.get("/v3/api-docs")
			.body()
			.at("/paths/~1api~1small/get/parameters");
		assertThat(parameters.findValuesAsString("name")).containsExactly("state", "confirmed", "notes", "dueAt",
				"dueAt.from", "dueAt.to", "customerId", "enteredBy", "sla", "slaDue", "slaDue.from", "slaDue.to",
				"search", "sort", "after", "limit", "format");
		assertThat(parameters.at("/0/in").asString()).isEqualTo("query");
		assertThat(parameters.at("/0/schema/items/enum").toString()).isEqualTo("[\"OPEN\",\"APPROVED\"]");
	}

	private Caller caller() {
		return this.system.as("chen", "sales-manager", "general-manager", "auditor", "operator");
	}

	private static void assertField(Answer refused, String field, String code) {
		assertRefused(refused, "PARAMETER_INVALID");
		JsonNode errors = refused.body().path("errors");
		assertThat(errors.findValuesAsString("field")).isEqualTo(List.of(field));
		assertThat(errors.at("/0/code").asString()).isEqualTo(code);
		assertThat(errors.at("/0/messages/zh").asString()).containsPattern("\\p{IsHan}");
	}

	private static void assertRefused(Answer refused, String code) {
		assertThat(refused.status()).as(refused.text()).isEqualTo(400);
		assertThat(refused.body().path("code").asString()).as(refused.text()).isEqualTo(code);
		assertThat(refused.body().at("/messages/zh").asString()).containsPattern("\\p{IsHan}");
	}

}
