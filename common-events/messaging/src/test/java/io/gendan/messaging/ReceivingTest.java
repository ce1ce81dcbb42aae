package io.gendan.messaging;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.gendan.contract.Actor;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.EventCodec;
import io.gendan.contract.EventRange;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Upcaster;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.product.ProductWithdrawn;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.messaging.engine.CarriedStage;
import io.gendan.messaging.engine.CarriedStages;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.engine.Verdict.Kind;
import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.testing.ForeignChain;
import io.gendan.stage.Visibility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of received events: taken once, in sequence, whole or not at all. */
class ReceivingTest {

	private static final String OLD = "io.gendan.order.OrderPlaced.v0";

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SmallEngine engine = new SmallEngine(this.orders, new SettableClock());

	@AfterEach
	void stop() {
		this.engine.close();
	}

	@Test
	void aChainThatDoesNotFitIsRejected() {
		List<RecordedEvent> one = chain("R-2", Orders.placed("R-2"));
		List<RecordedEvent> other = chain("R-2", Orders.placed("R-2", "another past"), confirmed("R-2"));
		assertKinds(this.engine.engine.receive(one), Kind.TAKEN);
		Verdict verdict = this.engine.engine.receive(List.of(other.get(1))).getFirst();
		assertThat(verdict.reason()).isEqualTo("CHAIN_BROKEN");
		assertThat(this.engine.state("R-2").confirmed()).isFalse();
	}

	/** Nothing of it is kept: not even how far the topic was read. */
	@Test
	void whatIsAboutAKindWithoutStagePassesByAmongOrders() {
		CarriedStages stages = new CarriedStages(List.of(new CarriedStage<>(new SmallStage(), this.engine.store,
				this.engine.engine, this.engine.gateway, this.engine.activities, this.engine.slas, null)));
		RecordedEvent product = new ForeignChain("product/M8").next(new ProductWithdrawn("M8", "old"),
				new Actor("sales-manager", "wang"));
		RecordedEvent first = chain("R-9", Orders.placed("R-9")).getFirst();
		assertKinds(stages.receive(List.of(product, first, product)), Kind.TAKEN, Kind.TAKEN, Kind.TAKEN);
		assertKinds(stages.receive(List.of(first, product)), Kind.DUPLICATE, Kind.TAKEN);
		assertKinds(stages.receive(List.of(first)), Kind.DUPLICATE);
		assertThat(this.orders.countDocuments()).isEqualTo(1);
	}

	@Test
	void aDefectHoldsBackNoNeighbour() {
		List<Verdict> verdicts = this.engine.engine.receive(List.of(chain("R-3", Orders.placed("R-3")).getFirst(),
				chain("R-4", Orders.placed("R-4", "defect")).getFirst(),
				chain("R-5", Orders.placed("R-5")).getFirst()));
		assertKinds(verdicts, Kind.TAKEN, Kind.REJECTED, Kind.TAKEN);
		assertThat(verdicts.get(1).reason()).isEqualTo("HANDLER_FAILED");
		assertThat(this.engine.ledger("R-4").version()).as("nothing is left behind").isZero();
		assertThat(this.engine.own("R-5")).hasExactlyElementsOfTypes(ReviewOpened.class);
	}

	@Test
	void dataThatCannotBeReadAreMalformed() {
		RecordedEvent good = chain("R-6", Orders.placed("R-6")).getFirst();
		Verdict verdict = this.engine.engine.receive(List.of(new RecordedEvent(good.envelope(), "{\"order\":1}")))
			.getFirst();
		assertThat(verdict.reason()).isEqualTo("MALFORMED");
	}

	@Test
	void anOrderThatCannotBeFoldedHoldsBackNoNeighbour() {
		List<RecordedEvent> broken = chain("R-7", Orders.placed("R-7"), confirmed("R-7"));
		this.engine.engine.receive(List.of(broken.get(0)));
		this.orders.updateOne(Filters.eq("_id", "R-7"), Updates.set("entries.1.data", "{}"));
		try (SmallEngine started = new SmallEngine(this.orders, new SettableClock())) {
			List<Verdict> verdicts = started.engine
				.receive(List.of(broken.get(1), chain("R-8", Orders.placed("R-8")).getFirst()));
			assertKinds(verdicts, Kind.REJECTED, Kind.TAKEN);
		}
	}

