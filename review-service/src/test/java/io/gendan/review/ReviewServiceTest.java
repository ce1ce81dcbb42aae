package io.gendan.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.review.Correction;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The service from outside: events in, commands over HTTP, events out. */
@GendanIntegrationTest
class ReviewServiceTest {

	@Autowired
	TestSystem system;

	@Autowired
	ReviewPolicy policy;

	@Test
	void theStoryOfOneOrder() {
		Caller manager = this.system.as("wang", "sales-manager");
		place("R-1");
		Answer returned = manager.post("/api/reviews/R-1/return",
				"{\"corrections\":[{\"field\":\"lines[0].unitPrice\",\"remark\":\"低于底价\"}]}");
		assertThat(returned.status()).as(returned.text()).isEqualTo(200);
		assertThat(returned.body().path("state").asString()).isEqualTo("RETURNED");
		assertThat(this.system.opened("R-1", OrderReturnedForCorrection.class).corrections())
			.containsExactly(new Correction("lines[0].unitPrice", Personal.of("低于底价")));

		this.system.publish(Story.placed("R-1", 2, "li"));
		Caller auditor = this.system.as("audit", "auditor");
		Awaitility.await().until(() -> auditor.get("/api/reviews/R-1").body().path("rounds").size() == 2);
		Answer approved = manager.post("/api/reviews/R-1/approve", Map.of("remarks", "同意"));
		assertThat(approved.status()).as(approved.text()).isEqualTo(200);
		assertThat(approved.headers().firstValue("ETag")).isPresent();
		assertThat(this.system.opened("R-1", OrderApproved.class))
			.isEqualTo(new OrderApproved("R-1", 2, "wang", Personal.of("同意")));

		Answer shown = auditor.get("/api/reviews/R-1");
		assertThat(shown.body()).isEqualTo(approved.body());
		assertThat(shown.body().path("state").asString()).isEqualTo("APPROVED");
		assertThat(shown.body().path("customer").asString()).isEqualTo("南方五金有限公司");
		assertThat(shown.body().path("total").path("amount").asString()).isEqualTo("1200.00");
		assertThat(shown.body().path("rounds").valueStream().map((round) -> round.path("state").asString()))
			.isEqualTo(List.of("RETURNED", "APPROVED"));
		assertThat(shown.body().path("rounds").path(0).path("corrections").path(0).path("remark").asString())
			.isEqualTo("低于底价");
		assertThat(auditor.get("/api/reviews?state=APPROVED").body().path("items").toString()).contains("\"R-1\"");
	}

	@Test
	void rejectedOrdersStayRejected() {
		place("R-2");
		Caller manager = this.system.as("chen", "general-manager");
		assertThat(manager.post("/api/reviews/R-2/reject", Map.of("reason", "禁运")).status()).isEqualTo(200);
		assertThat(this.system.await("R-2", OrderRejected.class).reason().isSealed()).isTrue();
		assertThat(this.system.opened("R-2", OrderRejected.class))
			.isEqualTo(new OrderRejected("R-2", 1, "chen", Personal.of("禁运")));
		Answer again = manager.post("/api/reviews/R-2/approve", "{}", "Accept-Language", "zh-CN");
		assertRefused(again, 409, "REVIEW_NOT_OPEN");
		assertThat(again.body().path("detail").asString()).isEqualTo("订单 R-2 目前没有待审核的轮次，其状态为 REJECTED。");
	}

	@Test
	void theCatalogueAndTheStateCouncilAreTheDefaults() {
		assertThat(this.policy.time()).isEqualTo(Duration.ofHours(4));
		assertThat(this.policy.escalation()).isEqualTo("general-manager");
		assertThat(this.policy.dueAt(Instant.parse("2026-02-13T09:00:00Z")))
			.as("the Saturday before Spring Festival is worked")
			.isEqualTo(Instant.parse("2026-02-14T04:00:00Z"));
		assertThat(this.policy.dueAt(Instant.parse("2026-02-14T09:00:00Z"))).as("Spring Festival lasts until the 23rd")
			.isEqualTo(Instant.parse("2026-02-24T04:00:00Z"));
		place("R-3");
		Instant due = this.system.await("R-3", ReviewOpened.class).dueAt();
		assertThat(due).isAfter(Instant.now().plus(Duration.ofHours(4)).minusSeconds(60));
	}

	@Test
	void anOrderToldTwiceIsReviewedOnce() {
		RecordedEvent placed = this.system.publish(Story.placed("R-4", 1, "li"));
		this.system.publish(placed);
		place("R-4-later");
		this.system.await("R-4", ReviewOpened.class);
		assertThat(this.system.events("R-4")).filteredOn(ReviewOpened.class::isInstance).hasSize(1);
	}

