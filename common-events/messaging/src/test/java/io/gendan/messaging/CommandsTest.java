package io.gendan.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.HashChain;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.SmallStage.Approve;
import io.gendan.messaging.SmallStage.Command;
import io.gendan.messaging.SmallStage.Foreign;
import io.gendan.messaging.SmallStage.Half;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.SmallStage.State;
import io.gendan.messaging.ledger.Entry;
import io.gendan.stage.RefusalCode;
import io.gendan.stage.Visibility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Commands: each takes effect once or not at all, whoever else is busy with the order.
 */
class CommandsTest {

	private static final Actor WANG = new Actor("sales-manager", "wang");

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	private final SmallEngine one = new SmallEngine(this.orders, this.clock);

	private final SmallEngine other = new SmallEngine(this.orders, this.clock);

	@AfterEach
	void stop() {
		this.one.close();
		this.other.close();
	}

	@Test
	void twoHundredCommandsOnOneOrderLoseNothing() throws Exception {
		everyCommandIsOneEvent(1);
	}

	@Test
	void twoHundredCommandsOnFiftyOrdersLoseNothing() throws Exception {
		everyCommandIsOneEvent(50);
	}

	private void everyCommandIsOneEvent(int numberOfOrders) throws Exception {
		IntStream.range(0, numberOfOrders).forEach((i) -> this.one.command("C-" + i, new Open(this.clock.instant())));
		List<Future<CommandResult<State>>> answers = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
			for (int i = 0; i < 200; i++) {
				SmallEngine instance = (i % 2 == 0) ? this.one : this.other;
				String order = "C-" + (i % numberOfOrders);
				String text = "<" + i + ">";
				answers.add(threads.submit(() -> instance.command(order, new Note(text))));
			}
		}
		for (Future<CommandResult<State>> answer : answers) {
			assertThat(answer.get()).isInstanceOf(CommandResult.Done.class);
		}
		StringBuilder notes = new StringBuilder();
		for (int order = 0; order < numberOfOrders; order++) {
			notes.append(this.one.state("C-" + order).notes());
			assertWhole("C-" + order, 1 + 200 / numberOfOrders);
		}
		for (int i = 0; i < 200; i++) {
			assertThat(notes.toString()).containsOnlyOnce("<" + i + ">");
		}
	}

	@Test
	void anIdempotencyKeyTakesEffectOnceAlsoAfterARestart() {
		this.one.command("C-k", new Open(this.clock.instant()));
		assertThat(keyed(this.one, new Note("a"), "k1")).isInstanceOf(CommandResult.Done.class);
		assertThat(keyed(this.one, new Note("a"), "k1")).isInstanceOfSatisfying(CommandResult.Done.class,
				(done) -> assertThat(done.replayed()).isTrue());
		assertThat(keyed(this.other, new Note("a"), "k1")).isInstanceOfSatisfying(CommandResult.Done.class,
				(done) -> assertThat(done.replayed()).isTrue());
		assertThat(code(keyed(this.other, new Note("b"), "k1"))).isEqualTo(GatewayRefusal.IDEMPOTENCY_KEY_REUSED);
		assertThat(this.one.state("C-k").notes()).isEqualTo("a");
	}

	@Test
	void aRequestIsTheSameWhateverWasLookedUpForItMeanwhile() {
		this.one.command("C-k", new Open(this.clock.instant()));
		keyed(this.one, new Note("a, found in a list"), "k1", "a");
		assertThat(keyed(this.other, new Note("a, not in a list any more"), "k1", "a"))
			.isInstanceOfSatisfying(CommandResult.Done.class, (done) -> assertThat(done.replayed()).isTrue());
		assertThat(code(keyed(this.one, new Approve(), "k1", "a"))).isEqualTo(GatewayRefusal.IDEMPOTENCY_KEY_REUSED);
	}

	@Test
	void aKeyIsForgottenAfterAStatedTimeAndLeavesNoRoomTaken() {
		this.one.command("C-k", new Open(this.clock.instant().plus(Duration.ofDays(365))));
		keyed(this.one, new Note("a"), "k1");
		long bytes = this.one.ledger("C-k").bytes();
		this.clock.advance(Duration.ofDays(8));
		assertThat(keyed(this.one, new Note("b"), "k1")).isInstanceOfSatisfying(CommandResult.Done.class,
				(done) -> assertThat(done.replayed()).isFalse());
		assertThat(this.one.ledger("C-k").keys()).hasSize(1);
		long entry = this.one.ledger("C-k").entries().getLast().bytes();
		assertThat(this.one.ledger("C-k").bytes()).isEqualTo(bytes + entry);
		assertThat(keyed(this.other, new Note("b"), "k1")).isInstanceOfSatisfying(CommandResult.Done.class,
				(done) -> assertThat(done.replayed()).isTrue());
		assertThat(this.one.state("C-k").notes()).isEqualTo("ab");
	}

	@Test
	void theSameKeyTwiceInOneBatchTakesEffectOnce() {
		this.one.command("C-b", new Open(this.clock.instant()));
		CommandRequest<Command> request = new CommandRequest<>("C-b", new Note("a"), WANG, Visibility.EVERYTHING, "k1",
				null, null, null);
		assertThat(this.one.gateway.executeAll(List.of(request, request))).hasSize(2)
			.allMatch(CommandResult.Done.class::isInstance);
		assertThat(this.one.state("C-b").notes()).isEqualTo("a");
	}

	@Test
	void aVersionThatHasPassedIsRefused() {
		this.one.command("C-v", new Open(this.clock.instant()));
		assertThat(matching(new Note("a"), 1)).isInstanceOf(CommandResult.Done.class);
		assertThat(code(matching(new Note("b"), 1))).isEqualTo(GatewayRefusal.ORDER_CHANGED);
		assertThat(matching(new Note("c"), 2)).isInstanceOf(CommandResult.Done.class);
		assertThat(this.one.state("C-v").notes()).isEqualTo("ac");
	}

	@Test
	void aCommandOnAnUnknownOrderIsRefused() {
		assertThat(code(this.one.command("C-u", new Approve()))).isEqualTo(GatewayRefusal.ORDER_UNKNOWN);
		assertThat(this.one.ledger("C-u").version()).isZero();
	}

	@Test
	void whatNobodyCouldReadIsNotWrittenAndNeitherIsWhatCameWithIt() {
		this.one.command("C-h", new Open(this.clock.instant()));
		assertThatThrownBy(() -> this.one.command("C-h", new Half())).isInstanceOf(IllegalStateException.class)
			.hasMessageStartingWith("Nobody could read");
		assertThatThrownBy(() -> this.one.command("C-h", new Foreign())).isInstanceOf(IllegalStateException.class)
			.hasMessageStartingWith("Decided on C-h");
		assertThat(this.one.ledger("C-h").entries()).hasSize(1);
		assertThat(this.one.command("C-h", new Note("goes on"))).isInstanceOf(CommandResult.Done.class);
		assertWhole("C-h", 2);
	}

	private void assertWhole(String order, int events) {
		List<RecordedEvent> own = this.one.ledger(order)
			.entries()
			.stream()
			.filter(Entry::own)
			.map(Entry::event)
			.toList();
		assertThat(own).hasSize(events);
		String hash = HashChain.GENESIS;
		for (int i = 0; i < own.size(); i++) {
			Envelope envelope = own.get(i).envelope();
			assertThat(envelope.sequence()).isEqualTo(i + 1);
			assertThat(envelope.prevHash()).isEqualTo(hash);
			assertThat(HashChain.intact(own.get(i))).isTrue();
			hash = envelope.hash();
		}
	}

	private static CommandResult<State> keyed(SmallEngine engine, Command command, String key) {
		return keyed(engine, command, key, command.toString());
	}

	private static CommandResult<State> keyed(SmallEngine engine, Command command, String key, String fingerprint) {
		return engine.gateway
			.execute(new CommandRequest<>("C-k", command, WANG, Visibility.EVERYTHING, key, fingerprint, null, null));
	}

	private CommandResult<State> matching(Command command, long version) {
		return this.one.gateway
			.execute(new CommandRequest<>("C-v", command, WANG, Visibility.EVERYTHING, null, null, version, null));
	}

	private static RefusalCode code(CommandResult<State> result) {
		assertThat(result).isInstanceOf(CommandResult.Refused.class);
		return ((CommandResult.Refused<State>) result).refusal().code();
	}

}
