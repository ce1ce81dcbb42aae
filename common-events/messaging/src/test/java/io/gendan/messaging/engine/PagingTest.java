package io.gendan.messaging.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.product.ProductEvent;
import io.gendan.contract.product.ProductWithdrawn;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerChange;
import io.gendan.messaging.ledger.LedgerPages;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.OrderInbox;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.LongLived;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;
import io.gendan.stage.StreamKind;
import io.gendan.testing.TestInfrastructure;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A long-lived subject is the fold of all its events, wherever they stand. */
class PagingTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final String SUBJECT = "product/P-1";

	/** About ten events. */
	private static final long MOST = 6000;

	private static final EventCodec CODEC = new EventCodec();

	private final MongoDatabase database = MongoClients.create(TestInfrastructure.store())
		.getDatabase("paging-" + UUID.randomUUID());

	private final LedgerStore store = new LedgerStore(this.database.getCollection(Reasons.KIND.collection()),
			Reasons.KIND, List.of());

	private final LedgerPages pages = new LedgerPages(this.database.getCollection(Reasons.KIND.collection()),
			this.database.getCollection(LedgerPages.collection(Reasons.KIND.collection())));

	private final List<String> refolded = new CopyOnWriteArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private long token;

	@AfterEach
	void stop() {
		this.threads.forEach(Thread::interrupt);
	}

	@Test
	void whatHasGrownIsTidiedAndTheStateIsTheSame() {
		add(100, true);
		tidy(states(1));
		awaitEntries(10);
		assertThat(folded(states(1)).state().last()).isEqualTo("reason 100");
		assertThat(folded(states(1)).length()).isEqualTo(100);
		assertThat(this.refolded).isEmpty();
		assertThat(History.newest(load(), this.pages, 51, 3)).extracting("number").containsExactly(50L, 49L, 48L);
		assertThat(History.newest(load(), this.pages, Long.MAX_VALUE, 1000)).hasSize(100);
	}

	@Test
	void whatHasNotLeftIsTidiedLater() {
		add(100, false);
		tidy(states(1));
		add(1, true);
		awaitEntries(10);
		assertThat(folded(states(1)).state().count()).isEqualTo(101);
	}

	/** The version that knows it must find it: what was folded over it would be wrong. */
	@Test
	void anEventOfAnUnknownTypeIsNotFoldedAway() {
		add(20, true);
		add(List.of(entry(load().head(), "io.gendan.order.ProductRenamed.v1", "{\"product\":\"P-1\"}")), true);
		add(50, true);
		tidy(states(1));
		Awaitility.await().until(() -> load().paged().length() == 20);
		assertThat(load().entries().getFirst().event().envelope().type()).contains("ProductRenamed");
		assertThat(folded(states(1)).length()).isEqualTo(71);
	}

	@Test
	void aNewVersionOfTheStageFoldsAnewOnceAndKeepsWhatItGot() {
		add(100, true);
		tidy(states(1));
		awaitEntries(10);
		States<Reasons.State> two = states(2);
		assertThat(folded(two).state().count()).isEqualTo(100);
		assertThat(this.refolded).contains(SUBJECT);
		tidy(two);
		Awaitility.await().until(() -> load().paged().version() == 2);
		this.refolded.clear();
		assertThat(folded(states(2)).state().count()).isEqualTo(100);
		assertThat(this.refolded).isEmpty();
	}

	@Test
	void whatStandsInPagesIsNotTakenForMemoryAndAStateIs() {
		add(100, true);
		long large = folded(states(1)).weight();
		tidy(states(1));
		awaitEntries(10);
		Ledger ledger = load();
		Folded<Reasons.State> small = folded(states(1));
		assertThat(small.bytes()).isEqualTo(ledger.bytes());
		assertThat(small.entryBytes()).isEqualTo(ledger.entryBytes()).isLessThan(MOST);
		assertThat(small.weight()).isLessThan(large).isGreaterThan(2 * ledger.paged().bytes());
	}

	private void tidy(States<Reasons.State> states) {
		Paging<Reasons.State> paging = new Paging<>(this.store, this.pages, states, MOST);
		paging.offer(SUBJECT);
		this.threads.add(Thread.ofPlatform().daemon().start(() -> {
			try {
				paging.run();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}));
	}

	private void awaitEntries(int most) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> load().entries().size() <= most);
	}

	private States<Reasons.State> states(int version) {
		Reasons stage = new Reasons(version);
		return new States<>(stage, new EventWriter(stage, CODEC), this.pages, this.refolded::add);
	}

	private Folded<Reasons.State> folded(States<Reasons.State> states) {
		return Folded.of(load(), states);
	}

	private Ledger load() {
		return this.store.load(List.of(SUBJECT)).get(SUBJECT);
	}

	private void add(int events, boolean published) {
		List<Entry> added = new ArrayList<>();
		Ledger before = load();
		Head head = before.head();
		for (int i = 0; i < events; i++) {
			Entry entry = entry(head, "io.gendan.order.ProductWithdrawn.v1",
					CODEC.write(new ProductWithdrawn("P-1", "reason " + (head.sequence() + 1))));
			added.add(entry);
			head = new Head(entry.event().envelope().sequence(), entry.event().envelope().hash());
		}
		add(added, published);
	}

	private void add(List<Entry> added, boolean published) {
		Ledger before = load();
		Envelope last = added.getLast().event().envelope();
		Head head = new Head(last.sequence(), last.hash());
		assertThat(this.store.write(List.of(new LedgerChange(SUBJECT, before.version(), before.write(), ++this.token,
				added, before.bytes() + added.stream().mapToLong(Entry::bytes).sum(), head.sequence(), head,
				published ? head.sequence() : before.published(), OrderInbox.EMPTY, List.of(), false,
				Map.of("state", "ON"), null)), NOW))
			.isEmpty();
		if (published) {
			this.database.getCollection(Reasons.KIND.collection())
				.updateOne(new Document("_id", SUBJECT),
						new Document("$set", new Document("published", head.sequence())));
		}
	}

	private static Entry entry(Head head, String type, String data) {
		long sequence = head.sequence() + 1;
		return new Entry(true, new RecordedEvent(
				new Envelope(Envelope.id(Service.ORDER, SUBJECT, sequence), type, Service.ORDER, SUBJECT, NOW, sequence,
						sequence, null, "", Actor.policy("test"), head.hash(), "%064d".formatted(sequence), null),
				data));
	}

	/** Counts what it is told. */
	private static final class Reasons implements Stage<Reasons.State, String, ProductEvent> {

		static final StreamKind KIND = new StreamKind("product", "reasons", "product", "产品", false);

		private final int version;

		Reasons(int version) {
			this.version = version;
		}

		@Override
		public Service service() {
			return Service.ORDER;
		}

		@Override
		public StreamKind kind() {
			return KIND;
		}

		@Override
		public Optional<LongLived<State>> longLived() {
			return Optional.of(new LongLived<>(State.class, this.version));
		}

		@Override
		public State initial(String number) {
			return new State(0, "");
		}

		@Override
		public State evolve(State state, GendanEvent event) {
			return new State(state.count() + 1, ((ProductWithdrawn) event).reason());
		}

		@Override
		public Outcome<ProductEvent> decide(State state, String command, Context context) {
			return Outcome.accepted();
		}

		@Override
		public Optional<Owner> owner(State state) {
			return Optional.of(Owner.HOUSE);
		}

		@Override
		public List<Column> columns() {
			return List.of();
		}

		@Override
		public Map<String, Object> summary(State state) {
			return Map.of("state", "ON");
		}

		record State(int count, String last) {
		}

	}

}
