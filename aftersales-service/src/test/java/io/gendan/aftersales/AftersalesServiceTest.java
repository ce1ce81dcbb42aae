package io.gendan.aftersales;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.aftersales.AcceptanceRequested;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.aftersales.SurveyAnswered;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The service from outside: events in, commands over HTTP, events out. */
@GendanIntegrationTest
class AftersalesServiceTest {

	@Autowired
	TestSystem system;

	@Autowired
	AftersalesPolicy policy;

	@Test
	void theStoryOfOneOrder() {
		Caller customer = this.system.as("zhao", "customer");
		deliver("A-1");

		Answer accepted = customer.post("/api/aftersales/A-1/accept", Map.of("remarks", "完好"));
		assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
		assertThat(accepted.body().path("state").asString()).isEqualTo("ACCEPTED");
		assertThat(accepted.headers().firstValue("ETag")).isPresent();
		Answer answered = customer.post("/api/aftersales/A-1/survey",
				"{\"scores\":[{\"part\":\"goods\",\"score\":5},{\"part\":\"delivery\",\"score\":3}],\"remarks\":\"快一点\"}");
		assertThat(answered.status()).as(answered.text()).isEqualTo(200);
		Answer closed = this.system.as("sun", "service").post("/api/aftersales/A-1/close", Map.of("reason", "客户满意"));
		assertThat(closed.status()).as(closed.text()).isEqualTo(200);
		assertThat(closed.body().path("state").asString()).isEqualTo("CLOSED");

		assertThat(this.system.opened("A-1", GoodsAccepted.class).acceptedBy()).isEqualTo(Personal.of("zhao"));
		assertThat(this.system.await("A-1", SurveyAnswered.class).scores()).hasSize(2);
		assertThat(this.system.opened("A-1", AftersalesClosed.class).reason()).isEqualTo(Personal.of("客户满意"));
		Answer shown = this.system.as("audit", "auditor").get("/api/aftersales/A-1");
		assertThat(shown.body()).isEqualTo(closed.body());
		assertThat(shown.body().path("buyer").path("customer").asString()).isEqualTo("南方五金有限公司");
		assertThat(shown.body().path("buyer").path("enteredBy").asString()).isEqualTo("li");
		assertThat(shown.body().path("closedBecause").asString()).isEqualTo("客户满意");
		Answer seen = customer.get("/api/aftersales/A-1");
		assertThat(seen.body().path("buyer").path("customer").asString()).isEqualTo("南方五金有限公司");
		assertThat(seen.text()).doesNotContain("enteredBy\":\"", "客户满意");
		assertThat(shown.body().path("survey").path("scores").path(1).path("score").asInt()).isEqualTo(3);
		assertThat(shown.body().at("/acceptance/by").asString()).isEqualTo("zhao");
		assertThat(seen.body().at("/acceptance/remarks").asString()).isEqualTo("完好");
		assertThat(seen.body().at("/acceptance").has("by")).isFalse();
		Answer list = this.system.as("sun", "service").get("/api/aftersales?state=CLOSED");
		assertThat(list.body().path("items").toString()).contains("\"A-1\"");
	}

	@Test
	void theNumbersOfTheCatalogueAreTheDefaults() {
		assertThat(this.policy).isEqualTo(new AftersalesPolicy(Duration.ofDays(2), Duration.ofDays(7)));
		deliver("A-2");
		assertThat(this.system.await("A-2", AcceptanceRequested.class).dueAt())
			.isEqualTo(Story.DELIVERED.plus(Duration.ofDays(2)));
	}

	@Test
	void aDeliveryToldTwiceIsAskedAboutOnce() {
		RecordedEvent delivered = this.system.publish(Story.delivered("A-3"));
		this.system.publish(delivered);
		this.system.publish(Story.placed("A-3"));
		Caller service = this.system.as("sun", "service");
		Awaitility.await()
			.until(() -> service.get("/api/aftersales/A-3").body().path("buyer").path("customer").isString());
		this.system.await("A-3", AcceptanceRequested.class);
		assertThat(service.post("/api/aftersales/A-3/accept", "{}").status()).isEqualTo(200);
		this.system.await("A-3", GoodsAccepted.class);
		assertThat(this.system.events("A-3")).filteredOn(AcceptanceRequested.class::isInstance).hasSize(1);
	}