	@Test
	void nobodyReviewsTheirOwn() {
		place("R-5");
		Caller both = this.system.as("li", "sales-manager", "salesperson");
		assertRefused(both.post("/api/reviews/R-5/approve", "{}"), 403, "OWN_ORDER");
		Caller auditor = this.system.as("audit", "auditor");
		Awaitility.await()
			.until(() -> auditor.get("/api/access-refusals?user=li&reason=user")
				.body()
				.path("items")
				.valueStream()
				.anyMatch((item) -> item.path("order").asString().equals("R-5")
						&& item.path("path").asString().equals("/api/reviews/R-5/approve")));
	}

	@Test
	void aCancelledOrderIsWithdrawn() {
		place("R-6");
		this.system.publish(Story.cancelled("R-6"));
		Caller manager = this.system.as("wang", "sales-manager");
		Awaitility.await()
			.until(() -> manager.get("/api/reviews/R-6").body().path("state").asString().equals("WITHDRAWN"));
		assertRefused(manager.post("/api/reviews/R-6/approve", "{}"), 409, "REVIEW_NOT_OPEN");
	}

	@Test
	void everyErrorIsAnAnswer() {
		place("R-7");
		Caller manager = this.system.as("wang", "sales-manager");
		String approve = "/api/reviews/R-7/approve";
		assertRefused(this.system.anonymous().get("/api/reviews/R-7"), 401, "TOKEN_MISSING_OR_INVALID");
		assertRefused(this.system.anonymous().post(approve, "{}"), 401, "TOKEN_MISSING_OR_INVALID");
		assertRefused(manager.post(approve, "{\"remarks\":"), 400, "JSON_MALFORMED");
		assertRefused(manager.post(approve, "{\"remark\":\"x\"}"), 400, "FIELD_UNKNOWN");
		assertRefused(manager.post(approve, "{\"remarks\":[]}"), 400, "FIELD_TYPE_WRONG");
		assertRefused(manager.post(approve, ""), 400, "BODY_MISSING");
		assertRefused(manager.post(approve, "{}", "If-Match", "\"77\""), 412, "ORDER_CHANGED");
		assertRefused(manager.post("/api/reviews/R-0/approve", "{}"), 404, "ORDER_UNKNOWN");
		assertRefused(manager.get("/api/reviews/R-0"), 404, "ORDER_UNKNOWN");
		assertRefused(manager.get("/api/reviews?limit=0"), 400, "PARAMETER_INVALID");
		Answer faults = manager.post("/api/reviews/R-7/return",
				"{\"corrections\":[{\"field\":\"a b\"},null,{\"remark\":\"x\"}]}");
		assertRefused(faults, 422, "FIELDS_INVALID");
		assertThat(faults.body().path("errors").valueStream().map((fault) -> fault.path("field").asString())).isEqualTo(
				List.of("corrections[0].field", "corrections[0].remark", "corrections[1]", "corrections[2].field"));
		assertThat(this.system.as("audit", "auditor").get("/api/reviews/R-7").body().path("state").asString())
			.isEqualTo("OPEN");
	}

	@ParameterizedTest
	@CsvSource({ "sales-manager,200,404", "general-manager,200,404", "salesperson,200,403", "merchandiser,200,403",
			"production,200,403", "warehouse,200,403", "logistics,200,403", "finance,200,403", "service,200,403",
			"auditor,200,403", "integration,200,403", "customer,403,403", "none,403,403" })
	void rolesDecideWhoMayDoWhat(String role, int reads, int decides) {
		Caller caller = this.system.as("somebody", role);
		assertThat(caller.get("/api/reviews").status()).isEqualTo(reads);
		assertThat(caller.post("/api/reviews/R-0/approve", "{}").status()).isEqualTo(decides);
		assertThat(caller.post("/api/reviews/R-0/reject", "{\"reason\":\"x\"}").status()).isEqualTo(decides);
		assertThat(caller.post("/api/reviews/R-0/return", "{\"corrections\":[]}").status()).isEqualTo(decides);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/api/reviews/{order}/approve", "/api/reviews/{order}/reject", "/api/reviews/{order}/return" })
	void theEdgeIsDescribed(String path) {
		assertThat(this.system.anonymous().get("/v3/api-docs").body().path("paths").has(path)).isTrue();
	}

	private void place(String order) {
		this.system.publish(Story.placed(order, 1, "li"));
		this.system.await(order, ReviewOpened.class);
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.body().path("code").asString("")).as(answer.text()).isEqualTo(code);
	}

}
