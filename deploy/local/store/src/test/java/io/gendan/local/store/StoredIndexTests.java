package io.gendan.local.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.backend.KeyValue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Indexes stay beside the documents, and what they say is never different from them. */
class StoredIndexTests {

	private static final KeyValue FIVE = new KeyValue(5.0);

	@TempDir
	Path directory;

	@Test
	void anIndexIsKeptAndNotWrittenAnewAtAStart() {
		store((orders) -> {
			orders
				.insertMany(List.of(new Document("_id", 1).append("due", 5), new Document("_id", 2).append("due", 6)));
			orders.createIndex(Indexes.ascending("due"));
		});
		byHand((table, due) -> {
			assertThat(due.isComplete()).isTrue();
			due.replace(Set.of(FIVE), Set.of(), Key.of(1));
			table.write();
		});
		store((orders) -> {
			orders.createIndex(Indexes.ascending("due"));
			assertThat(ids(orders.find(Filters.lte("due", 9)))).as("what was taken away is not back")
				.containsExactly(2);
		});
	}

	@Test
	void anIndexThatWasNotWrittenToItsEndIsWrittenAnew() {
		store((orders) -> orders.insertOne(new Document("_id", 1).append("due", 5)));
		byHand((table, due) -> {
			due.begin();
			due.replace(Set.of(), Set.of(FIVE), Key.of(7));
			table.write();
		});
		store((orders) -> {
			orders.createIndex(Indexes.ascending("due"));
			assertThat(ids(orders.find(Filters.lte("due", 9)))).containsExactly(1);
		});
		byHand((table, due) -> assertThat(due.first(FIVE)).as("nothing is left of the first attempt")
			.isEqualTo(Key.of(1)));
	}

	@Test
	void aDroppedIndexLeavesNothingBehind() {
		store((orders) -> {
			orders.insertOne(new Document("_id", 1).append("due", 5));
			orders.createIndex(Indexes.ascending("due"));
			orders.dropIndex("due_1");
			orders.updateOne(Filters.eq("_id", 1), new Document("$set", new Document("due", 6)));
			orders.createIndex(Indexes.ascending("due"));
		});
		byHand((table, due) -> assertThat(due.first(FIVE)).isNull());
	}

	@Test
	void whateverIsAskedAndSortedTheAnswerIsTheSameWithoutIndexes() {
		store((orders) -> {
			var random = new Random(11);
			var documents = IntStream.range(0, 500).mapToObj((i) -> document(i, random)).toList();
			orders.insertMany(documents);
			orders.createIndex(Indexes.ascending("state", "_id"));
			orders.createIndex(Indexes.ascending("customer", "due"));
			orders.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
			orders.createIndex(Indexes.ascending("amount"));
			for (int round = 0; round < 300; round++) {
				var query = query(random);
				var order = order(random);
				var found = ids(orders.find(query).sort(order).skip(round % 3).limit(20));
				// No index sees through a double negation, nor does a sort of known ids
				// use one.
				var matching = ids(orders.find(new Document("$nor", List.of(new Document("$nor", List.of(query))))));
				var expected = ids(orders.find(Filters.in("_id", matching)).sort(order));
				assertThat(ids(orders.find(query))).as(query.toJson()).hasSameElementsAs(matching);
				assertThat(found).as("%s by %s", query.toJson(), order.toJson())
					.isEqualTo(expected.stream().skip(round % 3).limit(20).toList());
				var changed = document(random.nextInt(500), random);
				orders.updateOne(Filters.eq("_id", changed.get("_id")), new Document("$set", changed),
						new UpdateOptions().upsert(true));
			}
		});
	}

	@Test
	void aFileOfAnEarlierVersionIsRefusedWithASentence() throws Exception {
		Files.createFile(this.directory.resolve("documents.mv"));
		assertThatIllegalStateException().isThrownBy(() -> LocalStore.onDisk(this.directory, 0))
			.withMessageContaining("earlier version")
			.withMessageContaining("旧版");
	}

	private static Document document(int i, Random random) {
		var document = new Document("_id", "SO-%03d".formatted(i)).append("state", "S" + random.nextInt(4))
			.append("customer", random.nextBoolean() ? "C" + random.nextInt(9) : random.nextInt(5))
			.append("amount", random.nextBoolean() ? (Object) random.nextInt(50) : random.nextInt(50) / 2.0);
		return random.nextBoolean() ? document.append("due", random.nextInt(90)) : document;
	}

	private static Document query(Random random) {
		var query = new Document();
		if (random.nextBoolean()) {
			query.append("state", new Document("$in", List.of("S1", "S" + random.nextInt(4))));
		}
		if (random.nextBoolean()) {
			query.append("customer", random.nextBoolean() ? "C" + random.nextInt(9) : random.nextInt(5));
		}
		if (random.nextBoolean()) {
			query.append("due", new Document(random.nextBoolean() ? "$gte" : "$lt", random.nextInt(90)));
		}
		if (random.nextBoolean()) {
			query.append("_id", new Document("$gt", "SO-%03d".formatted(random.nextInt(500))));
		}
		return query;
	}

	private static Document order(Random random) {
		int direction = random.nextBoolean() ? 1 : -1;
		var field = List.of("_id", "due", "amount", "customer", "state").get(random.nextInt(5));
		return new Document(field, direction).append("_id", random.nextBoolean() ? direction : -direction);
	}

	private static List<Object> ids(Iterable<Document> documents) {
		var ids = new ArrayList<>();
		documents.forEach((document) -> ids.add(document.get("_id")));
		return ids;
	}

	private void store(Consumer<MongoCollection<Document>> work) {
		try (var store = LocalStore.onDisk(this.directory, 0); var client = MongoClients.create(store.uri())) {
			work.accept(client.getDatabase("test").getCollection("orders"));
		}
	}

	private void byHand(BiConsumer<Table, Entries> work) {
		try (var engine = Engine.at(this.directory)) {
			var catalog = new Catalog(engine);
			var table = catalog.table("test.orders");
			work.accept(table, new Entries(table, catalog.index("test.orders", "due_1"), List.of("due"), false));
		}
	}

}
