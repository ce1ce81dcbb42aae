package io.gendan.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import io.gendan.messaging.SmallStage.Command;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.Nothing;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.SmallStage.Put;
import io.gendan.messaging.SmallStage.State;
import io.gendan.stage.Activity;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Work outside the document: after the state is safe, again after a failure or crash. */
class ActivitiesTest {

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	@Test
	void whatFailsIsTriedAgainWithItsDueInstant() {
		Asking asking = new Asking();
		asking.failures.set(1);
		try (SmallEngine engine = new SmallEngine(this.orders, this.clock, asking)) {
			engine.performActivities();
			ask(engine, "A-1");
			Awaitility.await().until(() -> asking.calls.get() == 1);
			this.clock.advance(Duration.ofSeconds(11));
			engine.strikeDeadlines();
			Awaitility.await().until(() -> engine.state("A-1").notes().equals("answered A-1"));
			assertThat(asking.calls).hasValue(2);
		}
	}

	@Test
	void whatACrashLeftUndoneIsDoneByAnotherInstance() {
		try (SmallEngine crashed = new SmallEngine(this.orders, this.clock, new Asking())) {
			ask(crashed, "A-2");
		}
		Asking asking = new Asking();
		try (SmallEngine engine = new SmallEngine(this.orders, this.clock, asking)) {
			engine.performActivities();
			engine.strikeDeadlines();
			this.clock.advance(Duration.ofSeconds(11));
			engine.sweep.once();
			Awaitility.await().until(() -> engine.state("A-2").notes().equals("answered A-2"));
			Awaitility.await()
				.until(() -> !this.orders.find()
					.first()
					.getDate("due")
					.toInstant()
					.isBefore(engine.state("A-2").dueAt()));
		}
	}

	@Test
	void aResultThatChangesNothingIsNotAskedForAgainAtOnce() {
		Asking asking = new Asking();
		asking.nothing = true;
		try (SmallEngine engine = new SmallEngine(this.orders, this.clock, asking)) {
			engine.performActivities();
			engine.command("A-3", new Open(this.clock.instant().plusSeconds(3600)));
			engine.command("A-3", new Note("ask"));
			Awaitility.await().until(() -> asking.calls.get() == 1);
			Awaitility.await().during(Duration.ofMillis(300)).until(() -> asking.calls.get() == 1);
		}
	}

	@Test
	void whatWasOfferedDuringTheWorkIsNotDoneTwice() throws Exception {
		Asking asking = new Asking();
		asking.gate = new CountDownLatch(1);
		try (SmallEngine engine = new SmallEngine(this.orders, this.clock, asking)) {
			engine.performActivities();
			ask(engine, "A-4");
			Awaitility.await().until(() -> asking.calls.get() == 1);
			engine.command("A-4", new Put("ask"));
			asking.gate.countDown();
			Awaitility.await().until(() -> engine.state("A-4").notes().equals("answered A-4"));
			Awaitility.await().during(Duration.ofMillis(200)).until(() -> asking.calls.get() == 1);
		}
	}

	@Test
	void anOrderThatFailsHoldsBackNoneOfItsBatch() throws Exception {
		Asking asking = new Asking();
		asking.gate = new CountDownLatch(1);
		asking.bad = "A-13";
		try (SmallEngine engine = new SmallEngine(this.orders, this.clock, asking)) {
			engine.performActivities();
			ask(engine, "A-first");
			Awaitility.await().until(() -> asking.calls.get() == 1);
			IntStream.range(10, 30).forEach((i) -> ask(engine, "A-" + i));
			asking.gate.countDown();
			Awaitility.await()
				.until(() -> IntStream.range(10, 30)
					.filter((i) -> i != 13)
					.allMatch((i) -> engine.state("A-" + i).notes().equals("answered A-" + i)));
			assertThat(engine.state("A-13").notes()).isEqualTo("ask");
			assertThat(engine.registry.get("gendan.activity.failing").tag("activity", "asking").gauge().value())
				.isEqualTo(1);
		}
	}

	@Test
	void anOrderThatGoesOnFailingIsTriedLessOften() {
		Asking asking = new Asking();
		asking.bad = "A-6";
		try (SmallEngine engine = new SmallEngine(this.orders, this.clock, asking)) {
			engine.performActivities();
			ask(engine, "A-6");
			Awaitility.await().until(() -> asking.calls.get() == 1);
			Awaitility.await().until(() -> {
				this.clock.advance(Duration.ofSeconds(10));
				engine.engine.due(List.of("A-6"));
				return asking.calls.get() >= 4;
			});
			assertThat(Duration.between(new SettableClock().instant(), this.clock.instant()))
				.isGreaterThanOrEqualTo(Duration.ofSeconds(10 + 10 + 30));
			asking.bad = "";
			Awaitility.await().until(() -> {
				this.clock.advance(Duration.ofSeconds(10));
				engine.engine.due(List.of("A-6"));
				return engine.state("A-6").notes().equals("answered A-6");
			});
		}
	}

	@Test
	void whatFailsForAllIsNotTriedForEach() {
		Asking asking = new Asking();
		asking.gate = new CountDownLatch(1);
		asking.failures.set(Integer.MAX_VALUE);
		try (SmallEngine engine = new SmallEngine(this.orders, this.clock, asking)) {
			engine.performActivities();
			ask(engine, "A-0");
			Awaitility.await().until(() -> asking.calls.get() == 1);
			IntStream.range(100, 164).forEach((i) -> ask(engine, "A-" + i));
			asking.gate.countDown();
			Awaitility.await().until(() -> asking.calls.get() >= 10);
			Awaitility.await().during(Duration.ofMillis(300)).until(() -> asking.calls.get() < 16);
		}
	}

	private void ask(SmallEngine engine, String order) {
		engine.command(order, new Open(this.clock.instant().plusSeconds(3600)));
		engine.command(order, new Note("ask"));
	}

	/** Asks somebody for every order with the note "ask". */
	private static final class Asking implements Activity<State, Command> {

		private final AtomicInteger failures = new AtomicInteger();

		private final AtomicInteger calls = new AtomicInteger();

		private volatile String bad = "";

		private volatile boolean nothing;

		private volatile CountDownLatch gate = new CountDownLatch(0);

		@Override
		public String name() {
			return "asking";
		}

		@Override
		public boolean wanted(State state) {
			return state.notes().equals("ask");
		}

		@Override
		public Map<String, Command> perform(Map<String, State> orders) {
			this.calls.incrementAndGet();
			try {
				this.gate.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			if (this.failures.getAndDecrement() > 0) {
				throw new IllegalStateException("nobody answers");
			}
			if (orders.containsKey(this.bad)) {
				throw new IllegalStateException("nobody knows " + this.bad);
			}
			Map<String, Command> results = new HashMap<>();
			orders.forEach(
					(order, state) -> results.put(order, this.nothing ? new Nothing() : new Put("answered " + order)));
			return results;
		}

	}

}
