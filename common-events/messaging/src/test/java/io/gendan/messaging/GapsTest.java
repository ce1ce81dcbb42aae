package io.gendan.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import com.mongodb.client.MongoCollection;
import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.engine.Verdict.Kind;
import io.gendan.messaging.ledger.Discarded;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.Unfinished;
import io.gendan.testing.ForeignChain;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What comes before its predecessor waits, goes on by itself, and is never jumped. */
class GapsTest {

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	private final SmallEngine engine = new SmallEngine(this.orders, this.clock);

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void whatCameTooEarlyIsTakenWithItsPredecessor() {
		List<RecordedEvent> story = chain("G-1", Orders.placed("G-1"), confirmed("G-1"), cancelled("G-1"));
		assertKinds(receive(story.get(2), story.get(1), story.get(2)), Kind.PARKED, Kind.PARKED, Kind.PARKED);
		assertThat(this.engine.gateway.find("G-1")).as("nothing has happened").isEmpty();
		long version = this.engine.ledger("G-1").version();
		assertKinds(receive(story.get(0)), Kind.TAKEN);
		assertThat(this.engine.ledger("G-1").version()).as("one write").isEqualTo(version + 1);
		assertThat(head("G-1")).isEqualTo(3);
		assertThat(this.engine.ledger("G-1").inbox().parked()).isEmpty();
		assertThat(this.engine.state("G-1").confirmed()).isTrue();
		assertThat(this.engine.alarm.raised()).isEmpty();
	}

	@Test
	void theOrderOfArrivalDoesNotMatter() {
		Random random = new Random(7);
		for (int run = 0; run < 30; run++) {
			String order = "G-2-" + run;
			List<RecordedEvent> story = new ArrayList<>(chain(order, Orders.placed(order), confirmed(order),
					cancelled(order), confirmed(order), cancelled(order)));
			Collections.shuffle(story, random);
			// Two instances take them in turn, as when partitions were added.
			try (SmallEngine other = new SmallEngine(this.orders, this.clock)) {
				story.forEach((event) -> (random.nextBoolean() ? other : this.engine).engine.receive(List.of(event)));
			}
			assertThat(this.engine.ledger(order).entries()).filteredOn((entry) -> !entry.own())
				.extracting((entry) -> entry.event().envelope().sequence())
				.startsWith(1L, 2L)
				.isSorted();
			assertThat(head(order)).isEqualTo(5);
			assertThat(this.engine.own(order)).hasSize(1);
		}
	}

	@Test
	void aPersonIsToldOnceWhenItTakesTooLong() {
		List<RecordedEvent> story = chain("G-3", Orders.placed("G-3"), confirmed("G-3"), cancelled("G-3"));
		receive(story.get(2), story.get(1));
		due("G-3");
		assertThat(this.engine.alarm.raised()).isEmpty();
		this.clock.advance(SmallEngine.PATIENCE);
		this.engine.alarm.goAway(true);
		assertThatThrownBy(() -> due("G-3")).hasMessage("planted");
		this.engine.alarm.goAway(false);
		due("G-3");
		due("G-3");
		assertThat(this.engine.alarm.raised()).containsExactly("GAP order:G-3:2");
		try (SmallEngine started = new SmallEngine(this.orders, this.clock)) {
			started.engine.due(List.of("G-3"));
			assertThat(started.alarm.raised()).as("known after a restart").isEmpty();
		}
		assertKinds(receive(story.get(0)), Kind.TAKEN);
		assertThat(head("G-3")).isEqualTo(3);
		assertThat(this.engine.alarm.cleared()).containsExactly("order:G-3:2");
	}

	@Test
	void theSweepFindsWhatWaitsTooLong() {
		receive(chain("G-4", Orders.placed("G-4"), confirmed("G-4")).get(1));
		Instant tomorrow = this.clock.instant().plus(Duration.ofDays(1));
		List<Unfinished> found = new ArrayList<>();
		this.engine.store.unfinished(this.clock.instant(), tomorrow, tomorrow, found::add);
		assertThat(found).singleElement()
			.satisfies((order) -> assertThat(order.due()).isEqualTo(this.clock.instant().plus(SmallEngine.PATIENCE)));
	}

