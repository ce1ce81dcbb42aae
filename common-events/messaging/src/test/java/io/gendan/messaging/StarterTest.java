package io.gendan.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestInfrastructure;
import io.gendan.testing.TestSystem;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The starter from outside: records in, records out, commands over HTTP. */
@GendanIntegrationTest
class StarterTest {

	@Autowired
	TestSystem system;

	@Autowired
	SmallProjection projection;

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
	void theOrderOfTwoTopicsDoesNotMatter() {
		GendanEvent released = new OrderReleased("S-6", "paid");
		this.system.publish(released);
		this.system.publish(Orders.placed("S-6"));
		this.system.publish(Orders.placed("S-7"));
		this.system.publish(new OrderReleased("S-7", "paid"));
		for (String order : List.of("S-6", "S-7")) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> this.system.as("li", "salesperson")
					.get("/api/small/" + order)
					.body()
					.path("released")
					.asBoolean(false));
			this.system.await(order, ReviewOpened.class);
		}
		assertThat(statusOf("S-6")).isEqualTo(statusOf("S-7"));
	}

	private String statusOf(String order) {
		JsonNode body = this.system.as("li", "salesperson").get("/api/small/" + order).body();
		return "%s %s %s".formatted(body.path("approved"), body.path("confirmed"), body.path("released"));
	}

	@Test
	void theTraceOfACommandGoesOnToTheEvent() {
		this.system.publish(Orders.placed("S-8"));
		this.system.await("S-8", ReviewOpened.class);
		String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
		this.system.as("wang", "sales-manager").post("/api/small/S-8/approve", "", "traceparent", parent);
		this.system.await("S-8", OrderApproved.class);
		String trace = this.system.records("S-8").getLast().envelope().traceparent();
		assertThat(trace).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-").endsWith("-01").isNotEqualTo(parent);
	}

	@Test
	void theTraceOfAnEventGoesOnToWhatItCauses() {
		RecordedEvent placed = new ForeignChain("S-9").next(Orders.placed("S-9"), new Actor("salesperson", "li"));
		ProducerRecord<String, byte[]> message = ForeignChain.record(placed);
		String parent = "00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b7-01";
		message.headers().remove("traceparent").add("traceparent", parent.getBytes(StandardCharsets.UTF_8));
		this.system.send(message);
		this.system.await("S-9", ReviewOpened.class);
		assertThat(this.system.records("S-9").getLast().envelope().traceparent())
			.startsWith("00-4bf92f3577b34da6a3ce929d0e0e4737-")
			.isNotEqualTo(parent);
	}

	@Test
	void aProjectionIsFedWithAllEvents() {
		RecordedEvent placed = this.system.publish(Orders.placed("S-10"));
		this.system.await("S-10", ReviewOpened.class);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.until(() -> this.projection.knows(placed.envelope().id()) && this.projection.knows("review:S-10:1"));
	}

	@Test
	void metricsAreThereWithoutAToken() {
		this.system.publish(Orders.placed("S-11"));
		this.system.await("S-11", ReviewOpened.class);
		this.system.send(new ProducerRecord<>("gendan.order", "S-12", "no event".getBytes(StandardCharsets.UTF_8)));
		this.system.as("li", "salesperson").get("/api/small/unheard-of");
		this.system.as("li", "salesperson").post("/api/small/S-11/approve", "");
		this.system.as("wang", "sales-manager").post("/api/small/S-11/approve", "");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.system.watcher().get("/actuator/prometheus").text()).contains(
					"gendan_events_published_total{", "gendan_events_consumed_total{",
					"gendan_events_lag_seconds_count{", "gendan_outbox_backlog{", "gendan_outbox_age_seconds{",
					"gendan_dead_letters_total{", "gendan_refusals_total{", "gendan_access_refused_total{",
					"gendan_stage_duration_seconds_count{", "gendan_sla_margin_seconds_count{",
					"kafka_consumer_fetch_manager_records_lag"));
	}

	@Test
	void topicsStandAsTheyShould() throws Exception {
		try (Admin admin = Admin
			.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestInfrastructure.bootstrapServers()))) {
			List<String> names = List.of("gendan.order", "gendan.review", "gendan.order.dead.review-service",
					"gendan.aftersales.dead.review-service-projection");
			Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
			assertThat(topics.get("gendan.order").partitions()).hasSize(2);
			for (String name : names) {
				ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
				Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
				assertThat(config.get("retention.ms").value()).isEqualTo("-1");
				assertThat(config.get("min.insync.replicas").value()).isEqualTo("1");
				assertThat(Integer.parseInt(config.get("max.message.bytes").value()))
					.isEqualTo((name.contains("dead") ? 9 : 8) * 1024 * 1024);
			}
		}
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
		assertCode(sales.post("/api/small/S-5/note", "{\"text\":" + "[".repeat(5000)), 400, "FIELD_TYPE_WRONG");
		assertCode(sales.get("/api/nothing"), 404, "HTTP_404");
		assertCode(sales.get("/api/small/S%2F5%25%3B"), 404, "ORDER_UNKNOWN");
		assertCode(sales.get("/api/small/%00"), 400, "HTTP_400");
		assertCode(sales.get("/api/small?limit=many"), 400, "PARAMETER_INVALID");
		assertCode(sales.get("/api/small?%24where=1"), 400, "PARAMETER_UNKNOWN");
		assertThat(sales.get("/api/small?state=OPEN").status()).isEqualTo(200);
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
