package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.stage.StreamKind;
import io.gendan.testing.TestInfrastructure;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each event stands in one place, whoever was faster and whatever was killed in between.
 */
class LedgerPagesTest {

	private static final AtomicLong TOKENS = new AtomicLong();

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final StreamKind SHELF = new StreamKind("shelf", "shelves", "shelf", "货架", false);

	private static final String SUBJECT = "shelf/1";

	private final MongoDatabase database = MongoClients.create(TestInfrastructure.store())
		.getDatabase("pages-" + UUID.randomUUID());

	private final MongoCollection<Document> ledgers = this.database.getCollection(SHELF.collection());

	private final MongoCollection<Document> leaves = this.database
		.getCollection(LedgerPages.collection(SHELF.collection()));

	private final LedgerStore store = new LedgerStore(this.ledgers, SHELF, List.of());

	private final LedgerPages pages = new LedgerPages(this.ledgers, this.leaves);

	@Test
	void theOldestEventsMoveAndTheOthersStay() {
		add(5);
		assertThat(this.pages.move(load(), 3, "{\"three\":3}", 7)).isTrue();
		add(2);
		assertThat(this.pages.move(load(), 2, "{\"five\":5}", 7)).isTrue();
		Ledger ledger = load();
		assertThat(ledger.length()).isEqualTo(7);
		assertThat(sequences(ledger.entries())).containsExactly(6L, 7L);
		assertThat(ledger.bytes()).isEqualTo(ledger.entryBytes() + ledger.paged().bytes());
		assertThat(sequences(this.pages.read(SUBJECT, ledger.paged().pages()))).containsExactly(1L, 2L, 3L, 4L, 5L);
		assertThat(ledger.paged().state()).isEqualTo("{\"five\":5}");
		assertThat(ledger.paged().version()).isEqualTo(7);
		assertThat(ledger.paged().begunAt()).isEqualTo(NOW);
		assertThat(ledger.head().sequence()).isEqualTo(7);
	}

	@Test
	void whoHasSeenTheDocumentBeforeDoesNotWriteOverWhatHasMoved() {
		add(3);
		Ledger before = load();
		assertThat(this.pages.move(before, 2, "{}", 1)).isTrue();
		assertThat(this.pages.move(before, 3, "{}", 1)).isFalse();
		assertThat(this.store.write(List.of(change(before, 1)), NOW)).containsOnlyKeys(SUBJECT);
		assertThat(this.leaves.countDocuments()).isEqualTo(1);
		assertThat(load().length()).isEqualTo(3);
	}

	/** A kill between the two writes leaves a page that no document names. */
	@Test
	void aPageThatNoDocumentNamesDoesNotCount() {
		add(3);
		this.leaves.insertOne(new Document("subject", SUBJECT).append("from", 0L).append("entries", List.of()));
		assertThat(this.pages.move(load(), 2, "{}", 1)).isTrue();
		Ledger ledger = load();
		assertThat(sequences(this.pages.read(SUBJECT, ledger.paged().pages()))).containsExactly(1L, 2L);
		assertThat(ledger.length()).isEqualTo(3);
	}

	@Test
	void whatHasNotLeftOrCameFromOthersStays() {
		add(4);
		assertThat(load().settled()).isEqualTo(4);
		this.ledgers.updateOne(new Document("_id", SUBJECT), new Document("$set", new Document("published", 2L)));
		assertThat(load().settled()).isEqualTo(2);
		this.ledgers.updateOne(new Document("_id", SUBJECT),
				new Document("$set", new Document("entries.1.own", false)));
		assertThat(load().settled()).isEqualTo(1);
	}

	@Test
	void aMissingPageIsTold() {
		add(2);
		assertThat(this.pages.move(load(), 1, "{}", 1)).isTrue();
		this.leaves.drop();
		assertThatExceptionOfType(UnreadableLedgerException.class)
			.isThrownBy(() -> this.pages.read(SUBJECT, load().paged().pages()))
			.withMessageContaining("is missing");
	}

	private void add(int events) {
		assertThat(this.store.write(List.of(change(load(), events)), NOW)).isEmpty();
	}

	private Ledger load() {
		return this.store.load(List.of(SUBJECT)).get(SUBJECT);
	}

	private static LedgerChange change(Ledger before, int events) {
		List<Entry> added = new ArrayList<>();
		Head head = before.head();
		for (int i = 0; i < events; i++) {
			long sequence = head.sequence() + 1;
			added.add(new Entry(true, event(sequence, head.hash())));
			head = new Head(sequence, "%064d".formatted(sequence));
		}
		long bytes = before.bytes() + added.stream().mapToLong(Entry::bytes).sum();
		return new LedgerChange(SUBJECT, before.version(), before.write(), TOKENS.incrementAndGet(), added, bytes,
				before.clock() + events, head, head.sequence(), OrderInbox.EMPTY, List.of(), false,
				Map.of("state", "FULL"), null);
	}

	private static RecordedEvent event(long sequence, String previous) {
		return new RecordedEvent(new Envelope(Envelope.id(Service.ORDER, SUBJECT, sequence), "type", Service.ORDER,
				SUBJECT, NOW, sequence, sequence, null, "", Actor.policy("shelf"), previous,
				"%064d".formatted(sequence), null), "{}");
	}

	private static List<Long> sequences(List<Entry> entries) {
		return entries.stream().map((entry) -> entry.event().envelope().sequence()).toList();
	}

}
