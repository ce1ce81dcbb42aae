package io.gendan.local.store;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an index says about a collection: for each document the values of some fields,
 * followed by the document's place. It only narrows down; whoever asks still checks each
 * document.
 */
final class Entries {

	private final Table table;

	private final Space space;

	private final List<String> fields;

	private final boolean sparse;

	Entries(Table table, Space space, List<String> fields, boolean sparse) {
		this.table = table;
		this.space = space;
		this.fields = fields;
		this.sparse = sparse;
	}

	List<String> fields() {
		return this.fields;
	}

	/** Whether documents without any of the fields are left out. */
	boolean isSparse() {
		return this.sparse;
	}

	/** Whether its order says nothing about the order of documents. */
	boolean isScattered() {
		return this.space.isScattered();
	}

	boolean isComplete() {
		return this.space.isComplete();
	}

	/** What an earlier attempt may have left goes first. */
	void begin() {
		this.table.change(Change.removeAll(this.space));
		this.table.write();
	}

	void complete() {
		this.space.setComplete();
		this.table.touch(this.space);
		this.table.write();
	}

	/** Says something new about a document; costs nothing when it is the same. */
	void replace(Set<KeyValue> old, Set<KeyValue> updated, Key document) {
		if (old.equals(updated)) {
			return;
		}
		old.forEach((values) -> this.table.change(Change.remove(at(values, document))));
		updated.forEach((values) -> this.table.change(Change.put(at(values, document), document.bytes())));
		if (updated.size() > 1 || !updated.stream().flatMap(KeyValue::stream).allMatch(OrderedBytes::isOrdered)) {
			this.space.setScattered();
			this.table.touch(this.space);
		}
	}

	/** Whether a change of a document may have changed what is said about it. */
	boolean concerns(Document old, Document updated) {
		for (var field : this.fields) {
			if (!Objects.equals(value(old, field), value(updated, field))) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable Object value(Document document, String field) {
		return Utils.getSubdocumentValueCollectionAware(document, field);
	}

	/** Whether the document is one of those left out. */
	boolean leavesOut(Document document) {
		return this.sparse && this.fields.stream().allMatch((field) -> value(document, field) instanceof Missing);
	}

	/** The document that has all these values; null when none has. */
	@Nullable Key first(KeyValue values) {
		var scan = scan(prefix(values.stream().toList()), Range.ALL, false);
		try {
			return scan.next();
		}
		finally {
			scan.pause();
		}
	}

	/** What begins with the prefix and goes on with a value in the range. */
	Scan scan(byte[] prefix, Range following, boolean descending) {
		return this.table.scanIndex(prefix, following, descending);
	}

	/** The beginning of all entries that begin with these values. */
	byte[] prefix(List<?> values) {
		var prefix = new OrderedBytes().raw(this.space.start());
		values.forEach(prefix::value);
		return prefix.toArray();
	}

	private byte[] at(KeyValue values, Key document) {
		return new OrderedBytes().raw(prefix(values.stream().toList())).raw(document.bytes()).toArray();
	}

}
