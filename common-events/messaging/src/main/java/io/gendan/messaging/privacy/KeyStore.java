package io.gendan.messaging.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The wrapped keys a service has, its own and those of the others. An erased key stays as
 * a mark without the key, so that it does not come back.
 */
final class KeyStore {

	private static final String CUSTOMER = "customer";

	private static final String KEY = "key";

	private static final String ID = "kid";

	private static final String ERASED_AT = "erasedAt";

	private static final String OWN = "own/";

	private static final String OTHER = "key/";

	private static final String UNSENT = "unsent";

	private static final String OFFSET = "offset";

	private static final int MOST_UNSENT = 500;

	/** Some hundred bytes each; more come with the next answer. */
	private static final int MOST_FOUND = 10_000;

	private final MongoCollection<Document> keys;

	private final MongoCollection<Document> read;

	KeyStore(MongoCollection<Document> keys, MongoCollection<Document> read) {
		this.keys = keys;
		this.read = read;
	}

	void createIndexes() {
		this.keys.createIndex(Indexes.ascending(CUSTOMER));
		this.keys.createIndex(Indexes.ascending(ID));
		this.keys.createIndex(Indexes.ascending(UNSENT), new IndexOptions().sparse(true));
		this.keys.createIndex(Indexes.ascending(ERASED_AT), new IndexOptions().sparse(true));
	}

	/**
	 * What is known of the keys of customers.
	 * @param customers their numbers
	 * @return by customer; those of whom nothing is known are left out
	 */
	Map<String, CustomerKeys> find(Collection<String> customers) {
		Map<String, CustomerKeys> found = new HashMap<>();
		for (Document document : this.keys.find(Filters.in(CUSTOMER, customers)).batchSize(MOST_FOUND)) {
			StoredKey key = of(document);
			boolean own = OWN.concat(key.customer()).equals(document.getString("_id"));
			found.put(key.customer(),
					own ? CustomerKeys.in(found, key.customer()).withOwn(key, document.containsKey(ERASED_AT))
							: CustomerKeys.in(found, key.customer()).with(key));
		}
		return found;
	}

	/**
	 * Keeps keys that this service has made; where it has one already, or the customer is
	 * erased, that stays.
	 * @param made new keys, one per customer
	 * @return what holds for these customers
	 */
	Map<String, CustomerKeys> findOrAdd(List<StoredKey> made) {
		List<WriteModel<Document>> writes = new ArrayList<>();
		made.forEach((key) -> writes.add(new UpdateOneModel<>(Filters.eq("_id", OWN + key.customer()),
				Updates.combine(setOnInsert(key), Updates.setOnInsert(UNSENT, true)),
				new UpdateOptions().upsert(true))));
		Set<Integer> added = new HashSet<>();
		addAll(writes).getUpserts().forEach((upsert) -> added.add(upsert.getIndex()));
		Map<String, CustomerKeys> there = new HashMap<>();
		List<String> known = new ArrayList<>();
		for (int i = 0; i < made.size(); i++) {
			StoredKey key = made.get(i);
			if (added.contains(i)) {
				there.put(key.customer(), CustomerKeys.in(there, key.customer()).withOwn(key, false));
			}
			else {
				known.add(key.customer());
			}
		}
		if (!known.isEmpty()) {
			// Another instance was quicker.
			there.putAll(find(known));
		}
		return there;
	}

	private static Bson setOnInsert(StoredKey key) {
		return Updates.combine(Updates.setOnInsert(ID, key.id()), Updates.setOnInsert(CUSTOMER, key.customer()),
				Updates.setOnInsert(KEY, key.wrapped()));
	}

	List<StoredKey> ofCustomer(String customer) {
		List<StoredKey> found = new ArrayList<>();
		this.keys.find(Filters.and(Filters.eq(CUSTOMER, customer), Filters.exists(ID))).map(KeyStore::of).into(found);
		return found;
	}