	@Test
	void acceptedTwiceWithOneKeyIsAcceptedOnce() {
		deliver("A-4");
		Caller customer = this.system.as("zhao", "customer");
		Answer first = customer.post("/api/aftersales/A-4/accept", "{}", "Idempotency-Key", "once");
		Answer again = customer.post("/api/aftersales/A-4/accept", "{}", "Idempotency-Key", "once");
		assertThat(again.status()).as(again.text()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(first.body());
		assertRefused(customer.post("/api/aftersales/A-4/accept", "{}"), 409, "ALREADY_ACCEPTED");
	}

	@Test
	void everyErrorIsAnAnswer() {
		deliver("A-5");
		Caller service = this.system.as("sun", "service");
		String accept = "/api/aftersales/A-5/accept";
		assertRefused(this.system.anonymous().get("/api/aftersales/A-5"), 401, "TOKEN_MISSING_OR_INVALID");
		assertRefused(this.system.anonymous().post(accept, "{}"), 401, "TOKEN_MISSING_OR_INVALID");
		assertRefused(service.post(accept, "{\"remarks\":"), 400, "JSON_MALFORMED");
		assertRefused(service.post(accept, "{\"remark\":\"x\"}"), 400, "FIELD_UNKNOWN");
		assertRefused(service.post(accept, "{\"remarks\":{}}"), 400, "FIELD_TYPE_WRONG");
		assertRefused(
				service.post("/api/aftersales/A-5/survey", "{\"scores\":[{\"part\":\"goods\",\"score\":\"good\"}]}"),
				400, "FIELD_TYPE_WRONG");
		assertRefused(service.post("/api/aftersales/A-0/accept", "{}"), 404, "ORDER_UNKNOWN");
		assertRefused(service.post("/api/aftersales/A-5/close", Map.of("reason", "x")), 409, "NOT_ACCEPTED");
		Answer faults = service.post("/api/aftersales/A-5/survey",
				"{\"scores\":[{\"part\":\"\",\"score\":9},null,{\"part\":\"a\",\"score\":4.5}]}", "Accept-Language",
				"zh");
		assertRefused(faults, 422, "FIELDS_INVALID");
		assertThat(faults.body().path("errors").valueStream().map((fault) -> fault.path("field").asString()))
			.isEqualTo(List.of("scores[0].part", "scores[0].score", "scores[1]", "scores[2].score"));
		assertThat(faults.body().path("detail").asString()).isEqualTo("有 4 个字段填写有误。");
	}

	@ParameterizedTest
	@CsvSource({ "customer,accept,409", "salesperson,accept,409", "service,accept,409", "auditor,accept,403",
			"finance,accept,403", "customer,survey,422", "auditor,survey,403", "customer,close,403",
			"salesperson,close,403", "auditor,close,403", "service,close,422", "sales-manager,close,422",
			"general-manager,close,422" })
	void rolesDecideWhoMayDoWhat(String role, String command, int status) {
		this.system.publish(Story.placed("A-6"));
		Caller caller = this.system.as("somebody", role);
		Caller auditor = this.system.as("audit", "auditor");
		Awaitility.await().until(() -> auditor.get("/api/aftersales/A-6").status() == 200);
		assertThat(caller.post("/api/aftersales/A-6/" + command, "{}").status()).isEqualTo(status);
	}

	@Test
	void customersReadTheirOwnOnly() {
		deliver("A-7");
		Caller stranger = this.system.owning("zhao", "customer", "C-STRANGE");
		assertRefused(stranger.get("/api/aftersales"), 403, "ROLE_NOT_ALLOWED");
		assertRefused(stranger.get("/api/aftersales/A-7"), 404, "ORDER_UNKNOWN");
		assertRefused(stranger.post("/api/aftersales/A-7/accept", "{}"), 404, "ORDER_UNKNOWN");
		assertRefused(stranger.post("/api/aftersales/A-7/survey", "{}"), 404, "ORDER_UNKNOWN");
		assertThat(this.system.as("portal", "customer").get("/api/aftersales/A-7").status()).isEqualTo(200);
	}

	@Test
	void theEdgeIsDescribed() {
		String description = this.system.anonymous().get("/v3/api-docs").text();
		assertThat(description).contains("/api/aftersales/{order}/survey", "/api/aftersales/{order}/close");
	}

	private void deliver(String order) {
		this.system.publish(Story.placed(order));
		this.system.publish(Story.delivered(order));
		this.system.await(order, AcceptanceRequested.class);
		Caller auditor = this.system.as("audit", "auditor");
		Awaitility.await()
			.until(() -> auditor.get("/api/aftersales/" + order).body().path("buyer").path("customer").isString());
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.body().path("code").asString("")).as(answer.text()).isEqualTo(code);
	}

}
