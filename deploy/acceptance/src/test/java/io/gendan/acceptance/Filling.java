package io.gendan.acceptance;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import org.bson.Document;

/**
 * Fills the store without playing: every document of the orders of one play is written
 * again under other order numbers, in every service's database. The orders are real ones
 * to whoever reads them; no event of them was ever sent.
 */
final class Filling implements AutoCloseable {

	private static final int AT_ONCE = 500;

	private static final List<String> SERVICES = List.of("order", "review", "fulfillment", "logistics", "billing",
			"aftersales");

	private final MongoClient client;

	private final String prefix;

	/**
	 * For a running store.
	 * @param uri its address
	 * @param prefix what the numbers of the played orders begin with
	 */
	Filling(String uri, String prefix) {
		this.client = MongoClients.create(uri);
		this.prefix = prefix;
	}

	/** Orders in the store. */
	long stored() {
		return this.client.getDatabase("order").getCollection("orders").estimatedDocumentCount();
	}

	/**
	 * Writes the played orders again, all or the first of them.
	 * @param round number of the copy
	 * @param most so many at most
	 */
	void copy(int round, long most) {
		for (String service : SERVICES) {
			MongoDatabase database = this.client.getDatabase(service);
			for (String name : database.listCollectionNames()) {
				copy(database.getCollection(name), "COPY-%03d-".formatted(round), most);
			}
		}
	}

	private void copy(MongoCollection<Document> collection, String newPrefix, long most) {
		List<Document> copies = new ArrayList<>(AT_ONCE);
		long left = most;
		for (Document document : collection
			.find(Filters.and(Filters.gte("_id", this.prefix), Filters.lt("_id", this.prefix + "~")))) {
			if (left-- == 0) {
				break;
			}
			String number = document.getString("_id");
			copies.add((Document) renamed(document, number, newPrefix + number.substring(this.prefix.length())));
			if (copies.size() == AT_ONCE) {
				write(collection, copies);
			}
		}
		write(collection, copies);
	}

	private static void write(MongoCollection<Document> collection, List<Document> copies) {
		if (!copies.isEmpty()) {
			collection.insertMany(copies, new InsertManyOptions().ordered(false));
			copies.clear();
		}
	}

	private static Object renamed(Object value, String number, String newNumber) {
		return switch (value) {
			case String text -> text.replace(number, newNumber);
			case Document document -> {
				Document renamed = new Document();
				document.forEach((field, part) -> renamed.append(field,
						(part != null) ? renamed(part, number, newNumber) : null));
				yield renamed;
			}
			case List<?> parts -> parts.stream().map((part) -> renamed(part, number, newNumber)).toList();
			default -> value;
		};
	}

	@Override
	public void close() {
		this.client.close();
	}

}
