package io.gendan.messaging.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of summaries in an order that an index has, so that a page costs what it
 * shows. Rows without a value have no place in such an index; they follow by themselves.
 */
final class SummaryPages {

	private static final String ID = "_id";

	private final MongoCollection<Document> collection;

	private final Set<String> numbers;

	/**
	 * Pages of a collection.
	 * @param collection ledgers
	 * @param numbers columns whose values are numbers; those of all others are texts
	 */
	SummaryPages(MongoCollection<Document> collection, Set<String> numbers) {
		this.collection = collection;
		this.numbers = Set.copyOf(numbers);
	}

	/**
	 * A page.
	 * @param rows which rows
	 * @param valuesOnly whether no row without a value can be among them
	 * @param sort in which order
	 * @param id key of the row after which the page starts, null for the first page
	 * @param after that row
	 * @param limit rows at the most
	 * @return documents with their summaries
	 */
	List<Document> page(Bson rows, boolean valuesOnly, ListSort sort, @Nullable String id, @Nullable ListPosition after,
			int limit) {
		String column = sort.column();
		if (column == null) {
			return found(List.of(rows), (id != null) ? behind(ID, id, sort) : null, sort, List.of(ID), limit);
		}
		String field = SummaryFilter.field(column);
		List<Document> page = new ArrayList<>();
		boolean valued = after == null || after.value() != null;
		if (valued) {
			Object value = (after != null) ? after.value() : null;
			// What the index must begin with, and what is behind the row itself.
			Bson present = Filters.gte(field, this.numbers.contains(column) ? Integer.valueOf(0) : "");
			page.addAll(found(List.of(rows, present),
					(value == null || id == null) ? null
							: Filters.and(notBefore(field, value, sort),
									Filters.or(behind(field, value, sort),
											Filters.and(Filters.eq(field, value), behind(ID, id, sort)))),
					sort, List.of(field, ID), limit));
		}
		if (page.size() < limit && !valuesOnly) {
			page.addAll(found(List.of(rows, Filters.exists(field, false)),
					(valued || id == null) ? null : behind(ID, id, sort), sort, List.of(ID), limit - page.size()));
		}
		return page;
	}

	private List<Document> found(List<Bson> rows, @Nullable Bson behind, ListSort sort, List<String> order, int limit) {
		List<Bson> conditions = new ArrayList<>();
		// The narrowest first.
		if (behind != null) {
			conditions.add(behind);
		}
		conditions.addAll(rows);
		return this.collection.find(Filters.and(conditions))
			.projection(Projections.include("summary"))
			.sort(sort.descending() ? Sorts.descending(order) : Sorts.ascending(order))
			.limit(limit)
			.batchSize(limit)
			.into(new ArrayList<>());
	}

	private static Bson behind(String field, Object value, ListSort sort) {
		return sort.descending() ? Filters.lt(field, value) : Filters.gt(field, value);
	}

	private static Bson notBefore(String field, Object value, ListSort sort) {
		return sort.descending() ? Filters.lte(field, value) : Filters.gte(field, value);
	}

}
