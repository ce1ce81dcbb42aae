package io.gendan.local.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class LocalStoreTests {

	private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

	@TempDir
	Path directory;

	@Test
	void answersHello() {
		inMemory((orders, client) -> {
			var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
			assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
			assertThat(hello.getInteger("maxWireVersion")).isPositive();
		});
	}

	@Test
	void allAreCountedWithoutLookingAtAny() {
		inMemory((orders, client) -> {
			assertThat(orders.countDocuments()).isZero();
			orders.insertMany(IntStream.range(0, 500).mapToObj((number) -> new Document("_id", number)).toList());
			long before = looked(client);
			assertThat(orders.countDocuments()).isEqualTo(500);
			assertThat(orders.estimatedDocumentCount()).isEqualTo(500);
			assertThat(looked(client)).isEqualTo(before);
			assertThat(orders.countDocuments(Filters.gt("_id", 99))).isEqualTo(400);
			assertThat(looked(client)).as("what it looks at shows").isGreaterThan(before);
		});
	}

	@Test
	void whatPeopleHaveWrittenIsNotInTheLog() {
		try (var store = new StoreProcess(this.directory); var client = MongoClients.create(store.uri())) {
			var orders = client.getDatabase("test").getCollection("orders");
			orders.insertOne(new Document("_id", 1));
			var secret = new Document("_id", "x").append("name", "Zhang San, Nanjing Road 1");
			assertThatThrownBy(() -> client.getDatabase("test")
				.runCommand(new Document("insert", "orders").append("documents", secret))).isNotNull();
			assertThatThrownBy(() -> client.getDatabase("test")
				.runCommand(new Document("nothing", "orders").append("documents", List.of(secret)))).isNotNull();
			assertThat(store.log()).contains("nothing", "failed").doesNotContain("Zhang San");
		}
	}

	@Test
	void anUpdateUnderIdAndVersionHappensOnce() {
		inMemory((orders, client) -> {
			orders.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
			orders.insertOne(new Document("_id", "SO-1").append("version", 1L).append("entries", List.of()));
			var update = new Document("$set", new Document("version", 2L)).append("$push",
					new Document("entries", new Document("$each", List.of("a", "b"))));
			var atVersion1 = new Document("_id", "SO-1").append("version", 1L);
			assertThat(orders.updateOne(atVersion1, update).getMatchedCount()).isOne();
			assertThat(orders.updateOne(atVersion1, update).getMatchedCount()).isZero();
			assertThat(orders.find(Filters.eq("_id", "SO-1")).first().getList("entries", String.class))
				.containsExactly("a", "b");
		});
	}

	@Test
	void theOthersOfAnUnorderedBulkAreWrittenAndEachErrorSaysWhich() {
		inMemory((orders, client) -> {
			orders.insertOne(new Document("_id", "SO-2"));
			var writes = List.of(new InsertOneModel<>(new Document("_id", "SO-1")),
					new InsertOneModel<>(new Document("_id", "SO-2")),
					new UpdateOneModel<Document>(Filters.eq("_id", "SO-3"), Updates.max("seen", 7),
							new UpdateOptions().upsert(true)),
					new InsertOneModel<>(new Document("_id", "SO-2")),
					new InsertOneModel<>(new Document("_id", "SO-4")));
			assertThatThrownBy(() -> orders.bulkWrite(writes, UNORDERED))
				.isInstanceOfSatisfying(MongoBulkWriteException.class, (failure) -> {
					assertThat(failure.getWriteErrors()).extracting(BulkWriteError::getIndex).containsExactly(1, 3);
					assertThat(failure.getWriteErrors()).extracting(BulkWriteError::getCode).containsOnly(11000);
					assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(2);
				});
			assertThat(ids(orders.find())).containsExactlyInAnyOrder("SO-1", "SO-2", "SO-3", "SO-4");
		});
	}

	@Test
	void aDocumentThatGrowsTooLargeIsRefusedForItself() {
		inMemory((orders, client) -> {
			var nineMegabytes = "x".repeat(9 * 1024 * 1024);
			orders.createIndex(Indexes.ascending("state"));
			orders.insertOne(new Document("_id", "SO-1").append("state", "old").append("data", nineMegabytes));
			var writes = List.of(
					new UpdateOneModel<Document>(Filters.eq("_id", "SO-1"),
							Updates.combine(Updates.set("state", "new"), Updates.set("more", nineMegabytes))),
					new UpdateOneModel<Document>(Filters.eq("_id", "SO-2"), Updates.set("state", "new"),
							new UpdateOptions().upsert(true)));
			assertThatThrownBy(() -> orders.bulkWrite(writes, UNORDERED)).isInstanceOfSatisfying(
					MongoBulkWriteException.class,
					(failure) -> assertThat(failure.getWriteErrors())
						.extracting(BulkWriteError::getIndex, BulkWriteError::getCode)
						.containsExactly(tuple(0, 10334)));
			assertThat(ids(orders.find(Filters.eq("state", "new")))).containsExactly("SO-2");
			assertThat(ids(orders.find(Filters.eq("state", "old")))).containsExactly("SO-1");
		});
	}

	@Test
	void maxKeepsTheLarger() {
		inMemory((orders, client) -> {
			orders.insertOne(new Document("_id", "SO-1").append("seen", 7));
			orders.updateOne(Filters.eq("_id", "SO-1"), Updates.max("seen", 5));
			assertThat(orders.find().first().getInteger("seen")).isEqualTo(7);
			orders.updateOne(Filters.eq("_id", "SO-1"), Updates.max("seen", 9));
			assertThat(orders.find().first().getInteger("seen")).isEqualTo(9);
		});
	}

	@Test
	void aUniqueIndexIsEnforcedAndFreedAgain() {
		inMemory((orders, client) -> {
			orders.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
			orders.insertOne(new Document("_id", 1).append("number", "A"));
			orders.insertOne(new Document("_id", 2).append("number", "B"));
			assertThatThrownBy(() -> orders.insertOne(new Document("_id", 3).append("number", "A")))
				.isInstanceOf(MongoWriteException.class);
			assertThatThrownBy(() -> orders.updateOne(Filters.eq("_id", 2), Updates.set("number", "A")))
				.isInstanceOf(MongoWriteException.class);
			orders.updateOne(Filters.eq("_id", 1), Updates.set("number", "C"));
			orders.insertOne(new Document("_id", 3).append("number", "A"));
			assertThat(ids(orders.find(Filters.eq("number", "A")))).containsExactly(3);
		});
	}

	@Test
	void anIndexNeverChangesWhatIsFound() {
		inMemory((orders, client) -> {
			var plain = client.getDatabase("test").getCollection("plain");
			orders.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
			orders.createIndex(Indexes.ascending("state", "_id"));
			orders.createIndex(Indexes.ascending("tags"));
			var random = new Random(7);
			for (int round = 0; round < 400; round++) {
				var id = "SO-" + random.nextInt(60);
				var set = new Document("state", "S" + random.nextInt(4)).append("tags",
						List.of(random.nextInt(9), random.nextInt(9)));
				var unset = new Document();
				(random.nextBoolean() ? set : unset).append("due", new Date(random.nextInt(1000)));
				var update = new Document("$set", set);
				if (!unset.isEmpty()) {
					update.append("$unset", unset);
				}
				for (var collection : List.of(orders, plain)) {
					if (round % 11 == 10) {
						collection.deleteOne(Filters.eq("_id", id));
					}
					else {
						collection.updateOne(Filters.eq("_id", id), update, new UpdateOptions().upsert(true));
					}
				}
				var query = (round % 2 == 0) ? aboutOf("tags", random) : dueOrInState(random);
				assertThat(orders.find(query).sort(Sorts.ascending("_id")).into(new ArrayList<>()))
					.isEqualTo(plain.find(query).sort(Sorts.ascending("_id")).into(new ArrayList<>()));
			}
		});
	}

	@Test
	void aLongAnswerComesInParts() {
		inMemory((orders, client) -> {
			orders.insertMany(
					IntStream.range(0, 1000).mapToObj((i) -> new Document("_id", "SO-%04d".formatted(i))).toList());
			assertThat(orders.find().into(new ArrayList<>())).hasSize(1000);
			assertThat(ids(orders.find().batchSize(7).skip(10).limit(50))).hasSize(50).startsWith("SO-0010", "SO-0011");
			assertThat(ids(orders.find(Filters.gt("_id", "SO-0500")).sort(Sorts.descending("_id")).limit(2)))
				.containsExactly("SO-0999", "SO-0998");
			assertThat(orders.countDocuments(Filters.lt("_id", "SO-0100"))).isEqualTo(100);
			assertThat(orders.deleteMany(Filters.gte("_id", "SO-0900")).getDeletedCount()).isEqualTo(100);
			assertThat(orders.find(Filters.in("_id", "SO-0001", "SO-0950", "SO-0002")).into(new ArrayList<>()))
				.hasSize(2);
		});
	}

	@Test
	void readersAndWritersDoNotDisturbEachOther() throws Exception {
		try (var store = LocalStore.onDisk(this.directory, 0); var client = MongoClients.create(store.uri())) {
			var orders = client.getDatabase("test").getCollection("orders");
			for (int i = 0; i < 20; i++) {
				orders.insertOne(new Document("_id", i).append("entries", List.of()).append("version", 0));
			}
			try (var threads = Executors.newFixedThreadPool(8)) {
				var work = IntStream.range(0, 8).mapToObj((worker) -> threads.submit(() -> {
					for (int i = 0; i < 100; i++) {
						if (worker % 2 == 0) {
							orders.updateOne(Filters.eq("_id", i % 20),
									Updates.combine(Updates.push("entries", "w" + i), Updates.inc("version", 1)));
						}
						else {
							for (var order : orders.find()) {
								assertThat(order.getList("entries", String.class)).hasSize(order.getInteger("version"));
							}
						}
					}
				})).toList();
				for (var done : work) {
					done.get(60, TimeUnit.SECONDS);
				}
			}
			assertThat(orders.find()
				.into(new ArrayList<>())
				.stream()
				.mapToInt((order) -> order.getInteger("version"))
				.sum()).isEqualTo(400);
		}
	}

	@Test
	void aRenamedCollectionTakesItsIndexesAlongAndIsThereAfterARestart() {
		try (var store = LocalStore.onDisk(this.directory, 0); var client = MongoClients.create(store.uri())) {
			var database = client.getDatabase("test");
			database.getCollection("old").insertOne(new Document("_id", "old"));
			var rebuilt = database.getCollection("rebuilt");
			rebuilt.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
			rebuilt.createIndex(Indexes.ascending("due"));
			rebuilt.insertOne(new Document("_id", "new").append("number", 1).append("due", 5));
			rebuilt.renameCollection(new MongoNamespace("test", "old"), new RenameCollectionOptions().dropTarget(true));
			rebuilt.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
			rebuilt.insertOne(new Document("_id", "newest").append("number", 1));
		}
		try (var store = LocalStore.onDisk(this.directory, 0); var client = MongoClients.create(store.uri())) {
			var database = client.getDatabase("test");
			assertThat(database.listCollectionNames().into(new ArrayList<>())).containsExactlyInAnyOrder("old",
					"rebuilt");
			var old = database.getCollection("old");
			assertThat(ids(old.find())).containsExactly("new");
			assertThat(ids(old.find(Filters.lte("due", 5)))).containsExactly("new");
			assertThatThrownBy(() -> old.insertOne(new Document("_id", "twin").append("number", 1)))
				.isInstanceOf(MongoWriteException.class);
		}
	}

	private static Bson aboutOf(String field, Random random) {
		int low = random.nextInt(9);
		return new Document(field, new Document("$gte", low).append("$lte", low + 2));
	}

	private static Bson dueOrInState(Random random) {
		return Filters.or(Filters.lte("due", new Date(random.nextInt(1000))), Filters
			.and(Filters.eq("state", "S" + random.nextInt(4)), Filters.gt("_id", "SO-" + random.nextInt(60))));
	}

	private static List<Object> ids(Iterable<Document> documents) {
		var ids = new ArrayList<Object>();
		documents.forEach((document) -> ids.add(document.get("_id")));
		return ids;
	}

	private static long looked(MongoClient client) {
		return client.getDatabase("admin")
			.runCommand(new Document("serverStatus", 1))
			.get("metrics", Document.class)
			.get("queryExecutor", Document.class)
			.getLong("scannedObjects");
	}

	private static void inMemory(Story story) {
		try (var store = LocalStore.inMemory(0); var client = MongoClients.create(store.uri())) {
			story.tell(client.getDatabase("test").getCollection("orders"), client);
		}
	}

	interface Story {

		void tell(MongoCollection<Document> orders, MongoClient client);

	}

}