	@Test
	void whatFailsWhenItsTurnHasComeIsToldAtOnceAndHoldsBackWhatFollows() {
		List<RecordedEvent> story = chain("G-5", cancelled("G-5"), Orders.placed("G-5", "defect"), confirmed("G-5"));
		receive(story.get(2), story.get(1), story.get(0));
		assertThat(head("G-5")).isEqualTo(1);
		due("G-5");
		assertThat(this.engine.alarm.raised()).containsExactly("HANDLER_FAILED order:G-5:2");
		discard(story.get(1), false);
		assertThat(head("G-5")).isEqualTo(3);
		assertThat(this.engine.state("G-5").confirmed()).isTrue();
		assertThat(this.engine.alarm.cleared()).as("it has no effect").isEmpty();
		assertThat(this.engine.ledger("G-5").inbox().discarded()).singleElement().satisfies((decision) -> {
			assertThat(decision.by()).isEqualTo("operator/zhou");
			assertThat(decision.reason()).isEqualTo("nobody needs it");
			assertThat(decision.hash()).isEqualTo(story.get(1).envelope().hash());
		});
	}

	@Test
	void whatComesAfterADiscardedEventGoesOn() {
		List<RecordedEvent> story = chain("G-6", Orders.placed("G-6", "defect"), cancelled("G-6"), confirmed("G-6"));
		assertKinds(receive(story.get(0)), Kind.REJECTED);
		discard(story.get(0), false);
		assertThat(head("G-6")).as("nothing behind it shows yet that it belongs there").isZero();
		discard(story.get(1), false);
		assertKinds(receive(story.get(2)), Kind.TAKEN);
		assertThat(this.engine.state("G-6").confirmed()).isTrue();
		assertKinds(receive(story.get(0)), Kind.DUPLICATE);
	}

	@Test
	void withTheLetterOfAGapWhatIsMissingIsPassedOver() {
		List<RecordedEvent> story = chain("G-7", Orders.placed("G-7"), cancelled("G-7"), cancelled("G-7"),
				confirmed("G-7"));
		receive(story.get(0), story.get(3));
		discard(story.get(2), true);
		assertThat(head("G-7")).isEqualTo(4);
		assertThat(this.engine.state("G-7").confirmed()).isTrue();
	}

	@Test
	void whatDoesNotBelongToTheChainMovesNothing() {
		List<RecordedEvent> story = chain("G-8", Orders.placed("G-8"), cancelled("G-8"), confirmed("G-8"));
		receive(story.get(0));
		discard(Forgery.clock(story.get(1), 99), true);
		discard(Forgery.clock(story.get(1), 100), false);
		assertKinds(receive(story.get(2)), Kind.PARKED);
		assertThat(head("G-8")).isEqualTo(1);
		assertKinds(receive(story.get(1)), Kind.TAKEN);
		assertThat(head("G-8")).isEqualTo(3);
	}

	@Test
	void whatWaitsIsBoundedInBytes() {
		String much = "x".repeat(600_000);
		List<RecordedEvent> story = chain("G-9", Orders.placed("G-9"),
				new OrderCancelled("G-9", "li", Personal.of(much)), new OrderCancelled("G-9", "li", Personal.of(much)));
		List<Verdict> verdicts = receive(story.get(2), story.get(1));
		assertKinds(verdicts, Kind.PARKED, Kind.REJECTED);
		assertThat(verdicts.get(1).reason()).isEqualTo("GAP");
	}

	@Test
	void anotherEventInTheSamePlaceIsAConflict() {
		List<RecordedEvent> story = chain("G-10", Orders.placed("G-10"), confirmed("G-10"), cancelled("G-10"),
				confirmed("G-10"));
		receive(story.get(0), story.get(1), story.get(2));
		assertConflict(Forgery.clock(story.get(2), 77));
		assertConflict(Forgery.clock(story.get(0), 77));
		receive(story.get(3));
		try (SmallEngine started = new SmallEngine(this.orders, this.clock)) {
			assertThat(started.engine.receive(List.of(Forgery.clock(story.get(1), 77))).getFirst().reason())
				.isEqualTo(Verdict.CONFLICT);
			assertKinds(started.engine.receive(story), Kind.DUPLICATE, Kind.DUPLICATE, Kind.DUPLICATE, Kind.DUPLICATE);
		}
	}

