package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.gendan.messaging.budget.Weight;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** How a change is written, and how it is recognised afterwards. */
final class LedgerWrite {

	/**
	 * Field with the tokens of the last writes: whether a write took is known even if
	 * others have followed.
	 */
	static final String TOKENS = "writes";

	/** Field with the size of what the document holds, so that a load can be planned. */
	static final String BYTES = "bytes";

	/** No document is larger; taken for those that do not say their size. */
	private static final long LARGEST = 16 * 1024 * 1024;

	private static final int SLOTS = 8;

	private LedgerWrite() {
	}

	/**
	 * Whether a write took effect.
	 * @param change what was to be written
	 * @param document the document as it stands now, or its tokens alone
	 * @return true if it did
	 */
	static boolean took(LedgerChange change, Document document) {
		return token(document, change.version() + 1) == change.write();
	}

	/**
	 * Which write made a document what it is.
	 * @param document the document
	 * @return its token, 0 when it is not known any more
	 */
	static long token(Document document) {
		return token(document, LedgerDocuments.number(document, "version"));
	}

	private static long token(Document document, long version) {
		Document tokens = document.get(TOKENS, Document.class);
		return (tokens != null && tokens.get(slot(version)) instanceof Number token) ? token.longValue() : 0;
	}

	/**
	 * The write of a change.
	 * @param change what is added
	 * @param now the present time
	 * @return takes effect where the document is still what the same write made of it
	 */
	static WriteModel<Document> of(LedgerChange change, Instant now) {
		Document set = new Document("version", change.version() + 1)
			.append(BYTES, bytes(change.bytes(), change.inbox()))
			.append("clock", change.clock())
			.append("head", LedgerDocuments.head(change.head()))
			.append("summary", new Document(change.summary()));
		Document unset = new Document();
		setOrUnset("pendingSince", change.pending() ? now : null, set, unset);
		setOrUnset("due", change.due(), set, unset);
		inbox(change.inbox(), set, unset);
		List<Document> entries = change.added().stream().map(LedgerDocuments::entry).toList();
		List<Document> keys = change.keys().stream().map(LedgerDocuments::key).toList();
		if (change.version() == 0) {
			Document inbox = new Document();
			change.inbox().heads().forEach((source, head) -> inbox.append(source.label(), LedgerDocuments.head(head)));
			Document passed = new Document();
			change.inbox().passed().forEach((source, events) -> passed.append(source.label(), events.prints()));
			set.append("_id", change.order())
				.append("published", change.published())
				.append(TOKENS, new Document(slot(1), change.write()))
				.append("inbox", inbox)
				.append("passed", passed)
				.append("entries", entries)
				.append("keys", keys);
			return new InsertOneModel<>(set);
		}
		set.append(TOKENS + "." + slot(change.version() + 1), change.write());
		change.inbox()
			.heads()
			.forEach((source, head) -> set.append("inbox." + source.label(), LedgerDocuments.head(head)));
		change.inbox().passed().forEach((source, events) -> set.append("passed." + source.label(), events.prints()));
		// The relay may have marked more meanwhile.
		Document update = new Document("$set", set).append("$max", new Document("published", change.published()));
		if (!unset.isEmpty()) {
			update.append("$unset", unset);
		}
		Document push = new Document();
		if (!entries.isEmpty()) {
			push.append("entries", new Document("$each", entries));
		}
		if (change.forgetting()) {
			set.append("keys", keys);
		}
		else if (!keys.isEmpty()) {
			push.append("keys", new Document("$each", keys));
		}
		if (!push.isEmpty()) {
			update.append("$push", push);
		}
		return new UpdateOneModel<>(at(change), update);
	}

	private static void inbox(OrderInbox inbox, Document set, Document unset) {
		if (inbox.parked().isEmpty()) {
			unset.append("parked", "");
		}
		else {
			set.append("parked", inbox.parked().stream().map(LedgerDocuments::parked).toList());
		}
		if (!inbox.discarded().isEmpty()) {
			set.append("discarded", inbox.discarded().stream().map(LedgerDocuments::discarded).toList());
		}
	}

	static long bytes(Document document) {
		return (document.get(BYTES) instanceof Number bytes) ? bytes.longValue() : LARGEST;
	}

	/** What a document holds, with what waits in it. */
	static long bytes(long held, OrderInbox inbox) {
		return held + inbox.parked().stream().mapToLong((waits) -> Weight.of(waits.event())).sum();
	}

	private static String slot(long version) {
		return Long.toString(version % SLOTS);
	}

	private static void setOrUnset(String field, @Nullable Instant instant, Document set, Document unset) {
		if (instant != null) {
			set.append(field, Date.from(instant));
		}
		else {
			unset.append(field, "");
		}
	}

	/**
	 * The version alone would do, if no store ever lost what it has acknowledged: a
	 * remembered order must not be taken for another with as many writes.
	 */
	private static Bson at(LedgerChange change) {
		return at(change.order(), change.version(), change.before());
	}

	static Bson at(Ledger ledger) {
		return at(ledger.order(), ledger.version(), ledger.write());
	}

	private static Bson at(String order, long version, long token) {
		Document filter = at(order, version);
		return (token == 0) ? filter : filter.append(TOKENS + "." + slot(version), token);
	}

	/**
	 * What every write sets, so that whoever decided on what was before finds that out.
	 */
	static Document next(long version, long token) {
		return new Document("version", version + 1).append(TOKENS + "." + slot(version + 1), token);
	}

	static Bson at(PublishedMark mark) {
		return at(mark.order(), mark.version()).append("head.hash", mark.head().hash());
	}

	private static Document at(String order, long version) {
		return new Document("_id", order).append("version", version);
	}

}
