package io.gendan.local.store;

import java.util.Collection;
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

	private final List<Path> paths;

	private final boolean sparse;

	Entries(Table table, Space space, List<String> fields, boolean sparse) {
		this.table = table;
		this.space = space;
		this.fields = fields;
		this.paths = fields.stream().map(Path::of).toList();
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
		for (var path : this.paths) {
			if (!Objects.equals(value(old, path), value(updated, path))) {
				return true;
			}
		}
		return false;
	}

	/** The library splits the path with a regular expression for every single look. */
	private static @Nullable Object value(Document document, Path path) {
		Object value = document;
		for (var name : path.names()) {
			if (!(value instanceof Document inner)) {
				return (value instanceof Collection) ? Utils.getSubdocumentValueCollectionAware(document, path.field())
						: Missing.getInstance();
			}
			value = inner.containsKey(name) ? inner.get(name) : Missing.getInstance();
		}
		return value;
	}

	/** A field and the names that lead to it. */
	private record Path(String field, List<String> names) {

		static Path of(String field) {
			return new Path(field, List.of(field.split("\\.")));
		}

	}

	/** Whether the document is one of those left out. */
	boolean leavesOut(Document document) {
		return this.sparse && this.paths.stream().allMatch((path) -> value(document, path) instanceof Missing);
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
