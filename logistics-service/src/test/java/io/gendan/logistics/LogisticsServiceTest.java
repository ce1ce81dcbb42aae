package io.gendan.logistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.logistics.BookingCancelled;
import io.gendan.contract.logistics.BookingFailure;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.DeliveryFailed;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.ShipmentDelayed;
import io.gendan.contract.logistics.ShipmentMoved;
import io.gendan.contract.logistics.TransportRefused;
import io.gendan.logistics.carrier.Carrier;
import io.gendan.logistics.carrier.LedgerCarrier;
import io.gendan.logistics.carrier.PlantedCarrier;
import io.gendan.logistics.carrier.PlantedCarrier.Mood;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders travel through logistics, while one of the carriers hangs all the time. */
@GendanIntegrationTest
class LogisticsServiceTest {

	private static final LedgerCarrier LEDGER = new LedgerCarrier("LEDGER");

	@Autowired
	TestSystem system;

	@Test
	void anOrderIsShippedTrackedAndDelivered() {
		publish(Orders.ready("L-1"));
		CarrierChosen chosen = this.system.await("L-1", CarrierChosen.class);
		assertThat(chosen.carrier()).isEqualTo("ROADLINK");
		assertThat(chosen.reason()).startsWith("ROAD as wished");
		Caller logistics = this.system.as("sun", "logistics");
		awaitState("L-1", "READY");
		Answer dispatched = logistics.post("/api/shipments/L-1/dispatch", "{}", "Idempotency-Key", "d1");
		assertThat(dispatched.status()).as(dispatched.text()).isEqualTo(200);
		Answer again = logistics.post("/api/shipments/L-1/dispatch", "{}", "Idempotency-Key", "d1");
		assertThat(again.status()).as(again.text()).isEqualTo(200);
		GoodsShipped shipped = this.system.await("L-1", GoodsShipped.class);
		assertThat(shipped.waybill()).isEqualTo("ROADLINK-L-1-1");
		assertProblem(logistics.post("/api/shipments/L-1/dispatch", "{}"), 409, "ALREADY_SHIPPED");
		track(shipped);
		assertThat(logistics.post("/api/shipments/L-1/fail", "{\"reason\":\"NOBODY_THERE\"}").status()).isEqualTo(200);
		Answer delivered = logistics.post("/api/shipments/L-1/deliver", "{\"signedBy\":\"王芳\"}");
		assertThat(delivered.body().at("/state").asString()).isEqualTo("DELIVERED");
		this.system.await("L-1", DeliveryFailed.class);
		assertThat(this.system.opened("L-1", GoodsDelivered.class).signedBy()).isEqualTo(Personal.of("王芳"));
		assertProblem(logistics.post("/api/shipments/L-1/deliver", "{\"signedBy\":\"x\"}"), 409, "ALREADY_DELIVERED");
		assertThat(logistics.get("/api/shipments?state=DELIVERED").text()).contains("\"L-1\"");
	}

	private void track(GoodsShipped shipped) {
		Caller carrier = this.system.with("carrier",
				Map.of("roles", List.of("integration"), "grants", List.of("tracking:report")));
		Map<String, Object> report = Map.of("trackingId", "T-1", "status", "IN_TRANSIT", "place", "上海", "at",
				Instant.now().toString(), "expectedArrival", shipped.expectedArrival().plusDays(2).toString());
		Answer first = carrier.post("/api/shipments/L-1/tracking", report);
		assertThat(first.status()).as(first.text()).isEqualTo(200);
		assertThat(carrier.post("/api/shipments/L-1/tracking", report).status()).isEqualTo(200);
		this.system.await("L-1", ShipmentMoved.class);
		assertThat(this.system.await("L-1", ShipmentDelayed.class).previous()).isEqualTo(shipped.expectedArrival());
		assertThat(this.system.events("L-1")).filteredOn(ShipmentMoved.class::isInstance).hasSize(1);
	}

	@Test
	void aCarrierCanBeOverriddenOrTheWaybillTypedIn() {
		publish(Orders.released("L-2"), Orders.packed("L-2"), Orders.placed("L-2"), Orders.confirmed("L-2"));
		awaitState("L-2", "READY");
		Caller logistics = this.system.as("sun", "logistics");
		String path = "/api/shipments/L-2/dispatch";
		assertProblem(logistics.post(path, "{\"carrier\":\"NOBODY\"}"), 422, "FIELDS_INVALID");
		assertProblem(logistics.post(path, "{\"waybill\":\"no waybill!\"}"), 422, "FIELDS_INVALID");
		assertThat(logistics.post(path, "{\"carrier\":\"DECLINES\"}").status()).isEqualTo(200);
		assertThat(this.system.await("L-2", TransportRefused.class).reason()).isEqualTo(BookingFailure.DECLINED);
		Answer dispatched = logistics.post(path,
				"{\"carrier\":\"EXPRESSLINK\",\"reason\":\"urgent\",\"waybill\":\"EX-1\"}");
		assertThat(dispatched.status()).as(dispatched.text()).isEqualTo(200);
		assertThat(this.system.await("L-2", GoodsShipped.class).waybill()).isEqualTo("EX-1");
		Answer shown = logistics.get("/api/shipments/L-2");
		assertThat(shown.body().at("/carrier/reason").asString()).startsWith("overridden at dispatch");
		assertThat(shown.body().at("/transport/taken/reason").asString()).isEqualTo("urgent");
	}

