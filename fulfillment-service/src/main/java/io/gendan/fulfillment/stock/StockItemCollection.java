package io.gendan.fulfillment.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.gendan.contract.Quantity;
import io.gendan.messaging.store.BulkWrite;
import io.gendan.messaging.store.DocumentRefusedException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The stock in MongoDB, one document per item. Order numbers and stock codes are values,
 * never field names, because they may hold dots; quantities are decimal texts, exact in
 * any store.
 */
public final class StockItemCollection {

	private final MongoCollection<Document> collection;

	private final AtomicBoolean indexed = new AtomicBoolean();

	public StockItemCollection(MongoDatabase database) {
		this.collection = database.getCollection("stock");
	}

	/**
	 * Looks an item up.
	 * @param item stock code
	 * @return the item, or empty if nothing of it ever came in
	 */
	public Optional<StockItem> find(String item) {
		return Optional.ofNullable(documents().find(Filters.eq(item)).first()).map(StockItemCollection::read);
	}

	/**
	 * A page of the stock, by stock code.
	 * @param after stock code after which the page starts, null for the first page
	 * @param limit items at the most
	 * @return the items
	 */
	public List<StockItem> page(@Nullable String after, int limit) {
		return documents().find((after != null) ? Filters.gt("_id", after) : Filters.empty())
			.sort(Sorts.ascending("_id"))
			.limit(limit)
			.map(StockItemCollection::read)
			.into(new ArrayList<>());
	}

	Map<String, StockItem> find(Collection<String> items) {
		Map<String, StockItem> found = new HashMap<>();
		documents().find(Filters.in("_id", items))
			.map(StockItemCollection::read)
			.forEach((item) -> found.put(item.item(), item));
		return found;
	}

	/**
	 * Writes items, each only if nobody has written it since it was read.
	 * @param items the items
	 * @return true if all were written; false if some were not, and which is not known:
	 * read them again and try again
	 * @throws DocumentRefusedException if the store will never take one of them
	 */
	boolean write(List<StockItem> items) {
		SortedMap<String, WriteModel<Document>> writes = new TreeMap<>();
		items.forEach((item) -> writes.put(item.item(), write(item)));
		return BulkWrite.to(documents(), writes).orThrowLasting().done() == items.size();
	}

	/**
	 * The documents, with the index by which a write finds exactly the version it has
	 * read. It is made with the first use, so that the service also starts while the
	 * store is away.
	 */
	private MongoCollection<Document> documents() {
		if (!this.indexed.get()) {
			this.collection.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
			this.indexed.set(true);
		}
		return this.collection;
	}

	private static WriteModel<Document> write(StockItem item) {
		Document document = new Document("_id", item.item()).append("version", item.version() + 1)
			.append("received", item.received().toString())
			.append("reserved", item.reserved().toString())
			.append("claims", item.claims().stream().map(StockItemCollection::write).toList())
			.append("receipts", item.receipts())
			.append("releases", item.releases());
		if (item.version() == 0) {
			return new InsertOneModel<>(document);
		}
		// Written out, because the embedded store finds no index behind an explicit $and.
		Document asRead = new Document("_id", item.item()).append("version", item.version());
		return new ReplaceOneModel<>(asRead, document);
	}

	private static Document write(Claim claim) {
		return new Document("order", claim.order()).append("line", claim.line())
			.append("quantity", claim.quantity().toString());
	}

	private static StockItem read(Document document) {
		return new StockItem(document.getString("_id"), document.getLong("version"),
				Quantity.of(document.getString("received")), Quantity.of(document.getString("reserved")),
				document.getList("claims", Document.class)
					.stream()
					.map((claim) -> new Claim(claim.getString("order"), claim.getInteger("line"),
							Quantity.of(claim.getString("quantity"))))
					.toList(),
				document.getList("receipts", String.class), document.getList("releases", String.class, List.of()));
	}

}
