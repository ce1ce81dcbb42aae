package io.gendan.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.BsonDocument;
import org.bson.Document;

/** A store that has something against single documents, and says so per document. */
final class FaultyOrders {

	private final MongoCollection<Document> orders;

	private final Map<String, Fault> faults = new ConcurrentHashMap<>();

	private final List<List<String>> bulks = new CopyOnWriteArrayList<>();

	FaultyOrders(MongoCollection<Document> orders) {
		this.orders = orders;
	}

	/** The next writes of this document fail. */
	void refuse(String order, int code, int times) {
		this.faults.put(order, new Fault(code, times));
	}

	/** Ids of every bulk write, in the order in which they went out. */
	List<List<String>> bulks() {
		return this.bulks;
	}

	@SuppressWarnings("unchecked")
	MongoCollection<Document> collection() {
		return (MongoCollection<Document>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
				new Class<?>[] { MongoCollection.class }, (proxy, method, arguments) -> {
					try {
						return method.getName().equals("bulkWrite")
								? write((List<WriteModel<Document>>) arguments[0], (BulkWriteOptions) arguments[1])
								: method.invoke(this.orders, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private BulkWriteResult write(List<WriteModel<Document>> writes, BulkWriteOptions options) {
		this.bulks.add(writes.stream().map(FaultyOrders::id).toList());
		List<WriteModel<Document>> good = new ArrayList<>();
		List<BulkWriteError> errors = new ArrayList<>();
		for (int i = 0; i < writes.size(); i++) {
			Fault fault = this.faults.computeIfPresent(id(writes.get(i)),
					(id, before) -> (before.times() > 0) ? new Fault(before.code(), before.times() - 1) : null);
			if (fault == null) {
				good.add(writes.get(i));
			}
			else {
				errors.add(new BulkWriteError(fault.code(), "planted", new BsonDocument(), i));
			}
		}
		BulkWriteResult result = good.isEmpty() ? BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of())
				: this.orders.bulkWrite(good, options);
		if (!errors.isEmpty()) {
			throw new MongoBulkWriteException(result, errors, null, new ServerAddress(), Set.of());
		}
		return result;
	}

	private static String id(WriteModel<Document> write) {
		return switch (write) {
			case InsertOneModel<Document> insert -> insert.getDocument().getString("_id");
			case UpdateOneModel<Document> update -> ((Document) update.getFilter()).getString("_id");
			default -> throw new IllegalArgumentException("No write of a ledger: " + write);
		};
	}

	private record Fault(int code, int times) {
	}

}
