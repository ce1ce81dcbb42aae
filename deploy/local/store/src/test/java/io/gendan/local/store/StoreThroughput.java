package io.gendan.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;

/**
 * Measures a running store: {@code StoreThroughput URI [DOCUMENTS [CLIENTS]]}. Documents
 * of 2 KB, unordered bulks of 200, updates under {@code _id} and {@code version}.
 */
final class StoreThroughput {

	private static final int BULK = 200;

	private StoreThroughput() {
	}

	public static void main(String[] arguments) throws Exception {
		int documents = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 20_000;
		int clients = (arguments.length > 2) ? Integer.parseInt(arguments[2]) : 2;
		try (var client = MongoClients.create(arguments[0]); var threads = Executors.newFixedThreadPool(clients)) {
			var collections = new ArrayList<MongoCollection<Document>>();
			for (int i = 0; i < clients; i++) {
				var orders = client.getDatabase("speed" + i).getCollection("orders");
				orders.drop();
				orders.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
				collections.add(orders);
			}
			for (int round = 0; round < 4; round++) {
				int version = round;
				report("bulk " + ((round == 0) ? "insert" : "update"), documents,
						() -> all(threads, collections, (orders) -> bulks(orders, documents / clients, version)));
				report("find $in", documents,
						() -> all(threads, collections, (orders) -> reads(orders, documents / clients)));
			}
			report("one by one", 2000, () -> all(threads, collections, (orders) -> singles(orders, 2000 / clients)));
		}
	}

	private static void bulks(MongoCollection<Document> orders, int documents, int version) {
		for (int start = 0; start < documents; start += BULK) {
			List<WriteModel<Document>> writes = new ArrayList<>();
			for (int i = start; i < start + BULK; i++) {
				var id = "SO-" + (version == 0 ? i : (i * 7919L) % documents);
				writes.add((version == 0) ? new InsertOneModel<>(document(id)) : update(id, version));
			}
			orders.bulkWrite(writes, new BulkWriteOptions().ordered(false));
		}
	}

	private static Document document(String id) {
		var entries = new ArrayList<Document>();
		for (int i = 0; i < 4; i++) {
			entries.add(entry(i));
		}
		return new Document("_id", id).append("version", 0).append("entries", entries);
	}

	private static Document entry(int sequence) {
		return new Document("sequence", sequence).append("type", "io.gendan.order.OrderPlaced.v1")
			.append("actor", "li.salesperson")
			.append("data", "x".repeat(340));
	}

	private static UpdateOneModel<Document> update(String id, int version) {
		return new UpdateOneModel<>(new Document("_id", id).append("version", version - 1),
				new Document("$set", new Document("version", version)).append("$push",
						new Document("entries", new Document("$each", List.of(entry(version))))));
	}

	private static void reads(MongoCollection<Document> orders, int documents) {
		for (int start = 0; start < documents; start += BULK) {
			var ids = new ArrayList<String>();
			for (int i = start; i < start + BULK; i++) {
				ids.add("SO-" + (i * 104729L) % documents);
			}
			orders.find(Filters.in("_id", ids)).into(new ArrayList<>());
		}
	}

	private static void singles(MongoCollection<Document> orders, int documents) {
		for (int i = 0; i < documents; i++) {
			orders.updateOne(Filters.eq("_id", "SO-" + i), new Document("$set", new Document("seen", i)));
		}
	}

	private static void all(ExecutorService threads, List<MongoCollection<Document>> collections,
			Consumer<MongoCollection<Document>> work) throws Exception {
		var tasks = collections.stream().<Callable<Void>>map((orders) -> () -> {
			work.accept(orders);
			return null;
		}).toList();
		for (var done : threads.invokeAll(tasks)) {
			done.get();
		}
	}

	private static void report(String what, int documents, Work work) throws Exception {
		long start = System.nanoTime();
		work.run();
		System.out.printf("%-12s %,10d documents/s%n", what, documents * 1_000_000_000L / (System.nanoTime() - start));
	}

	private interface Work {

		void run() throws Exception;

	}

}
