package io.gendan.local.store;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A real process, killed in the middle of its work. */
class KilledStoreTests {

	private static final int WRITERS = 4;

	@TempDir
	Path directory;

	@Test
	void everyAcknowledgedWriteIsThereAfterAKill() throws Exception {
		Set<String> acknowledged = ConcurrentHashMap.newKeySet();
		try (var store = new StoreProcess(this.directory); var client = MongoClients.create(store.uri())) {
			for (int life = 0; life < 3; life++) {
				writeUntilKilled("life" + life, store, acknowledged);
				store.startAgain();
			}
			var orders = client.getDatabase("test").getCollection("orders");
			var found = new HashSet<String>();
			for (var order : orders.find()) {
				found.add(order.getString("_id") + "@" + order.getInteger("version"));
				assertThat(orders.find(Filters.eq("number", order.getString("number"))).first()).isEqualTo(order);
			}
			assertThat(acknowledged).hasSizeGreaterThan(100);
			assertThat(found).containsAll(acknowledged);
		}
	}

	@Test
	void anIndexWhoseWritingWasCutOffNeverLies() throws Exception {
		try (var store = new StoreProcess(this.directory); var client = MongoClients.create(store.uri())) {
			var orders = client.getDatabase("test").getCollection("orders");
			for (int part = 0; part < 20; part++) {
				int first = part * 2000;
				orders.insertMany(IntStream.range(first, first + 2000).mapToObj(KilledStoreTests::order).toList());
			}
			long before = bytesOnDisk();
			var creation = Thread.ofVirtual().start(() -> {
				try {
					orders.createIndex(Indexes.ascending("state", "due"));
				}
				catch (MongoException ex) {
					// The kill.
				}
			});
			Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> bytesOnDisk() > before + 200_000);
			store.kill();
			creation.join();
			store.startAgain();
			assertThat(orders.find(ofStateThree()).into(new ArrayList<>())).hasSize(10_000);
			orders.createIndex(Indexes.ascending("state", "due"));
			assertThat(orders.find(ofStateThree()).into(new ArrayList<>())).hasSize(10_000);
		}
	}

	private static Document order(int i) {
		return new Document("_id", i).append("state", "S" + i % 4).append("due", 100_000 - i);
	}

	private static Bson ofStateThree() {
		return Filters.and(Filters.eq("state", "S3"), Filters.gte("due", 0));
	}

	private long bytesOnDisk() {
		var files = this.directory.resolve("documents").toFile().listFiles();
		return (files != null) ? Stream.of(files).mapToLong(File::length).sum() : 0;
	}

	private void writeUntilKilled(String life, StoreProcess store, Set<String> acknowledged) throws Exception {
		var enough = new CountDownLatch(60 * WRITERS);
		try (var client = MongoClients.create(store.uri()); var threads = Executors.newFixedThreadPool(WRITERS)) {
			var orders = client.getDatabase("test").getCollection("orders");
			orders.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
			for (int writer = 0; writer < WRITERS; writer++) {
				var prefix = life + "-" + writer + "-";
				threads.execute(() -> {
					try {
						for (int i = 0; i < 100_000; i++) {
							var id = prefix + i;
							orders.insertOne(new Document("_id", id).append("number", "N" + id).append("version", 0));
							orders.updateOne(Filters.eq("_id", id), Updates.set("version", 1));
							acknowledged.add(id + "@1");
							enough.countDown();
						}
					}
					catch (MongoException ex) {
						// The kill: what was not acknowledged may be lost.
					}
				});
			}
			assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
			store.kill();
			threads.shutdown();
			assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		}
	}

}
