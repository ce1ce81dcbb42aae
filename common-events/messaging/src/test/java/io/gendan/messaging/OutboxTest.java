package io.gendan.messaging;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.health.OutboxHealth;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.PublishedMark;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written leaves, in sequence, also after a crash or while the broker refuses.
 */
class OutboxTest {

	private static final Duration SHORT = Duration.ofMillis(200);

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	private final SmallEngine engine = new SmallEngine(this.orders, this.clock);

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void whatIsWrittenLeavesOnceAndIsMarked() {
		this.engine.command("O-1", new Open(this.clock.instant()));
		this.engine.command("O-1", new Note("a"));
		awaitMarked("O-1", 2);
		awaitQuiet();
		this.clock.advance(Duration.ofMinutes(1));
		this.engine.sweep.once();
		assertThat(this.engine.relay.backlog()).isZero();
		assertThat(this.engine.producer.sent()).containsExactly("review:O-1:1", "review:O-1:2");
	}

	@Test
	void whatACrashLeftIsSweptUpInSequenceAndOnce() {
		SmallEngine crashed = new SmallEngine(this.orders, this.clock);
		crashed.producer.refuse("review:O-2:1");
		crashed.command("O-2", new Open(this.clock.instant()));
		crashed.command("O-2", new Note("a"));
		crashed.close();
		this.engine.sweep.once();
		assertThat(this.engine.relay.backlog()).as("too young to be left over").isZero();
		this.clock.advance(Duration.ofSeconds(11));
		this.engine.sweep.once();
		awaitMarked("O-2", 2);
		awaitQuiet();
		this.engine.sweep.once();
		assertThat(this.engine.relay.backlog()).isZero();
		assertThat(this.engine.producer.sent()).containsExactly("review:O-2:1", "review:O-2:2");
	}

	@Test
	void afterAStartNothingWaits() {
		SmallEngine crashed = new SmallEngine(this.orders, this.clock);
		crashed.producer.refuse("review:O-7:1");
		crashed.command("O-7", new Open(this.clock.instant()));
		crashed.close();
		this.engine.sweep.afterStart();
		awaitMarked("O-7", 1);
		assertThat(this.engine.producer.sent()).containsExactly("review:O-7:1");
	}

	@Test
	void whatAClockThatWasAheadLeftIsSweptUpAndWhatIsYoungIsNot() {
		SettableClock ahead = new SettableClock();
		ahead.advance(Duration.ofDays(1));
		SmallEngine crashed = new SmallEngine(this.orders, ahead);
		crashed.producer.refuse("review:O-10:1");
		crashed.command("O-10", new Open(this.clock.instant().plus(Duration.ofDays(2))));
		crashed.close();
		SmallEngine young = new SmallEngine(this.orders, this.clock);
		young.producer.refuse("review:O-11:1");
		young.command("O-11", new Open(this.clock.instant().plus(Duration.ofDays(2))));
		this.engine.sweep.once();
		awaitMarked("O-10", 1);
		young.close();
		assertThat(this.engine.producer.sent()).containsExactly("review:O-10:1");
	}

	@Test
	void nothingOvertakesARefusedEvent() {
		this.engine.producer.refuse("review:O-3:2");
		this.engine.command("O-3", new Open(this.clock.instant()));
		this.engine.command("O-3", new Note("a"));
		this.engine.command("O-3", new Note("b"));
		this.engine.command("O-4", new Open(this.clock.instant()));
		awaitMarked("O-4", 1);
		awaitQuiet();
		assertThat(this.engine.producer.sent()).contains("review:O-3:1", "review:O-4:1")
			.doesNotContain("review:O-3:2", "review:O-3:3");
		this.engine.producer.refuseNothing();
		this.clock.advance(Duration.ofSeconds(11));
		this.engine.sweep.once();
		awaitMarked("O-3", 3);
		assertThat(this.engine.producer.sent()).filteredOn((id) -> id.startsWith("review:O-3"))
			.endsWith("review:O-3:2", "review:O-3:3");
	}

	@Test
	void whatLeftBeforeARefusedEventDoesNotLeaveAgain() {
		SmallEngine crashed = new SmallEngine(this.orders, this.clock);
		crashed.producer.refuse("review:O-9:1");
		crashed.command("O-9", new Open(this.clock.instant()));
		crashed.command("O-9", new Note("a"));
		crashed.command("O-9", new Note("b"));
		crashed.close();
		this.engine.producer.refuse("review:O-9:3");
		for (int i = 0; i < 5; i++) {
			this.clock.advance(Duration.ofSeconds(11));
			this.engine.sweep.once();
			Awaitility.await().until(() -> !this.engine.relay.carries("O-9"));
		}
		assertThat(this.engine.producer.sent()).containsExactly("review:O-9:1", "review:O-9:2");
		assertThat(document("O-9")).containsKey("pendingSince");
		this.engine.producer.refuseNothing();
		Awaitility.await().until(() -> this.engine.sweepUntilNothingIsLeft(this.clock));
		awaitMarked("O-9", 3);
		assertThat(this.engine.producer.sent()).containsExactly("review:O-9:1", "review:O-9:2", "review:O-9:3");
	}