	@Test
	void anotherEventInThePlaceOfOneThatPassedByIsAConflictToo() {
		List<RecordedEvent> story = new ArrayList<>(chain("G-12", Orders.placed("G-12"), confirmed("G-12"),
				cancelled("G-12"), confirmed("G-12"), cancelled("G-12")));
		receive(story.toArray(RecordedEvent[]::new));
		assertConflict(Forgery.clock(story.get(2), 77));
		try (SmallEngine started = new SmallEngine(this.orders, this.clock)) {
			assertThat(started.engine.receive(List.of(Forgery.clock(story.get(2), 77))).getFirst().reason())
				.isEqualTo(Verdict.CONFLICT);
			assertKinds(started.engine.receive(story), Kind.DUPLICATE, Kind.DUPLICATE, Kind.DUPLICATE, Kind.DUPLICATE,
					Kind.DUPLICATE);
		}
	}

	@Test
	void aGenuineEventBehindForgedOnesIsNotDroppedWithoutAWord() {
		List<RecordedEvent> forged = chain("G-13", Orders.placed("G-13"), cancelled("G-13"), cancelled("G-13"));
		receive(forged.toArray(RecordedEvent[]::new));
		assertConflict(chain("G-13", Orders.placed("G-13"), confirmed("G-13")).get(1));
	}

	@Test
	void ofManyThatPassedByTheNewestAreRemembered() {
		GendanEvent[] events = new GendanEvent[50];
		Arrays.fill(events, cancelled("G-14"));
		events[0] = Orders.placed("G-14");
		List<RecordedEvent> story = chain("G-14", events);
		receive(story.toArray(RecordedEvent[]::new));
		assertConflict(Forgery.clock(story.get(18), 77));
		assertKinds(receive(Forgery.clock(story.get(17), 77)), Kind.DUPLICATE);
		assertThat(this.engine.ledger("G-14").inbox().passed().get(Service.ORDER).prints()).hasSize(64);
	}

	@Test
	void anotherEventInTheSamePlaceIsAConflictInOnePollAndWhileItWaitsToo() {
		List<RecordedEvent> story = chain("G-11", Orders.placed("G-11"), confirmed("G-11"), confirmed("G-11"));
		List<Verdict> verdicts = receive(story.get(2), Forgery.clock(story.get(2), 77), story.get(0), story.get(1),
				Forgery.clock(story.get(0), 77));
		assertKinds(verdicts, Kind.PARKED, Kind.REJECTED, Kind.TAKEN, Kind.TAKEN, Kind.REJECTED);
		assertThat(verdicts.get(1).reason()).isEqualTo(Verdict.CONFLICT);
		assertThat(verdicts.get(4).reason()).isEqualTo(Verdict.CONFLICT);
	}

	private void assertConflict(RecordedEvent event) {
		assertThat(receive(event).getFirst().reason()).isEqualTo(Verdict.CONFLICT);
	}

	private List<Verdict> receive(RecordedEvent... events) {
		return this.engine.engine.receive(List.of(events));
	}

	private void due(String order) {
		this.engine.engine.due(List.of(order));
	}

	private void discard(RecordedEvent event, boolean withMissing) {
		Envelope envelope = event.envelope();
		this.engine.engine.discard(envelope.subject(),
				Discarded.of(envelope, withMissing, "operator/zhou", this.clock.instant(), "nobody needs it"));
	}

	private long head(String order) {
		return this.engine.ledger(order).inbox().heads().getOrDefault(Service.ORDER, Head.NONE).sequence();
	}

	private static GendanEvent confirmed(String order) {
		return new OrderConfirmed(order, "wang", LocalDate.of(2026, 4, 1));
	}

	private static GendanEvent cancelled(String order) {
		return new OrderCancelled(order, "li", Personal.of("no longer needed"));
	}

	private static List<RecordedEvent> chain(String order, GendanEvent... events) {
		ForeignChain chain = new ForeignChain(order);
		return Arrays.stream(events).map((event) -> chain.next(event, new Actor("salesperson", "li"))).toList();
	}

	private static void assertKinds(List<Verdict> verdicts, Kind... kinds) {
		assertThat(verdicts).extracting(Verdict::kind).containsExactly(kinds);
	}

}
