package io.gendan.fulfillment.stock;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.gendan.contract.Quantity;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The receipts and corrections in MongoDB, one document per reference. */
public final class ReceiptCollection {

	private final MongoCollection<Document> documents;

	public ReceiptCollection(MongoDatabase database) {
		this.documents = database.getCollection("receipts");
	}

	/**
	 * Notes that a receipt is begun, unless it already is.
	 * @param note the note
	 * @return the note that already stood, or empty
	 */
	Optional<ReceiptNote> begin(ReceiptNote note) {
		try {
			this.documents.insertOne(write(note));
			return Optional.empty();
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			return find(note.reference());
		}
	}

	Optional<ReceiptNote> find(String reference) {
		return Optional.ofNullable(this.documents.find(Filters.eq(reference)).first()).map(ReceiptCollection::read);
	}

	Set<String> complete(Collection<String> references) {
		Set<String> complete = new HashSet<>();
		this.documents.find(Filters.in("_id", references)).map(ReceiptCollection::read).forEach((note) -> {
			if (note.complete()) {
				complete.add(note.reference());
			}
		});
		return complete;
	}

	void end(String reference) {
		this.documents.updateOne(Filters.eq(reference), Updates.set("complete", true));
	}

	private static Document write(ReceiptNote note) {
		Document document = new Document("_id", note.reference()).append("lines", note.lines())
			.append("digest", note.digest())
			.append("receivedBy", note.receivedBy())
			.append("receivedAt", Date.from(note.receivedAt()))
			.append("complete", note.complete());
		Correction correction = note.correction();
		return (correction == null) ? document
				: document.append("correction",
						new Document("item", correction.item()).append("quantity", correction.quantity().toString())
							.append("reason", correction.reason()));
	}

	private static ReceiptNote read(Document document) {
		return new ReceiptNote(document.getString("_id"), document.getInteger("lines"), document.getString("digest"),
				document.getString("receivedBy"), document.getDate("receivedAt").toInstant(),
				document.getBoolean("complete"), correction(document));
	}

	private static @Nullable Correction correction(Document note) {
		Document correction = note.get("correction", Document.class);
		return (correction == null) ? null : new Correction(correction.getString("item"), note.getString("_id"),
				Quantity.of(correction.getString("quantity")), correction.getString("reason"));
	}

}
