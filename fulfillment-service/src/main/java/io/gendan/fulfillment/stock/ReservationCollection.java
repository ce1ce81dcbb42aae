package io.gendan.fulfillment.stock;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.messaging.store.BulkWrite;
import io.gendan.messaging.store.DocumentRefusedException;
import org.bson.Document;

/** The recorded reservations in MongoDB, one document per order. */
public final class ReservationCollection {

	private final MongoCollection<Document> documents;

	public ReservationCollection(MongoDatabase database) {
		this.documents = database.getCollection("reservations");
	}

	Map<String, Reservation> find(Collection<String> orders) {
		Map<String, Reservation> found = new HashMap<>();
		this.documents.find(Filters.in("_id", orders))
			.map(ReservationCollection::read)
			.forEach((reservation) -> found.put(reservation.order(), reservation));
		return found;
	}

	/**
	 * Records reservations; the first of an order stands.
	 * @param reservations the reservations
	 * @return those that stand, by order number; what could not be written for a reason
	 * that may pass is left out
	 * @throws DocumentRefusedException if the store will never take one of them
	 */
	Map<String, Reservation> record(List<Reservation> reservations) {
		SortedMap<String, WriteModel<Document>> inserts = new TreeMap<>();
		reservations
			.forEach((reservation) -> inserts.put(reservation.order(), new InsertOneModel<>(write(reservation))));
		if (BulkWrite.to(this.documents, inserts).orThrowLasting().done() < inserts.size()) {
			return find(inserts.keySet());
		}
		Map<String, Reservation> recorded = new HashMap<>();
		reservations.forEach((reservation) -> recorded.put(reservation.order(), reservation));
		return recorded;
	}

	/**
	 * Marks reservations as free again; their lines stay, so that a repetition reports
	 * the same.
	 * @param orders order numbers
	 */
	void release(Collection<String> orders) {
		this.documents.updateMany(Filters.in("_id", orders), Updates.set("released", true));
	}

	private static Document write(Reservation reservation) {
		return new Document("_id", reservation.order()).append("lines",
				reservation.lines()
					.stream()
					.map((line) -> new Document("line", line.line()).append("item", line.item())
						.append("quantity", line.quantity().toString()))
					.toList());
	}

	private static Reservation read(Document document) {
		return new Reservation(document.getString("_id"),
				document.getList("lines", Document.class)
					.stream()
					.map((line) -> new StockLine(line.getInteger("line"), line.getString("item"),
							Quantity.of(line.getString("quantity"))))
					.toList(),
				document.getBoolean("released", false));
	}

}
