package io.gendan.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What could not be processed is seen, mended, replayed or discarded; never skipped. */
@GendanIntegrationTest
class DeadLettersTest {

	private static final String INBOX = "inbox";

	private static final String PROJECTION = "projection";

	@Autowired
	TestSystem system;

	@Autowired
	SmallProjection projection;

	@Autowired
	MeterRegistry registry;

	@Test
	void aGapIsToldAndItsLetterClosesByItself() {
		List<RecordedEvent> story = chain("DL-1", Orders.placed("DL-1"), confirmed("DL-1"), confirmed("DL-1"));
		this.system.publish(story.get(0));
		this.system.publish(story.get(2));
		JsonNode gap = awaitLetter("DL-1", INBOX);
		assertThat(gap.path("reason").asString()).isEqualTo("GAP");
		assertThat(gap.path("status").asString()).isEqualTo("OPEN");
		assertThat(gap.path("headers").path("ce_sequence").asString()).isEqualTo("3");
		assertThat(gap.path("value").asString()).isEqualTo(story.get(2).data());
		assertCode(replay(gap, ""), 409, "DEAD_LETTER_STILL_DEAD");
		this.system.publish(story.get(1));
		awaitConfirmed("DL-1");
		awaitNoOpenLetters("DL-1");
		assertThat(letters("DL-1", "REPLAYED", INBOX)).singleElement()
			.satisfies((closed) -> assertThat(closed.path("handledBy").asString()).isEqualTo("policy/inbox"));
		assertThat(replay(gap, "").body().path("handledBy").asString()).as("again").isEqualTo("policy/inbox");
		assertCode(operator().post("/api/dead-letters/" + gap.path("id").asString() + "/discard",
				"{\"reason\":\"too late\"}"), 409, "DEAD_LETTER_REPLAYED");
	}

