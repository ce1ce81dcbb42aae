package io.gendan.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.gendan.contract.Actor;
import io.gendan.messaging.SmallStage.Approve;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.Open;
import io.gendan.messaging.SmallStage.State;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.PublishedMark;
import io.gendan.stage.Visibility;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an instance remembers spares it a read, and never decides anything by itself. */
class RememberedOrdersTest {

	private static final Actor WANG = new Actor("sales-manager", "wang");

	private final AtomicInteger reads = new AtomicInteger();

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	private final SmallEngine one = new SmallEngine(countingReads(), this.clock);

	private final SmallEngine other = new SmallEngine(this.orders, this.clock);

	@AfterEach
	void stop() {
		this.one.close();
		this.other.close();
	}

	@Test
	void theNextDecisionReadsNothing() {
		open("M-1");
		this.reads.set(0);
		this.one.command("M-1", new Note("a"));
		this.one.command("M-1", new Note("b"));
		assertThat(this.reads).hasValue(0);
		assertThat(this.one.state("M-1").notes()).isEqualTo("ab");
	}

	@Test
	void whatAnotherInstanceWroteIsSeen() {
		open("M-2");
		this.other.command("M-2", new Note("a"));
		this.one.command("M-2", new Note("b"));
		assertThat(this.one.state("M-2").notes()).isEqualTo("ab");
	}

	@Test
	void nothingIsRefusedForWhatIsOnlyRemembered() {
		open("M-3");
		this.other.command("M-3", new Note("a"));
		assertThat(this.one.gateway
			.execute(new CommandRequest<>("M-3", new Note("b"), WANG, Visibility.EVERYTHING, null, null, 2L, null)))
			.isInstanceOf(CommandResult.Done.class);
	}

	@Test
	void nothingIsAcceptedForWhatIsOnlyRemembered() {
		open("M-4");
		this.other.command("M-4", new Approve());
		CommandResult<State> second = this.one.command("M-4", new Approve());
		assertThat(second).isInstanceOfSatisfying(CommandResult.Refused.class,
				(refused) -> assertThat(refused.refusal().code()).isEqualTo(SmallStage.Code.ALREADY_APPROVED));
	}

	@Test
	void aStoreThatWentBackInTimeIsBelieved() {
		open("M-5");
		Document backup = document("M-5");
		this.one.command("M-5", new Note("lost"));
		this.orders.replaceOne(Filters.eq("_id", "M-5"), backup);
		this.one.command("M-5", new Note("kept"));
		assertThat(this.one.state("M-5").notes()).isEqualTo("kept");
	}

	@Test
	void anotherHistoryWithAsManyWritesIsNoticed() {
		open("M-9");
		Document backup = document("M-9");
		this.one.command("M-9", new Note("lost"));
		this.orders.replaceOne(Filters.eq("_id", "M-9"), backup);
		this.other.command("M-9", new Note("a"));
		this.one.command("M-9", new Note("b"));
		assertThat(this.one.state("M-9").notes()).isEqualTo("ab");
	}

	@Test
	void whatIsWrittenAfterALossLeavesWhateverTheRelayRemembers() {
		try (SmallEngine seldom = SmallEngine.markingEvery(Duration.ofHours(1), this.orders, this.clock)) {
			seldom.command("M-11", new Open(this.clock.instant()));
			Document backup = document("M-11");
			seldom.command("M-11", new Note("lost"));
			seldom.command("M-11", new Note("lost"));
			Awaitility.await().until(() -> seldom.relay.acknowledged("M-11").sequence() == 3);
			this.orders.replaceOne(Filters.eq("_id", "M-11"), backup);
			seldom.command("M-11", new Note("kept"));
			Awaitility.await().until(() -> seldom.producer.sent().size() == 4);
			assertThat(seldom.producer.sent()).endsWith("review:M-11:3", "review:M-11:2");
			assertThat(seldom.relay.acknowledged("M-11"))
				.isEqualTo(new Head(2, document("M-11").get("head", Document.class).getString("hash")));
		}
		Awaitility.await().until(() -> !document("M-11").containsKey("pendingSince"));
		assertThat(document("M-11")).containsEntry("published", 2L);
	}

	@Test
	void aMarkOfALostHistoryMarksNothing() {
		open("M-10");
		Awaitility.await().until(() -> !this.one.relay.carries("M-10"));
		PublishedMark lost = new PublishedMark("M-10", 2, new Head(2, "lost"));
		this.other.producer.refuse("review:M-10:2");
		this.other.command("M-10", new Note("a"));
		this.one.store.markPublished(List.of(lost));
		assertThat(document("M-10")).containsKey("pendingSince").containsEntry("published", 1L);
	}

	@Test
	void whatIsAcknowledgedIsNotSentAgain() {
		open("M-6");
		Awaitility.await().until(() -> !this.one.relay.carries("M-6"));
		this.one.command("M-6", new Note("a"));
		Awaitility.await().until(() -> !this.one.relay.carries("M-6"));
		assertThat(this.one.producer.sent()).containsExactly("review:M-6:1", "review:M-6:2");
	}

	@Test
	void whatFailedToLeaveIsSentBeforeTheNext() {
		this.one.producer.refuse("review:M-7:1");
		open("M-7");
		Awaitility.await().until(() -> !this.one.relay.carries("M-7"));
		this.one.producer.refuseNothing();
		this.one.command("M-7", new Note("a"));
		Awaitility.await().until(() -> !this.one.relay.carries("M-7"));
		assertThat(this.one.producer.sent()).endsWith("review:M-7:1", "review:M-7:2");
		assertThat(document("M-7")).containsEntry("published", 2L).doesNotContainKey("pendingSince");
	}

	@Test
	void anOrderThatIsGoneIsUnknown() {
		open("M-8");
		this.orders.deleteOne(Filters.eq("_id", "M-8"));
		assertThat(this.one.command("M-8", new Note("a"))).isInstanceOf(CommandResult.Refused.class);
	}

	private void open(String order) {
		this.one.command(order, new Open(this.clock.instant()));
	}

	private Document document(String order) {
		return this.orders.find(Filters.eq("_id", order)).first();
	}

	@SuppressWarnings("unchecked")
	private MongoCollection<Document> countingReads() {
		return (MongoCollection<Document>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
				new Class<?>[] { MongoCollection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("find")) {
						this.reads.incrementAndGet();
					}
					try {
						return method.invoke(this.orders, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
