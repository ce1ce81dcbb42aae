package io.gendan.messaging;

import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Bodies and answers are JSON and nothing else, and a body says everything once. */
@GendanIntegrationTest
class JsonOnlyTest {

	private static final String NOTE = "/api/small/JSON-1/note";

	@Autowired
	TestSystem system;

	private Caller sales;

	@BeforeEach
	void anOrder() {
		this.system.publish(Orders.placed("JSON-1"));
		this.system.await("JSON-1", ReviewOpened.class);
		this.sales = this.system.as("li", "salesperson");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/yaml", "application/x-yaml", "text/yaml", "application/xml", "text/plain",
			"application/cbor", "application/x-www-form-urlencoded", "application/octet-stream", "multipart/mixed",
			"multipart/form-data;boundary=x" })
	void anotherContentTypeIsRefused(String type) {
		Answer refused = this.sales.postAs(NOTE, type, "text: a note");
		assertProblem(refused, 415, "HTTP_415");
		assertThat(refused.body().at("/messages/en").asString()).contains("application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json;charset=UTF-8", "application/merge-patch+json" })
	void jsonIsTakenByEachOfItsNames(String type) {
		assertThat(this.sales.postAs(NOTE, type, "{\"text\":\"a\"}").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/yaml", "application/xml", "text/html", "application/json;q=0", "nonsense" })
	void whoDoesNotTakeJsonIsRefusedBeforeAnythingHappens(String accept) {
		String order = "JSON-2-" + accept.hashCode();
		this.system.publish(Orders.placed(order));
		this.system.await(order, ReviewOpened.class);
		Caller manager = this.system.as("wang", "sales-manager");
		assertProblem(manager.post("/api/small/" + order + "/approve", "", "Accept", accept), 406, "HTTP_406");
		assertThat(this.system.events(order)).noneMatch(OrderApproved.class::isInstance);
		assertThat(manager.get("/api/small/" + order).body().path("approved").asBoolean(true)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/*", "application/problem+json", "text/html, */*;q=0.1" })
	void whoTakesJsonAmongOthersIsAnswered(String accept) {
		Answer answer = this.sales.get("/api/small/JSON-1", "Accept", accept);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.body().path("order").asString()).isEqualTo("JSON-1");
	}

	@Test
	void aFieldThatStandsTwiceIsRefusedWhereverItStands() {
		assertField(this.sales.post(NOTE, "{\"text\":\"a\",\n \"text\":\"b\"}"), "text", 2);
		assertField(
				this.sales.post("/api/small/note",
						"{\"items\":[{\"order\":\"JSON-1\",\"command\":{\"text\":\"a\"}},\n"
								+ "{\"order\":\"JSON-1\",\"command\":{\"text\":\"a\",\"text\":\"a\"}}]}"),
				"items[1].command.text", 2);
		assertField(
				this.sales.post("/api/small/note", "{\"items\":[{\"order\":\"JSON-1\",\"order\":\"X\"}],\"items\":[]}"),
				"items[0].order", 1);
	}

	@Test
	void whatFollowsTheValueIsRefused() {
		assertProblem(this.sales.post(NOTE, "{\"text\":\"a\"}{\"text\":\"b\"}"), 400, "JSON_TRAILING");
		assertProblem(this.sales.post(NOTE, "{\"text\":\"a\"} , "), 400, "JSON_MALFORMED");
	}

	@Test
	void whatIsNestedTooDeeplyIsRefusedWithItsPlace() {
		Answer refused = this.sales.post("/api/small/deep", "{\"a\":".repeat(50) + "{}" + "}".repeat(50));
		assertProblem(refused, 400, "JSON_TOO_DEEP");
		assertThat(refused.body().at("/facts/max").asInt()).isEqualTo(50);
		assertThat(refused.body().at("/facts/field").asString()).startsWith("a");
		assertThat(this.sales.post("/api/small/deep", "{\"a\":".repeat(49) + "{}" + "}".repeat(49)).status())
			.isEqualTo(200);
	}

	@Test
	void aSmallBodyThatBecomesLargeInMemoryIsRefusedOnItsWay() {
		Answer refused = this.sales.post("/api/small/note", "{\"items\":[" + "{},".repeat(600_000) + "{}]}");
		assertProblem(refused, 400, "JSON_TOO_MANY_VALUES");
		assertThat(refused.body().at("/facts/field").asString()).startsWith("items[");
	}

	@Test
	void aCallerWithoutTheRoleIsToldSoBeforeAnythingIsParsed() {
		for (String type : new String[] { "multipart/form-data", "application/yaml", "application/json" }) {
			assertProblem(this.sales.postAs("/api/small/JSON-1/approve", type, "--broken"), 403, "ROLE_NOT_ALLOWED");
			assertProblem(this.system.anonymous().postAs(NOTE, type, "--broken"), 401, "TOKEN_MISSING_OR_INVALID");
		}
	}

	private static void assertField(Answer answer, String field, int line) {
		assertProblem(answer, 400, "JSON_DUPLICATE_FIELD");
		assertThat(answer.body().at("/facts/field").asString()).isEqualTo(field);
		assertThat(answer.body().at("/facts/line").asInt()).isEqualTo(line);
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(answer.body().path("code").asString()).as(answer.text()).isEqualTo(code);
		assertThat(answer.body().at("/messages/zh").asString()).containsPattern("\\p{IsHan}");
	}

}
