package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.gendan.stage.Column;
import io.gendan.stage.StreamKind;
import io.gendan.stage.Visibility;
import io.gendan.testing.TestInfrastructure;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A list is read from its index: what it does not show is not looked at. */
class LedgerListsTest {

	private static final int ORDERS = 3000;

	/** Other tests of this JVM use the same store now and then. */
	private static final int SLACK = 300;

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final MongoClient CLIENT = MongoClients.create(TestInfrastructure.store());

	private static final LookedAt LOOKED = new LookedAt(CLIENT);

	private static final MongoCollection<Document> COLLECTION = CLIENT.getDatabase("lists-" + UUID.randomUUID())
		.getCollection(StreamKind.ORDER.collection());

	private static final LedgerStore STORE = new LedgerStore(COLLECTION, StreamKind.ORDER,
			List.of(Column.text("customer").withIndex(), Column.text("currency")));

	@BeforeAll
	static void fill() {
		STORE.createIndexes();
		List<Document> orders = new ArrayList<>();
		for (int number = 0; number < ORDERS; number++) {
			boolean rare = number % 100 == 99;
			Document summary = new Document("state", rare ? "OPEN" : "DONE").append("customer", rare ? "Li" : "Wang")
				.append("customerId", rare ? "K-1" : "K-2")
				.append("enteredBy", rare ? "li" : "wang");
			Document order = new Document("_id", "L-%05d".formatted(number)).append("version", 1L)
				.append("bytes", 1L)
				.append("summary", summary);
			if (rare) {
				summary.append("sla", "review").append("slaDue", NOW.minusSeconds(number).toString());
				order.append("pendingSince", Date.from(NOW)).append("due", Date.from(NOW));
			}
			orders.add(order);
		}
		COLLECTION.insertMany(orders);
	}

	@AfterAll
	static void close() {
		COLLECTION.drop();
		CLIENT.close();
	}

	@Test
	void aListLooksAtNothingItDoesNotShow() {
		for (Map<String, String> filter : List.of(Map.of("state", "OPEN"), Map.of("customer", "Li"),
				Map.of("customerId", "K-1"), Map.of("enteredBy", "li"), Map.of("sla", "review"),
				Map.of("state", "OPEN", "customer", "Li"), Map.of("state", "NONE"))) {
			assertLooksAtFew(filter, Visibility.EVERYTHING, null);
			assertLooksAtFew(filter, Visibility.EVERYTHING, "L-01000");
		}
	}

	@Test
	void whoSeesFewOrdersLooksAtThoseAlone() {
		assertLooksAtFew(Map.of(), new Visibility(false, Set.of("K-1"), null), null);
		assertLooksAtFew(Map.of(), new Visibility(false, Set.of("K-3"), "li"), null);
		assertLooksAtFew(Map.of("state", "OPEN"), new Visibility(false, Set.of("K-1", "K-3"), "li"), "L-01000");
	}

	@Test
	void aPageOfAllLooksAtOnePage() {
		assertLooksAtFew(Map.of(), Visibility.EVERYTHING, null);
		assertLooksAtFew(Map.of(), Visibility.EVERYTHING, "L-02000");
	}

	@Test
	void sweepAndAlarmLookAtWhatTheyFind() {
		assertThat(LOOKED.during(() -> STORE.unfinished(NOW, NOW.plusSeconds(60), NOW, (found) -> {
		}))).isLessThan(SLACK);
		assertThat(LOOKED.during(() -> assertThat(STORE.overdue("review", NOW)).isEqualTo(ORDERS / 100)))
			.isLessThan(SLACK);
	}

	private static void assertLooksAtFew(Map<String, String> filter, Visibility visibility, @Nullable String after) {
		assertThat(LOOKED.during(() -> STORE.summaries(filter, visibility, after, 50))).as("%s %s", filter, visibility)
			.isLessThan(SLACK);
	}

}
