package io.gendan.messaging.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.gendan.contract.Personal;
import io.gendan.messaging.store.BulkWrite;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Rows of lists that were written before the key of a personal text in them had come:
 * nobody finds them by that text until it is opened. Each says which key it awaits.
 */
public final class SealedRows {

	/** Summary field with the id of the key that a row awaits; lists do not show it. */
	public static final String AWAITED = "awaitedKey";

	private static final String FIELD = "summary." + AWAITED;

	private static final int PORTION = 500;

	private final MongoCollection<Document> collection;

	private final List<String> personal;

	SealedRows(MongoCollection<Document> collection, List<String> personal) {
		this.collection = collection;
		this.personal = personal;
	}

	void createIndexes() {
		this.collection.createIndex(Indexes.ascending(FIELD), new IndexOptions().sparse(true));
	}

	/**
	 * Opens rows that await certain keys.
	 * @param keys ids of keys that have come
	 * @param opening opens texts
	 */
	void open(Collection<String> keys, Opening opening) {
		open(Filters.in(FIELD, keys), opening);
	}

	/**
	 * Opens all rows whose keys have come meanwhile.
	 * @param opening opens texts
	 */
	void openAll(Opening opening) {
		open(Filters.gte(FIELD, ""), opening);
	}

	private void open(Bson filter, Opening opening) {
		List<Document> rows = new ArrayList<>();
		for (Document row : this.collection.find(filter)
			.projection(Projections.include("version", "summary"))
			.batchSize(PORTION)) {
			rows.add(row);
			if (rows.size() == PORTION) {
				write(rows, opening);
				rows.clear();
			}
		}
		write(rows, opening);
	}

	/**
	 * It counts as a write, so that a decision that has not found the key yet finds out.
	 * What somebody else writes meanwhile is looked at the next time.
	 */
	private void write(List<Document> rows, Opening opening) {
		Set<Personal> texts = new HashSet<>();
		rows.forEach((row) -> texts.addAll(sealed(row).values()));
		Map<Personal, Optional<String>> opened = texts.isEmpty() ? Map.of() : opening.open(texts);
		SortedMap<String, WriteModel<Document>> writes = new TreeMap<>();
		for (Document row : rows) {
			Document set = new Document();
			String awaited = null;
			for (Map.Entry<String, Personal> text : sealed(row).entrySet()) {
				Optional<String> clear = opened.get(text.getValue());
				if (clear == null) {
					awaited = text.getValue().keyId();
				}
				else {
					clear.ifPresent((shown) -> set.append("summary." + text.getKey(), shown));
				}
			}
			if (!set.isEmpty() || !row.get("summary", Document.class).get(AWAITED, "").equals(awaited)) {
				writes.put(row.getString("_id"), write(row, set, awaited));
			}
		}
		BulkWrite.to(this.collection, writes);
	}

	private static WriteModel<Document> write(Document row, Document set, @Nullable String awaited) {
		long version = LedgerDocuments.number(row, "version");
		set.putAll(LedgerWrite.next(version, ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
		Document update = (awaited != null) ? new Document("$set", set.append(FIELD, awaited))
				: new Document("$set", set).append("$unset", new Document(FIELD, ""));
		return new UpdateOneModel<>(new Document("_id", row.getString("_id")).append("version", version), update);
	}

	private Map<String, Personal> sealed(Document row) {
		Map<String, Personal> sealed = new HashMap<>();
		Document summary = row.get("summary", Document.class);
		for (String field : this.personal) {
			Personal text = Personal.read(String.valueOf(summary.get(field)));
			if (text.isSealed()) {
				sealed.put(field, text);
			}
		}
		return sealed;
	}

	/** Opens texts for lists. */
	@FunctionalInterface
	public interface Opening {

		/**
		 * Opens texts together.
		 * @param texts sealed ones
		 * @return in clear, nothing for one that stays sealed for good, and no entry for
		 * one whose key has not come
		 */
		Map<Personal, Optional<String>> open(Set<Personal> texts);

	}

}
