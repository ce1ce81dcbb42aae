package io.gendan.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import io.gendan.contract.RecordedEvent;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The starter from outside: records in, records out, commands over HTTP. */
@GendanIntegrationTest
class StarterTest {

	@Autowired
	TestSystem system;

	@Test
	void aReceivedEventIsAnsweredByAChainedOne() {
		RecordedEvent placed = this.system.publish(Orders.placed("S-1"));
		this.system.await("S-1", ReviewOpened.class);
		RecordedEvent opened = this.system.records("S-1").getLast();
		assertThat(opened.envelope().id()).isEqualTo("review:S-1:1");
		assertThat(opened.envelope().causationId()).isEqualTo(placed.envelope().id());
		assertThat(opened.envelope().clock()).isGreaterThan(placed.envelope().clock());
		assertThat(opened.envelope().actor().toString()).isEqualTo("policy/review");
	}

	@Test
	void aCommandIsCarriedOutOnceWhateverIsSentTwice() {
		this.system.publish(Orders.placed("S-2"));
		this.system.await("S-2", ReviewOpened.class);
		Caller manager = this.system.as("wang", "sales-manager");
		Answer first = manager.post("/api/small/S-2/approve", "", "Idempotency-Key", "k1");
		Answer again = manager.post("/api/small/S-2/approve", "", "Idempotency-Key", "k1");
		Answer other = manager.post("/api/small/S-2/approve", "", "Idempotency-Key", "k2", "Accept-Language", "zh-CN");
		assertThat(first.status()).as(first.text()).isEqualTo(200);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(first.body());
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.body().get("code").asString()).isEqualTo("ALREADY_APPROVED");
		OrderApproved approved = this.system.await("S-2", OrderApproved.class);
		assertThat(approved.approvedBy()).isEqualTo("wang");
		assertThat(this.system.events("S-2")).filteredOn(OrderApproved.class::isInstance).hasSize(1);
	}

	@Test
	void poisonAndDuplicatesHoldNobodyBack() {
		List<RecordedEvent> all = IntStream.range(0, 20)
			.mapToObj((i) -> this.system.publish(Orders.placed("S-3-" + i)))
			.toList();
		this.system.send(new ProducerRecord<>("gendan.order", "S-3-1", "no event".getBytes(StandardCharsets.UTF_8)));
		all.forEach(this.system::publish);
		this.system.publish(Orders.placed("S-3-last"));
		this.system.await("S-3-last", ReviewOpened.class);
		all.forEach((event) -> this.system.await(event.envelope().subject(), ReviewOpened.class));
		for (RecordedEvent event : all) {
			assertThat(this.system.events(event.envelope().subject())).filteredOn(ReviewOpened.class::isInstance)
				.hasSize(1);
		}
	}

	@Test
	void factsAreKeptInEitherOrder() {
		this.system.publish(new OrderConfirmed("S-4", "wang", LocalDate.of(2026, 4, 1)));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.system.as("li", "salesperson").get("/api/small/S-4").status() == 200);
		assertThat(this.system.as("li", "salesperson").get("/api/small/S-4").body().get("confirmed").asBoolean())
			.isTrue();
	}

	@Test
	void everyErrorIsAnAnswer() {
		Caller sales = this.system.as("li", "salesperson");
		assertCode(this.system.anonymous().get("/api/small/S-5"), 401, "TOKEN_MISSING_OR_INVALID");
		assertCode(sales.post("/api/small/S-5/approve", ""), 403, "ROLE_NOT_ALLOWED");
		assertCode(sales.get("/api/small/S-5"), 404, "ORDER_UNKNOWN");
		assertCode(sales.post("/api/small/S-5/note", "{\"text\":"), 400, "JSON_MALFORMED");
		assertCode(sales.post("/api/small/S-5/note", "{\"text\":\"a\",\"txet\":1}"), 400, "FIELD_UNKNOWN");
		assertCode(sales.post("/api/small/S-5/note", "{\"text\":{}}"), 400, "FIELD_TYPE_WRONG");
		assertCode(sales.post("/api/small/S-5/note", ""), 400, "BODY_MISSING");
		assertCode(sales.post("/api/small/S-5/note", "{\"text\":\"" + "x".repeat(10_000_000) + "\"}"), 413,
				"BODY_TOO_LARGE");
		assertCode(sales.get("/api/nothing"), 404, "HTTP_404");
		this.system.publish(Orders.placed("S-5"));
		this.system.await("S-5", ReviewOpened.class);
		assertCode(sales.post("/api/small/S-5/fail", ""), 500, "INTERNAL");
		assertCode(sales.post("/api/small/S-5/note", "{\"text\":\"a\"}", "If-Match", "\"77\""), 412, "ORDER_CHANGED");
		assertThat(sales.post("/api/small/S-5/fail", "").text()).doesNotContain("Exception");
	}

	private static void assertCode(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.body().path("code").asString("")).as(answer.text()).isEqualTo(code);
		assertThat(answer.body().path("messages").path("zh").asString("")).containsPattern("\\p{IsHan}");
	}

}