	/** What the customer did not wish for, a person may choose all the same (LOG-2). */
	@Test
	void aCarrierThatOnlyComesOnWishTakesWhatAPersonGivesIt() {
		publish(Orders.ready("L-7"));
		awaitState("L-7", "READY");
		Caller logistics = this.system.as("sun", "logistics");
		assertThat(logistics.post("/api/shipments/L-7/dispatch", "{\"carrier\":\"COUNTER\"}").status()).isEqualTo(200);
		assertThat(this.system.await("L-7", GoodsShipped.class).carrier()).isEqualTo("COUNTER");
	}

	/** A refused dispatch books nothing, and what is not used is cancelled (LOG-3). */
	@Test
	void onlyWhatLeavesStaysBooked() {
		publish(Orders.ready("L-5"));
		awaitState("L-5", "READY");
		Caller logistics = this.system.as("sun", "logistics");
		String path = "/api/shipments/L-5/dispatch";
		assertThat(logistics.post(path, "{\"carrier\":\"LEDGER\"}", "If-Match", "\"1\"").status()).isEqualTo(412);
		assertThat(logistics.post(path, Map.of("carrier", "LEDGER", "reason", "x".repeat(501))).status())
			.isEqualTo(422);
		assertThat(LEDGER.bookings).isEmpty();
		assertThat(logistics.post(path, "{\"carrier\":\"HANGS\"}").status()).isEqualTo(200);
		assertProblem(logistics.post(path, "{\"carrier\":\"HANGS\"}"), 409, "BOOKING_UNDER_WAY");
		assertThat(logistics.post(path, "{\"carrier\":\"LEDGER\"}").status()).isEqualTo(200);
		assertThat(this.system.await("L-5", GoodsShipped.class).carrier()).isEqualTo("LEDGER");
		assertThat(LEDGER.bookings).containsExactly("L-5-2");
		publish(Orders.ready("L-6"));
		awaitState("L-6", "READY");
		LEDGER.hold();
		assertThat(logistics.post("/api/shipments/L-6/dispatch", "{\"carrier\":\"LEDGER\"}").status()).isEqualTo(200);
		publish(Orders.cancelled("L-6"));
		awaitState("L-6", "CANCELLED");
		LEDGER.answer();
		this.system.await("L-6", BookingCancelled.class);
		assertThat(LEDGER.bookings).containsExactly("L-5-2");
	}

	@Test
	void everyWrongCallIsAnswered() {
		publish(Orders.placed("L-3"));
		awaitState("L-3", "WAITING");
		String path = "/api/shipments/L-3/dispatch";
		Caller logistics = this.system.as("sun", "logistics");
		assertProblem(this.system.anonymous().post(path, "{}"), 401, "TOKEN_MISSING_OR_INVALID");
		assertProblem(this.system.as("qian", "auditor").post(path, "{}"), 403, "ROLE_NOT_ALLOWED");
		assertProblem(this.system.as("zhou", "warehouse").post(path, "{}"), 403, "ROLE_NOT_ALLOWED");
		assertProblem(this.system.as("c", "customer").get("/api/shipments/L-3"), 403, "ROLE_NOT_ALLOWED");
		assertProblem(this.system.as("c", "customer").get("/api/shipments"), 403, "ROLE_NOT_ALLOWED");
		assertProblem(logistics.post(path, "{}"), 409, "NOT_READY");
		assertProblem(logistics.post(path, "{"), 400, "JSON_MALFORMED");
		assertProblem(logistics.post(path, "{\"truck\":1}"), 400, "FIELD_UNKNOWN");
		assertProblem(logistics.post("/api/shipments/L-3/fail", "{\"reason\":\"BAD_MOOD\"}"), 400, "FIELD_TYPE_WRONG");
		assertProblem(logistics.post("/api/shipments/L-3/tracking", "{\"at\":\"yesterday\"}"), 400, "FIELD_TYPE_WRONG");
		assertProblem(logistics.post("/api/shipments/L-3/deliver", "{\"signedBy\":\"x\"}"), 409, "NOT_SHIPPED");
		assertProblem(logistics.post("/api/shipments/L-none/dispatch", "{}"), 404, "ORDER_UNKNOWN");
		Answer shown = logistics.get("/api/shipments/L-3");
		assertThat(shown.body().at("/waitsFor").toString()).isEqualTo("[\"PACKED\",\"RELEASED\"]");
	}

	@Test
	void documentAndMetricsAreOpen() {
		assertThat(this.system.anonymous().get("/v3/api-docs").body().path("paths").propertyNames())
			.contains("/api/shipments", "/api/shipments/{order}", "/api/shipments/{order}/dispatch");
		publish(Orders.ready("L-4"));
		this.system.await("L-4", CarrierChosen.class);
		assertThat(this.system.watcher().get("/actuator/prometheus").text()).contains("gendan_carrier_calls",
				"gendan_carrier_circuit");
	}

	private void publish(GendanEvent... facts) {
		for (GendanEvent fact : facts) {
			this.system.publish(fact);
		}
	}

	private void awaitState(String order, String state) {
		Caller reader = this.system.as("qian", "auditor");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> reader.get("/api/shipments/" + order).body().path("state").asString(""), state::equals);
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.body().path("code").asString("")).as(answer.text()).isEqualTo(code);
		assertThat(answer.body().path("messages").path("zh").asString("")).containsPattern("\\p{IsHan}");
	}

	/** Plants a carrier that hangs and one whose bookings can be looked at. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Planted {

		@Bean
		Carrier hangingCarrier() {
			return new PlantedCarrier("HANGS", Mood.HANGS);
		}

		@Bean
		Carrier decliningCarrier() {
			return new PlantedCarrier("DECLINES", Mood.DECLINES);
		}

		@Bean
		Carrier ledgerCarrier() {
			return LEDGER;
		}

	}

}
