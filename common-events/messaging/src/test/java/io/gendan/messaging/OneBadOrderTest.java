package io.gendan.messaging;

import java.util.List;
import java.util.stream.Stream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.gendan.contract.Actor;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.messaging.SmallStage.Command;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.SmallStage.Put;
import io.gendan.messaging.SmallStage.State;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.engine.Verdict.Kind;
import io.gendan.stage.RefusalCode;
import io.gendan.testing.ForeignChain;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong with one document is told of that one; its neighbours never notice. */
class OneBadOrderTest {

	private static final Actor WANG = new Actor("sales-manager", "wang");

	private static final int WRITE_CONFLICT = 112;

	private static final int TOO_LARGE = 17419;

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final FaultyOrders faulty = new FaultyOrders(this.orders);

	private final SettableClock clock = new SettableClock();

	private final SmallEngine engine = new SmallEngine(this.faulty.collection(), this.clock);

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void aDocumentThatTheStoreWillNeverTakeIsToldAndItsNeighboursAreWritten() {
		this.faulty.refuse("B-1", TOO_LARGE, Integer.MAX_VALUE);
		List<Verdict> verdicts = this.engine.engine.receive(List.of(placed("B-0"), placed("B-1"), placed("B-2")));
		assertThat(verdicts).extracting(Verdict::kind).containsExactly(Kind.TAKEN, Kind.REJECTED, Kind.TAKEN);
		assertThat(verdicts.get(1).reason()).isEqualTo("ORDER_NOT_STORED");
		assertThat(verdicts.get(1).detail()).contains("planted");
		assertThat(this.engine.own("B-2")).hasExactlyElementsOfTypes(ReviewOpened.class);
		List<CommandResult<State>> results = this.engine.gateway.executeAll(
				Stream.of("B-1", "B-3").map((order) -> request(order, new Open(this.clock.instant()))).toList());
		assertThat(code(results.get(0))).isEqualTo(GatewayRefusal.ORDER_NOT_STORED);
		assertThat(results.get(1)).isInstanceOf(CommandResult.Done.class);
	}

	/**
	 * A write conflict, a deadlock as FerretDB tells it, an error nobody has heard of.
	 */
	@ParameterizedTest
	@ValueSource(ints = { WRITE_CONFLICT, 1, 4711 })
	void whatMayPassIsTriedAgain(int code) {
		this.faulty.refuse("B-4", code, 5);
		assertThat(this.engine.engine.receive(List.of(placed("B-4"), placed("B-5")))).extracting(Verdict::kind)
			.containsExactly(Kind.TAKEN, Kind.TAKEN);
		this.faulty.refuse("B-4", code, 5);
		assertThat(this.engine.command("B-4", new Note("a"))).isInstanceOf(CommandResult.Done.class);
		assertThat(this.engine.state("B-4").notes()).isEqualTo("a");
	}

	@Test
	void whatNeverPassesIsToldInTheEnd() {
		this.faulty.refuse("B-6", WRITE_CONFLICT, Integer.MAX_VALUE);
		List<Verdict> verdicts = this.engine.engine.receive(List.of(placed("B-6"), placed("B-7")));
		assertThat(verdicts).extracting(Verdict::kind).containsExactly(Kind.REJECTED, Kind.TAKEN);
	}

	@Test
	void aMarkThatIsNotTakenIsTriedAgainAndHoldsUpNoOther() {
		this.engine.command("B-8", new Open(this.clock.instant()));
		this.faulty.refuse("B-8", WRITE_CONFLICT, 3);
		this.engine.command("B-9", new Open(this.clock.instant()));
		Awaitility.await()
			.until(() -> Stream.of("B-8", "B-9").noneMatch((order) -> document(order).containsKey("pendingSince")));
		assertThat(this.engine.producer.sent()).containsExactlyInAnyOrder("review:B-8:1", "review:B-9:1");
	}

	@Test
	void allWritersGoThroughTheDocumentsInTheSameOrder() {
		this.engine.engine.receive(List.of(placed("B-30"), placed("B-10"), placed("B-20")));
		this.engine.gateway
			.executeAll(Stream.of("B-20", "B-30", "B-10").map((order) -> request(order, new Note("a"))).toList());
		assertThat(this.faulty.bulks()).filteredOn((ids) -> ids.size() == 3)
			.hasSizeGreaterThanOrEqualTo(2)
			.allSatisfy((ids) -> assertThat(ids).containsExactly("B-10", "B-20", "B-30"));
	}

	@Test
	void aFullDocumentTakesNothingMore() {
		this.engine.command("B-11", new Open(this.clock.instant()));
		String text = "单".repeat(200_000);
		assertThat(this.engine.command("B-11", new Put(text))).isInstanceOf(CommandResult.Done.class);
		CommandResult<State> refused = this.engine.command("B-11", new Put(text));
		assertThat(code(refused)).isEqualTo(GatewayRefusal.ORDER_LEDGER_FULL);
		assertThat(this.engine.ledger("B-11").entries()).hasSize(2);
		List<Verdict> verdicts = this.engine.engine
			.receive(List.of(placed("B-11", text), placed("B-12"), placed("B-13", text)));
		assertThat(verdicts).extracting(Verdict::kind).containsExactly(Kind.REJECTED, Kind.TAKEN, Kind.TAKEN);
		assertThat(verdicts.getFirst().reason()).isEqualTo("ORDER_LEDGER_FULL");
	}

	@Test
	void aDocumentThatCannotBeReadHoldsBackOnlyItself() {
		this.engine.engine.receive(List.of(placed("B-14"), placed("B-15")));
		Awaitility.await().until(() -> !this.engine.relay.carries("B-14"));
		this.orders.updateOne(Filters.eq("_id", "B-14"), Updates.set("entries.0.actor", "nobody"));
		this.orders.updateOne(Filters.eq("_id", "B-14"), Updates.set("pendingSince", new java.util.Date(0)));
		try (SmallEngine started = new SmallEngine(this.orders, this.clock)) {
			List<CommandResult<State>> results = started.gateway
				.executeAll(List.of(request("B-14", new Note("a")), request("B-15", new Note("a"))));
			assertThat(code(results.get(0))).isEqualTo(GatewayRefusal.ORDER_LEDGER_UNREADABLE);
			assertThat(results.get(1)).isInstanceOf(CommandResult.Done.class);
			assertThat(started.gateway.findAll(List.of("B-14", "B-15"))).containsOnlyKeys("B-15");
			started.sweep.afterStart();
			Awaitility.await().until(() -> started.producer.sent().contains("review:B-15:2"));
		}
	}

	private static CommandRequest<Command> request(String order, Command command) {
		return CommandRequest.of(order, command, WANG);
	}

	private static RecordedEvent placed(String order) {
		return placed(order, "none");
	}

	private static RecordedEvent placed(String order, String remarks) {
		return new ForeignChain(order).next(Orders.placed(order, remarks), new Actor("salesperson", "li"));
	}

	private static RefusalCode code(CommandResult<State> result) {
		assertThat(result).isInstanceOf(CommandResult.Refused.class);
		return ((CommandResult.Refused<State>) result).refusal().code();
	}

	private Document document(String order) {
		return this.orders.find(Filters.eq("_id", order)).first();
	}

}