	@Test
	void anOrderOfWhichNothingIsKeptIsNotListed() {
		this.engine.engine.receive(chain("R-9", cancelled("R-9")));
		assertThat(this.engine.ledger("R-9").inbox().heads()).isNotEmpty();
		assertThat(this.engine.gateway.find("R-9")).isEmpty();
		assertThat(
				this.engine.gateway.page(ListFilter.of(Map.of()), ListSort.BY_NUMBER, Visibility.EVERYTHING, null, 10)
					.items())
			.isEmpty();
	}

	@Test
	void anOldVersionIsLiftedBeforeItIsMatched() {
		RecordedEvent old = Forgery.type(chain("R-13", Orders.placed("R-13")).getFirst(), OLD);
		EventCodec codec = new EventCodec(List.of(new FromOld()));
		try (SmallEngine lifting = SmallEngine.reading(codec, this.orders, new SettableClock())) {
			assertKinds(lifting.engine.receive(List.of(old)), Kind.TAKEN);
			assertThat(lifting.own("R-13")).hasExactlyElementsOfTypes(ReviewOpened.class);
		}
		try (SmallEngine started = SmallEngine.reading(codec, this.orders, new SettableClock())) {
			assertThat(started.state("R-13").dueAt()).as("read again").isNotNull();
		}
	}

	@Test
	void aClockAtItsEndStaysInItsRange() {
		RecordedEvent last = Forgery.clock(chain("R-14", Orders.placed("R-14")).getFirst(), EventRange.LARGEST);
		assertKinds(this.engine.engine.receive(List.of(last)), Kind.TAKEN);
		RecordedEvent own = this.engine.ledger("R-14").entries().getLast().event();
		Map<String, byte[]> headers = CloudEventHeaders.write(own.envelope());
		assertThat(CloudEventHeaders.read(headers::get, own.bytes())).isEqualTo(own);
	}

	@Test
	void allOfOnePollIsTakenInOneGoAndOnlyOnce() {
		List<RecordedEvent> story = chain("R-10", Orders.placed("R-10"), confirmed("R-10"));
		List<RecordedEvent> twice = List.of(story.get(0), story.get(0), story.get(1), story.get(1), story.get(0));
		assertKinds(this.engine.engine.receive(twice), Kind.TAKEN, Kind.DUPLICATE, Kind.TAKEN, Kind.DUPLICATE,
				Kind.DUPLICATE);
		assertThat(this.engine.ledger("R-10").version()).as("one write").isEqualTo(1);
		assertThat(this.engine.ledger("R-10").entries()).hasSize(3);
	}

	@Test
	void listsAreFilteredByTextNumberAndTruth() {
		this.engine.engine.receive(chain("R-11", Orders.placed("R-11"), confirmed("R-11")));
		this.engine.engine.receive(chain("R-12", Orders.placed("R-12")));
		assertThat(this.engine.gateway
			.page(ListFilter.of(Map.of("confirmed", "true")), ListSort.BY_NUMBER, Visibility.EVERYTHING, null, 10)
			.items()).singleElement().satisfies((row) -> assertThat(row).containsEntry("order", "R-11"));
		assertThat(this.engine.gateway
			.page(ListFilter.of(Map.of("state", "OPEN")), ListSort.BY_NUMBER, Visibility.EVERYTHING,
					new ListPosition("R-11", null), 10)
			.items()).hasSize(1);
		OrderPage first = this.engine.gateway.page(ListFilter.of(Map.of("state", "OPEN")), ListSort.BY_NUMBER,
				Visibility.EVERYTHING, null, 1);
		assertThat(first.next()).isEqualTo("R-11");
	}

	/** Old data had no round. */
	private static final class FromOld implements Upcaster {

		@Override
		public String from() {
			return OLD;
		}

		@Override
		public String to() {
			return "io.gendan.order.OrderPlaced.v1";
		}

		@Override
		public ObjectNode lift(ObjectNode data) {
			return data.put("round", 1);
		}

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
