package io.gendan.messaging.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.gendan.messaging.store.DocumentFault;
import io.gendan.stage.StreamKind;
import io.gendan.testing.TestInfrastructure;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Writes are whole or not at all, and known to be one or the other. */
class LedgerStoreTest {

	private static final AtomicLong TOKENS = new AtomicLong();

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private final MongoCollection<Document> orders = MongoClients.create(TestInfrastructure.store())
		.getDatabase("ledger-" + UUID.randomUUID())
		.getCollection(StreamKind.ORDER.collection());

	private final LedgerStore store = new LedgerStore(this.orders, StreamKind.ORDER, List.of());

	@Test
	void onlyTheFirstOfTwoWritersOfOneVersionTakesEffect() {
		assertThat(write(Ledger.empty("L-1"), "first")).isEmpty();
		assertThat(write(Ledger.empty("L-1"), "second")).containsOnlyKeys("L-1");
		Ledger read = load("L-1");
		assertThat(write(read, "third")).isEmpty();
		assertThat(write(read, "fourth")).containsOnlyKeys("L-1");
		assertThat(this.orders.find().first().get("summary", Document.class)).containsEntry("state", "third");
	}

	@Test
	void aConflictOfOneOrderDoesNotTouchTheOthers() {
		write(Ledger.empty("L-2"), "a");
		Ledger stale = load("L-2");
		write(stale, "b");
		Map<String, DocumentFault> conflicts = this.store.write(
				List.of(change(Ledger.empty("L-3"), "new"), change(stale, "late"), change(Ledger.empty("L-4"), "new")),
				NOW);
		assertThat(conflicts).containsOnlyKeys("L-2");
		assertThat(load("L-3").version()).isEqualTo(1);
		assertThat(load("L-4").version()).isEqualTo(1);
	}

	@Test
	void aWriteIsKnownToHaveTakenEvenIfAnotherFollowedAtOnce() {
		write(Ledger.empty("L-5"), "a");
		write(Ledger.empty("L-6"), "a");
		Ledger stale = load("L-6");
		write(stale, "b");
		LedgerStore overtaken = new LedgerStore(afterEachBulkWrite(() -> write(load("L-5"), "follower")),
				StreamKind.ORDER, List.of());
		Map<String, DocumentFault> conflicts = overtaken
			.write(List.of(change(load("L-5"), "mine"), change(stale, "late")), NOW);
		assertThat(conflicts).containsOnlyKeys("L-6");
	}

	private Map<String, DocumentFault> write(Ledger before, String state) {
		return this.store.write(List.of(change(before, state)), NOW);
	}

	private Ledger load(String order) {
		return this.store.load(List.of(order)).get(order);
	}

	private static LedgerChange change(Ledger before, String state) {
		return new LedgerChange(before.order(), before.version(), before.write(), TOKENS.incrementAndGet(), List.of(),
				0, before.clock(), before.head(), 0, OrderInbox.EMPTY, List.of(), false, Map.of("state", state), null);
	}

	@SuppressWarnings("unchecked")
	private MongoCollection<Document> afterEachBulkWrite(Runnable next) {
		return (MongoCollection<Document>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
				new Class<?>[] { MongoCollection.class }, (proxy, method, arguments) -> {
					try {
						Object result = method.invoke(this.orders, arguments);
						if (method.getName().equals("bulkWrite")) {
							next.run();
						}
						return result;
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
