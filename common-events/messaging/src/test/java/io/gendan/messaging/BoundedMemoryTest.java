package io.gendan.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import io.gendan.contract.Actor;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.SmallEngine.Memory;
import io.gendan.messaging.SmallStage.Command;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.SmallStage.Put;
import io.gendan.messaging.engine.GatewayBusyException;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.engine.Verdict.Kind;
import io.gendan.testing.ForeignChain;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** However much arrives, no more is held at once than the budgets say. */
class BoundedMemoryTest {

	private static final Actor WANG = new Actor("sales-manager", "wang");

	private static final int BATCH = 100_000;

	/** What a request and its answer hold besides the documents. */
	private static final int SLACK = 20_000;

	private final WeighedStore weighed = new WeighedStore();

	private final MongoCollection<Document> orders = this.weighed.orders();

	private final SettableClock clock = new SettableClock();

	@Test
	void aBacklogOfLargeOrdersIsTakenInBatchesThatFit() {
		String large = "x".repeat(8_000);
		List<RecordedEvent> backlog = new ArrayList<>();
		List<CommandRequest<Command>> commands = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			backlog.add(placed("L-" + i, large));
			commands.add(CommandRequest.of("L-" + i, new Note("a"), WANG));
		}
		try (SmallEngine engine = SmallEngine.with(new Memory(BATCH, 500_000, 50_000, 1), this.orders, this.clock)) {
			assertThat(engine.engine.receive(backlog)).extracting(Verdict::kind).containsOnly(Kind.TAKEN);
			assertThat(this.weighed.heaviest()).isBetween(BATCH / 2L, (long) BATCH + SLACK);
			assertThat(engine.gateway.executeAll(commands)).hasSize(100).allMatch(CommandResult.Done.class::isInstance);
			assertThat(engine.gateway.findAll(IntStream.range(0, 100).mapToObj((i) -> "L-" + i).toList())).hasSize(100);
			assertThat(this.weighed.heaviest()).isLessThan(BATCH + SLACK);
			Awaitility.await().until(() -> engine.sweepUntilNothingIsLeft(this.clock));
			assertThat(engine.producer.sent()).hasSize(200);
			assertThat(this.weighed.heaviest()).isLessThan(BATCH + SLACK);
		}
	}

	@Test
	void aSingleOrderThatIsMoreThanABatchIsTakenAlone() {
		try (SmallEngine engine = SmallEngine.with(new Memory(BATCH, 500_000, 50_000, 1), this.orders, this.clock)) {
			String huge = "x".repeat(2 * BATCH);
			assertThat(engine.engine.receive(List.of(placed("H-1", "a"), placed("H-2", huge), placed("H-3", huge))))
				.extracting(Verdict::kind)
				.containsOnly(Kind.TAKEN);
			assertThat(this.weighed.heaviest()).isLessThan(2L * BATCH + SLACK);
		}
	}

	@Test
	void singleCommandsThatDoNotFitAreRefusedAndNothingHappens() throws Exception {
		SmallEngine engine = SmallEngine.with(new Memory(BATCH, 500_000, 50_000, 1), this.orders, this.clock);
		engine.command("Q-1", new Open(this.clock.instant()));
		engine.close();
		Put half = new Put("x".repeat(BATCH * 6 / 10));
		Thread waiting = Thread.startVirtualThread(() -> engine.command("Q-1", half));
		Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);
		assertThatExceptionOfType(GatewayBusyException.class).isThrownBy(() -> engine.command("Q-1", half));
		assertThat(engine.state("Q-1").notes()).isEmpty();
		waiting.interrupt();
	}

	@Test
	void whatTheRelayCannotHoldStaysInTheStoreAndLeavesInSequence() {
		try (SmallEngine engine = SmallEngine.with(new Memory(BATCH, 500_000, 10_000, 1_000_000), this.orders,
				this.clock)) {
			engine.producer.hold();
			for (int i = 0; i < 30; i++) {
				engine.command("R-" + i, new Open(this.clock.instant()));
				engine.command("R-" + i, new Note("a"));
			}
			assertThat(engine.producer.held()).as("events that the relay has handed over").isBetween(2, 20);
			engine.producer.letGo();
			Awaitility.await().until(() -> engine.sweepUntilNothingIsLeft(this.clock));
			for (int i = 0; i < 30; i++) {
				String order = "review:R-" + i + ":";
				assertThat(engine.producer.sent()).filteredOn((id) -> id.startsWith(order))
					.startsWith(order + 1)
					.contains(order + 2);
			}
		}
	}

	private static RecordedEvent placed(String order, String remarks) {
		return new ForeignChain(order).next(Orders.placed(order, remarks), new Actor("salesperson", "li"));
	}

}
