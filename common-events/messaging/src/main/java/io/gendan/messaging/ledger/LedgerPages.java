package io.gendan.messaging.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * The oldest events of long-lived subjects, in pages beside their documents. A page is
 * written once and never changed; it counts only when a document names it, so whatever
 * happens in between, each event stands in one place and none is lost.
 */
public final class LedgerPages {

	/** What stands behind the name of a collection of ledgers. */
	private static final String SUFFIX = "_pages";

	private final MongoCollection<Document> ledgers;

	private final MongoCollection<Document> pages;

	/**
	 * Pages.
	 * @param ledgers the documents
	 * @param pages the pages
	 */
	public LedgerPages(MongoCollection<Document> ledgers, MongoCollection<Document> pages) {
		this.ledgers = ledgers;
		this.pages = pages;
	}

	/**
	 * Where the pages of ledgers are.
	 * @param collection name of the collection with the ledgers
	 * @return name of the collection with their pages
	 */
	public static String collection(String collection) {
		return collection + SUFFIX;
	}

	/**
	 * Moves the oldest events of a ledger to a page.
	 * @param ledger as it was read
	 * @param count how many of its entries
	 * @param state the state after them, as JSON
	 * @param version version of the stage's state
	 * @return false if the document has changed meanwhile and nothing has moved
	 */
	public boolean move(Ledger ledger, int count, String state, int version) {
		List<Entry> oldest = ledger.entries().subList(0, count);
		List<Document> rest = ledger.entries()
			.subList(count, ledger.entries().size())
			.stream()
			.map(LedgerDocuments::entry)
			.toList();
		ObjectId page = new ObjectId();
		this.pages.insertOne(new Document("_id", page).append("subject", ledger.order())
			.append("from", ledger.paged().length())
			.append("entries", oldest.stream().map(LedgerDocuments::entry).toList()));
		Paged paged = ledger.paged().with(page, oldest, state, version);
		long moved = oldest.stream().mapToLong(Entry::bytes).sum();
		boolean taken = set(ledger, paged, moved, new Document("entries", rest));
		if (!taken) {
			this.pages.deleteOne(Filters.eq("_id", page));
		}
		return taken;
	}

	/**
	 * Keeps the state behind the pages as this version of the stage has it.
	 * @param ledger as it was read
	 * @param state the state after its pages, as JSON
	 * @param version version of the stage's state
	 * @return false if the document has changed meanwhile
	 */
	public boolean restate(Ledger ledger, String state, int version) {
		Paged before = ledger.paged();
		return set(ledger, new Paged(before.pages(), before.length(), before.begunAt(), state, version), 0,
				new Document());
	}

	private boolean set(Ledger ledger, Paged paged, long moved, Document more) {
		long bytes = ledger.bytes() - moved - ledger.paged().bytes() + paged.bytes();
		Document set = LedgerWrite.next(ledger.version(), ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE))
			.append("paged", LedgerDocuments.paged(paged))
			.append(LedgerWrite.BYTES, LedgerWrite.bytes(bytes, ledger.inbox()));
		set.putAll(more);
		return this.ledgers.updateOne(LedgerWrite.at(ledger), new Document("$set", set)).getMatchedCount() == 1;
	}

	/**
	 * Reads the events of pages.
	 * @param subject what they are about
	 * @param wanted the pages, in the order in which they are wanted
	 * @return their entries
	 * @throws UnreadableLedgerException if one is missing or cannot be read
	 */
	public List<Entry> read(String subject, List<Paged.Page> wanted) {
		List<ObjectId> ids = wanted.stream().map(Paged.Page::id).toList();
		Map<ObjectId, Document> found = new HashMap<>();
		for (Document page : this.pages.find(Filters.in("_id", ids))) {
			found.put(page.getObjectId("_id"), page);
		}
		List<Entry> entries = new ArrayList<>();
		try {
			for (ObjectId id : ids) {
				Document page = found.get(id);
				if (page == null) {
					throw new IllegalStateException("The page %s is missing".formatted(id));
				}
				entries.addAll(LedgerDocuments.entries(subject, page));
			}
			return entries;
		}
		catch (RuntimeException ex) {
			throw new UnreadableLedgerException(subject, ex);
		}
	}

}