	@Test
	void aDocumentThatMovedOnWithoutAnEventIsStillMarked() {
		this.engine.producer.refuse("review:O-5:1");
		this.engine.command("O-5", new Open(this.clock.instant()));
		awaitQuiet();
		this.engine.store.markPublished(List.of(mark("O-5", 1, 1)));
		awaitMarked("O-5", 1);
		this.orders.updateOne(Filters.eq("_id", "O-5"),
				Updates.combine(Updates.set("version", 7L), Updates.set("pendingSince", new Date())));
		this.engine.store.markPublished(List.of(mark("O-5", 1, 1)));
		assertThat(document("O-5")).doesNotContainKey("pendingSince");
		this.orders.updateOne(Filters.eq("_id", "O-5"), Updates.combine(Updates.set("version", 8L),
				Updates.set("head.sequence", 2L), Updates.set("pendingSince", new Date())));
		this.engine.store.markPublished(List.of(mark("O-5", 1, 1)));
		assertThat(document("O-5")).as("event 2 has not left").containsKey("pendingSince");
	}

	@Test
	void whatIsAcknowledgedIsMarkedBeforeTheEnd() {
		try (SmallEngine seldom = SmallEngine.markingEvery(Duration.ofHours(1), this.orders, this.clock)) {
			seldom.command("O-8", new Open(this.clock.instant()));
			Awaitility.await().until(() -> seldom.relay.acknowledged("O-8").sequence() == 1);
			assertThat(seldom.relay.backlog()).as("acknowledged is no backlog").isZero();
			assertThat(document("O-8")).containsKey("pendingSince");
		}
		awaitMarked("O-8", 1);
	}

	@Test
	void aLeftOverMarkIsSweptUpWithoutSending() {
		this.engine.command("O-6", new Open(this.clock.instant()));
		awaitMarked("O-6", 1);
		Awaitility.await().until(() -> !this.engine.relay.carries("O-6"));
		this.orders.updateOne(Filters.eq("_id", "O-6"), Updates.set("pendingSince", new Date(0)));
		this.engine.sweep.once();
		assertThat(document("O-6")).doesNotContainKey("pendingSince");
		assertThat(this.engine.producer.sent()).containsExactly("review:O-6:1");
	}

	@Test
	void anEventThatDoesNotLeaveIsTold() {
		OutboxHealth health = new OutboxHealth(this.engine.relay, SHORT);
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
		this.engine.producer.hold();
		this.engine.command("O-10", new Open(this.clock.instant()));
		Awaitility.await().until(() -> health.health().getStatus().equals(Status.DOWN));
		assertThat(health.health().getDetails()).containsEntry("reason", "EVENTS_DO_NOT_LEAVE");
		this.engine.producer.letGo();
		Awaitility.await().until(() -> health.health().getStatus().equals(Status.UP));
	}

	@Test
	void anEventThatFailsWithEverySweepIsToldInBetween() {
		OutboxHealth health = new OutboxHealth(this.engine.relay, SHORT);
		this.engine.producer.refuse("review:O-11:1");
		this.engine.command("O-11", new Open(this.clock.instant()));
		awaitQuiet();
		Awaitility.await().until(() -> health.health().getStatus().equals(Status.DOWN));
		assertThat(health.health().getDetails().get("detail")).asString().endsWith("last failure: TimeoutException");
		this.engine.producer.refuseNothing();
		this.clock.advance(Duration.ofSeconds(11));
		this.engine.sweep.once();
		Awaitility.await().until(() -> health.health().getStatus().equals(Status.UP));
	}

	private PublishedMark mark(String order, long version, long sequence) {
		String hash = document(order).get("head", Document.class).getString("hash");
		return new PublishedMark(order, version, new Head(sequence, hash));
	}

	private void awaitMarked(String order, long sequence) {
		Awaitility.await()
			.until(() -> !document(order).containsKey("pendingSince")
					&& document(order).getLong("published") == sequence);
	}

	/** Acknowledged, or failed and given up until the next sweep. */
	private void awaitQuiet() {
		Awaitility.await().until(() -> this.engine.relay.backlog() == 0);
	}

	private Document document(String order) {
		return this.orders.find(Filters.eq("_id", order)).first();
	}

}