	@Test
	void tamperedDataAreMendedAndWhatWaitsGoesOn() {
		List<RecordedEvent> story = chain("DL-2", Orders.placed("DL-2"), confirmed("DL-2"));
		ProducerRecord<String, byte[]> good = ForeignChain.record(story.get(0));
		this.system.send(new ProducerRecord<>(good.topic(), null, good.key(),
				story.get(0).data().replace("CNY", "USD").getBytes(StandardCharsets.UTF_8), good.headers()));
		this.system.publish(story.get(1));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters("DL-2", "OPEN", INBOX).size() == 2);
		JsonNode malformed = letters("DL-2", "OPEN", INBOX).getLast();
		assertThat(malformed.path("reason").asString()).isEqualTo("MALFORMED");
		assertCode(replay(malformed, ""), 409, "DEAD_LETTER_STILL_DEAD");
		assertCode(replay(malformed, "{\"value\":\"{}\"}"), 409, "DEAD_LETTER_STILL_DEAD");
		Answer mended = replay(malformed, new Mended(story.get(0).data()));
		assertThat(mended.status()).as(mended.text()).isEqualTo(200);
		assertThat(mended.body().path("handledBy").asString()).isEqualTo("operator/gu");
		this.system.await("DL-2", ReviewOpened.class);
		awaitConfirmed("DL-2");
		awaitNoOpenLetters("DL-2");
	}

	@Test
	void whatWaitsBehindADiscardedLetterGoesOn() {
		List<RecordedEvent> story = chain("DL-12", Orders.placed("DL-12", "defect"), confirmed("DL-12"));
		story.forEach(this.system::publish);
		awaitLetter("DL-12", INBOX);
		JsonNode letter = letters("DL-12", null, INBOX).getLast();
		assertThat(letter.path("reason").asString()).isEqualTo("HANDLER_FAILED");
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> openLetters() > 0);
		Answer discarded = operator().post("/api/dead-letters/" + letter.path("id").asString() + "/discard",
				"{\"reason\":\"a trial\"}");
		assertThat(discarded.status()).as(discarded.text()).isEqualTo(200);
		awaitConfirmed("DL-12");
		awaitNoOpenLetters("DL-12");
	}

	@Test
	void anotherEventInThePlaceOfOneIsALetterAndAnAlarm() {
		RecordedEvent placed = chain("DL-13", Orders.placed("DL-13")).getFirst();
		this.system.publish(placed);
		this.system.publish(Forgery.clock(placed, 77));
		assertThat(awaitLetter("DL-13", INBOX).path("reason").asString()).isEqualTo("CONFLICT");
		assertThat(this.system.watcher().get("/actuator/prometheus").text())
			.containsPattern("gendan_events_conflicts_total\\{.*group=\"review-service\".*topic=\"gendan.order\".*} 1");
	}

	@Test
	void allLettersOfAnOrderAreReplayedInSequence() {
		this.projection.poisonedBy("DL-3");
		chain("DL-3", Orders.placed("DL-3"), confirmed("DL-3"), confirmed("DL-3")).forEach(this.system::publish);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters("DL-3", "OPEN", PROJECTION).size() == 3);
		this.projection.poisonedBy("no order");
		Answer all = operator().post("/api/dead-letters/replay?order=DL-3", "");
		assertThat(all.status()).as(all.text()).isEqualTo(200);
		assertThat(all.body().findValuesAsString("ce_sequence")).containsSubsequence("1", "2", "3");
		awaitNoOpenLetters("DL-3");
	}

	@Test
	void exactlyThePoisonIsDeadWhateverIsSentTwice() {
		RecordedEvent before = chain("DL-4", Orders.placed("DL-4")).getFirst();
		RecordedEvent defect = chain("DL-5", Orders.placed("DL-5", "defect")).getFirst();
		RecordedEvent after = chain("DL-6", Orders.placed("DL-6")).getFirst();
		for (RecordedEvent event : List.of(before, defect, after)) {
			this.system.publish(event);
		}
		this.system.await("DL-4", ReviewOpened.class);
		this.system.await("DL-6", ReviewOpened.class);
		JsonNode letter = awaitLetter("DL-5", INBOX);
		assertThat(letter.path("reason").asString()).isEqualTo("HANDLER_FAILED");
		assertThat(letters("DL-4", null, INBOX)).isEmpty();
		assertThat(letters("DL-6", null, INBOX)).isEmpty();
		copy(letter);
		assertThat(letters("DL-5", null, INBOX)).as("a repeated poll leaves copies").hasSize(1);
		OrderPlaced mended = Orders.placed("DL-5", "mended");
		assertThat(replay(letter, new Mended(new EventCodec().write(mended))).status()).isEqualTo(200);
		this.system.await("DL-5", ReviewOpened.class);
	}

	@Test
	void aProjectionHasItsOwnLetters() {
		this.projection.poisonedBy("DL-7");
		RecordedEvent poison = chain("DL-7", Orders.placed("DL-7")).getFirst();
		this.system.publish(poison);
		JsonNode letter = awaitLetter("DL-7", PROJECTION);
		assertThat(letters("DL-7", null, INBOX)).isEmpty();
		assertThat(this.projection.knows(poison.envelope().id())).isFalse();
		this.projection.poisonedBy("no order");
		assertThat(replay(letter, "").status()).isEqualTo(200);
		assertThat(this.projection.knows(poison.envelope().id())).isTrue();
	}

	@Test
	void anEventOutOfRangeIsALetterAndHoldsNobodyBack() {
		RecordedEvent placed = chain("DL-10", Orders.placed("DL-10")).getFirst();
		this.system.publish(Forgery.time(placed, Instant.parse("0001-01-01T00:00:00Z")));
		this.system.publish(Forgery.clock(placed, Long.MAX_VALUE));
		RecordedEvent after = this.system.publish(Orders.placed("DL-11"));
		this.system.await("DL-11", ReviewOpened.class);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.projection.knows(after.envelope().id()));
		for (String group : List.of(INBOX, PROJECTION)) {
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters("DL-10", null, group).size() == 2);
			assertThat(letters("DL-10", null, group)).extracting((letter) -> letter.path("reason").asString())
				.containsOnly("MALFORMED");
		}
	}

	@Test
	void whatIsNoEventIsDiscardedWithAReason() {
		this.system.send(new ProducerRecord<>("gendan.billing", "DL-8", "nonsense".getBytes(StandardCharsets.UTF_8)));
		JsonNode letter = awaitLetter("DL-8", INBOX);
		String address = "/api/dead-letters/" + letter.path("id").asString();
		assertCode(operator().post(address + "/discard", "{\"reason\":\" \"}"), 422, "BODY_INVALID");
		assertThat(operator().post(address + "/discard", "{\"reason\":\"a test of the network\"}").status())
			.isEqualTo(200);
		JsonNode discarded = auditor().get(address).body();
		assertThat(discarded.path("status").asString()).isEqualTo("DISCARDED");
		assertThat(discarded.path("handlingReason").asString()).isEqualTo("a test of the network");
		assertThat(discarded.path("value").asString()).isEqualTo("nonsense");
	}

	@Test
	void pagesGoOnWhereTheLastOneEnded() {
		for (int i = 0; i < 5; i++) {
			this.system
				.send(new ProducerRecord<>("gendan.billing", "DL-9", ("p" + i).getBytes(StandardCharsets.UTF_8)));
		}
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters("DL-9", null, INBOX).size() == 5);
		JsonNode first = auditor().get("/api/dead-letters?order=DL-9&limit=6").body();
		assertThat(first.path("items").size()).as("both groups have them").isEqualTo(6);
		JsonNode second = auditor().get("/api/dead-letters?order=DL-9&limit=6&after=" + first.path("next").asString())
			.body();
		assertThat(second.path("items").size()).isEqualTo(4);
		assertThat(second.has("next")).isFalse();
		assertThat(first.findValuesAsString("id")).doesNotContainAnyElementsOf(second.findValuesAsString("id"));
	}

	@Test
	void onlyTheRightRolesLookAndAct() {
		assertCode(this.system.as("li", "salesperson").get("/api/dead-letters"), 403, "ROLE_NOT_ALLOWED");
		assertCode(auditor().post("/api/dead-letters/replay?order=X", ""), 403, "ROLE_NOT_ALLOWED");
		assertCode(auditor().get("/api/dead-letters/nothing"), 404, "DEAD_LETTER_UNKNOWN");
		assertCode(auditor().get("/api/dead-letters/gendan.order.dead.review-service~0~999999"), 404,
				"DEAD_LETTER_UNKNOWN");
		assertCode(auditor().get("/api/dead-letters/gendan.order~0~0"), 404, "DEAD_LETTER_UNKNOWN");
		assertCode(auditor().get("/api/dead-letters?status=gone"), 400, "PARAMETER_INVALID");
		assertCode(auditor().get("/api/dead-letters?limit=0"), 400, "PARAMETER_INVALID");
		assertCode(auditor().get("/api/dead-letters?after=nothing"), 404, "DEAD_LETTER_UNKNOWN");
	}

	private void copy(JsonNode letter) {
		ProducerRecord<String, byte[]> copy = new ProducerRecord<>("gendan.order.dead.review-service",
				letter.path("key").asString(), letter.path("value").asString().getBytes(StandardCharsets.UTF_8));
		letter.path("headers")
			.properties()
			.forEach((header) -> copy.headers()
				.add(header.getKey(), header.getValue().asString().getBytes(StandardCharsets.UTF_8)));
		for (String name : List.of("topic", "partition", "offset")) {
			copy.headers().add("gendan_" + name, letter.path(name).asString().getBytes(StandardCharsets.UTF_8));
		}
		this.system.send(copy);
	}

	private JsonNode awaitLetter(String order, String group) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !letters(order, null, group).isEmpty());
		return letters(order, null, group).getFirst();
	}

	/** Newest first; what followed from a letter is left out. */
	private List<JsonNode> letters(String order, String status, String group) {
		Answer answer = auditor()
			.get("/api/dead-letters?order=" + order + ((status != null) ? "&status=" + status : ""));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		String suffix = group.equals(INBOX) ? ".dead.review-service~0" : ".dead.review-service-projection~0";
		return answer.body()
			.path("items")
			.valueStream()
			.filter((letter) -> letter.path("id").asString().contains(suffix))
			.filter((letter) -> !letter.path("topic").asString().equals("gendan.review"))
			.toList();
	}

	private double openLetters() {
		return this.registry.get("gendan.dead-letters.open").gauge().value();
	}

	private void awaitNoOpenLetters(String order) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> letters(order, "OPEN", INBOX).isEmpty());
	}

	private void awaitConfirmed(String order) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> auditor().get("/api/small/" + order).body().path("confirmed").asBoolean(false));
	}

	private Answer replay(JsonNode letter, Object body) {
		return operator().post("/api/dead-letters/" + letter.path("id").asString() + "/replay", body);
	}

	private Caller operator() {
		return this.system.as("gu", "operator");
	}

	private Caller auditor() {
		return this.system.as("chen", "auditor");
	}

	private static OrderConfirmed confirmed(String order) {
		return new OrderConfirmed(order, "wang", LocalDate.of(2026, 4, 1));
	}

	private static List<RecordedEvent> chain(String order, GendanEvent... events) {
		ForeignChain chain = new ForeignChain(order);
		return Arrays.stream(events).map((event) -> chain.next(event, new Actor("salesperson", "li"))).toList();
	}

	private static void assertCode(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.body().path("code").asString("")).isEqualTo(code);
	}

	private record Mended(String value) {
	}

}
