package io.gendan.messaging;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.engine.Verdict.Kind;
import io.gendan.testing.Answer;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A stage that listens to a type since later is given its history, once. */
@GendanIntegrationTest
class ReplayTest {

	@Autowired
	TestSystem system;

	@Test
	void whatCameByTakesEffectOnce() {
		MongoCollection<Document> orders = SmallEngine.orders();
		List<RecordedEvent> story = chain("RP-1", Orders.placed("RP-1"), confirmed("RP-1"), confirmed("RP-1"));
		try (SmallEngine before = SmallEngine.of(new SmallStage(Set.of(OrderPlaced.class)), orders,
				new SettableClock())) {
			before.engine.receive(story.subList(0, 2));
			assertThat(before.state("RP-1").confirmed()).isFalse();
		}
		try (SmallEngine after = new SmallEngine(orders, new SettableClock())) {
			assertThat(after.engine.replay(story.subList(1, 3))).extracting(Verdict::kind)
				.containsExactly(Kind.TAKEN, Kind.DUPLICATE);
			assertThat(after.state("RP-1").confirmed()).isTrue();
			assertThat(after.engine.replay(story)).extracting(Verdict::kind).containsOnly(Kind.DUPLICATE);
			assertThat(after.engine.receive(story)).extracting(Verdict::kind)
				.containsExactly(Kind.DUPLICATE, Kind.DUPLICATE, Kind.TAKEN);
			assertThat(after.own("RP-1")).hasExactlyElementsOfTypes(ReviewOpened.class);
		}
	}

	@Test
	void anotherEventThanTheOneThatCameByIsNotTaken() {
		MongoCollection<Document> orders = SmallEngine.orders();
		List<RecordedEvent> whole = chain("RP-2", Orders.placed("RP-2"), confirmed("RP-2"),
				new OrderCancelled("RP-2", "li", Personal.of("no longer needed")));
		List<RecordedEvent> story = whole.subList(0, 2);
		List<RecordedEvent> more = whole.subList(2, 3);
		try (SmallEngine before = SmallEngine.of(new SmallStage(Set.of(OrderPlaced.class)), orders,
				new SettableClock())) {
			before.engine.receive(story);
		}
		try (SmallEngine after = new SmallEngine(orders, new SettableClock())) {
			assertThat(after.engine.replay(List.of(Forgery.clock(story.get(1), 77)))).extracting(Verdict::kind)
				.containsExactly(Kind.DUPLICATE);
			assertThat(after.state("RP-2").confirmed()).isFalse();
			after.engine.receive(more);
			assertThat(after.engine.replay(List.of(Forgery.clock(story.get(1), 77)))).extracting(Verdict::kind)
				.containsExactly(Kind.DUPLICATE);
			assertThat(after.state("RP-2").confirmed()).as("not below the head either").isFalse();
		}
	}

	@Test
	void anOperatorAsksForItAndSeesHowFarItIs() {
		this.system.publish(Orders.placed("RP-3"));
		this.system.await("RP-3", ReviewOpened.class);
		Answer started = this.system.as("zhou", "operator")
			.post("/api/replays", "{\"type\":\"io.gendan.order.OrderPlaced.v1\"}");
		assertThat(started.status()).as(started.text()).isEqualTo(202);
		assertThat(started.body().path("by").asString()).isEqualTo("operator/zhou");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> newest().body().path(0).path("state").asString().equals("DONE"));
		assertThat(newest().body().path(0).path("taken").asInt()).as("it had all").isZero();
		assertThat(newest().body().path(0).path("known").asInt()).isPositive();
		assertThat(this.system.events("RP-3")).filteredOn(ReviewOpened.class::isInstance).hasSize(1);
	}

	@Test
	void whatNobodyListensToAndWhoMayNotAreRefused() {
		Answer answer = this.system.as("zhou", "operator")
			.post("/api/replays", "{\"type\":\"io.gendan.order.OrderCancelled.v1\"}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text()).contains("TYPE_NOT_LISTENED_TO");
		assertThat(this.system.as("chen", "auditor")
			.post("/api/replays", "{\"type\":\"io.gendan.order.OrderPlaced.v1\"}")
			.status()).isEqualTo(403);
	}

	private Answer newest() {
		return this.system.as("chen", "auditor").get("/api/replays");
	}

	private static GendanEvent confirmed(String order) {
		return new OrderConfirmed(order, "wang", LocalDate.of(2026, 4, 1));
	}

	private static List<RecordedEvent> chain(String order, GendanEvent... events) {
		ForeignChain chain = new ForeignChain(order);
		return Arrays.stream(events).map((event) -> chain.next(event, new Actor("salesperson", "li"))).toList();
	}

}
