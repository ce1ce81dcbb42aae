package io.gendan.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A query under way: which documents are still to be looked at, and what counts. */
final class Search {

	private static final int MOST_BYTES = 4 * 1024 * 1024;

	private static final int AT_A_TIME = 1000;

	private final Table table;

	private final Positions positions;

	private final Predicate<Document> query;

	private int toSkip;

	private int toCome;

	private @Nullable Key upcoming;

	Search(Table table, Positions positions, Predicate<Document> query, int skip, int limit) {
		this.table = table;
		this.positions = positions;
		this.query = query;
		this.toSkip = skip;
		this.toCome = (limit > 0) ? limit : Integer.MAX_VALUE;
	}

	/** The next document; null at the end. */
	@Nullable Found next() {
		while (!isEmpty() && this.upcoming != null) {
			var key = this.upcoming;
			this.upcoming = null;
			var stored = this.table.read(key);
			if (stored != null && this.query.test(stored.document()) && this.toSkip-- <= 0) {
				this.toCome--;
				return new Found(key, stored.document(), stored.size());
			}
		}
		this.positions.pause();
		return null;
	}

	/** Whether there is nothing more to look at. */
	boolean isEmpty() {
		if (this.toCome > 0 && this.upcoming == null) {
			this.upcoming = this.positions.next();
			this.toCome = (this.upcoming != null) ? this.toCome : 0;
		}
		return this.toCome == 0;
	}

	/** So many documents at most, and not many bytes more than are good at a time. */
	List<Found> take(int most) {
		var taken = new ArrayList<Found>();
		int bytes = 0;
		var found = next();
		while (found != null) {
			taken.add(found);
			bytes += found.size();
			found = (taken.size() < most && bytes < MOST_BYTES) ? next() : null;
		}
		isEmpty();
		this.positions.pause();
		return taken;
	}

	/** So many as are good at a time. */
	List<Found> take() {
		return take(AT_A_TIME);
	}

	/** All documents, read in parts when they are asked for. */
	Stream<Found> stream() {
		return Stream.generate(this::take).takeWhile((part) -> !part.isEmpty()).flatMap(List::stream);
	}

	/**
	 * A document that counts.
	 *
	 * @param key where it lies
	 * @param document its fields
	 * @param size bytes it takes
	 */
	record Found(Key key, Document document, int size) {
	}

}