	/**
	 * Takes keys of others; one that is there stays what it is.
	 * @param others the keys
	 * @return those that are not taken, since their customers are erased
	 */
	List<StoredKey> add(Collection<StoredKey> others) {
		Set<String> marks = new HashSet<>();
		others.forEach((key) -> marks.add(OWN + key.customer()));
		Set<String> erased = new HashSet<>();
		for (Document mark : this.keys.find(Filters.and(Filters.in("_id", marks), Filters.exists(ERASED_AT)))) {
			erased.add(mark.getString(CUSTOMER));
		}
		List<WriteModel<Document>> writes = new ArrayList<>();
		others.stream()
			.filter((key) -> !erased.contains(key.customer()))
			.forEach((key) -> writes.add(new UpdateOneModel<>(Filters.eq("_id", OTHER + key.id()), setOnInsert(key),
					new UpdateOptions().upsert(true))));
		if (!writes.isEmpty()) {
			addAll(writes);
		}
		return others.stream().filter((key) -> erased.contains(key.customer())).toList();
	}

	/** Another instance makes and reads the same, and may be quicker. */
	private BulkWriteResult addAll(List<WriteModel<Document>> writes) {
		try {
			return this.keys.bulkWrite(writes, new BulkWriteOptions().ordered(false));
		}
		catch (MongoBulkWriteException ex) {
			if (!ex.getWriteErrors().stream().allMatch((error) -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
				throw ex;
			}
			return ex.getWriteResult();
		}
	}

	/**
	 * Destroys the keys of a customer, and keeps that there is to be none.
	 * @param customer number of the customer
	 * @param now the present time
	 */
	void erase(String customer, Instant now) {
		this.keys.bulkWrite(List.of(
				new UpdateOneModel<>(Filters.eq("_id", OWN + customer),
						Updates.combine(Updates.set(CUSTOMER, customer), Updates.set(ERASED_AT, Date.from(now))),
						new UpdateOptions().upsert(true)),
				new UpdateManyModel<>(Filters.eq(CUSTOMER, customer),
						Updates.combine(Updates.unset(KEY), Updates.unset(UNSENT)))));
	}

	List<String> erasedSince(Instant since) {
		List<String> customers = new ArrayList<>();
		this.keys.find(Filters.gte(ERASED_AT, Date.from(since)))
			.projection(Projections.include(CUSTOMER))
			.map((mark) -> mark.getString(CUSTOMER))
			.into(customers);
		return customers;
	}

	List<StoredKey> unsent() {
		List<StoredKey> found = new ArrayList<>();
		this.keys.find(Filters.eq(UNSENT, true)).limit(MOST_UNSENT).map(KeyStore::of).into(found);
		return found;
	}

	void sent(Collection<String> ids) {
		this.keys.updateMany(Filters.in(ID, ids), Updates.unset(UNSENT));
	}

	/**
	 * How far the topic of keys has been read into this store.
	 * @return the next offset, 0 for the beginning
	 */
	long next() {
		Document there = this.read.find(Filters.eq("_id", KeyRecord.TOPIC)).first();
		return (there != null && there.get(OFFSET) instanceof Number offset) ? offset.longValue() : 0;
	}

	/**
	 * Takes down how far the topic has been read; never less than another instance has
	 * taken down.
	 * @param offset the next offset
	 */
	void next(long offset) {
		this.read.updateOne(Filters.eq("_id", KeyRecord.TOPIC), Updates.max(OFFSET, offset),
				new UpdateOptions().upsert(true));
	}

	/** The topic is read from its beginning. */
	void readAnew() {
		this.read.deleteOne(Filters.eq("_id", KeyRecord.TOPIC));
	}

	/**
	 * All keys that are stored.
	 * @param wrapped takes each, wrapped
	 */
	void each(Consumer<String> wrapped) {
		this.keys.find(Filters.exists(KEY))
			.projection(Projections.include(KEY))
			.forEach((document) -> wrapped.accept(document.getString(KEY)));
	}

	private static StoredKey of(Document document) {
		return new StoredKey(Objects.requireNonNullElse(document.getString(ID), ""), document.getString(CUSTOMER),
				document.getString(KEY));
	}

	/**
	 * A key as it is stored and as it travels.
	 *
	 * @param id its id
	 * @param customer whose texts it seals
	 * @param wrapped the key under the key of the house; null if it is destroyed
	 */
	record StoredKey(String id, String customer, @Nullable String wrapped) {
	}

}
