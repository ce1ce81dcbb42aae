package io.gendan.messaging.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListFormat;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.Column;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for: a controller method takes it as an argument. All of it
 * has been checked against the columns of the stage.
 *
 * @param filter which rows
 * @param sort in which order
 * @param after the row after which the page starts, null for the first page
 * @param limit rows at the most
 * @param format null for a page, else what all rows are exported as
 * @param shown the columns that an export has
 */
public record ListQuery(ListFilter filter, ListSort sort, @Nullable ListPosition after, int limit,
		@Nullable ListFormat format, List<Column> shown) {

	public ListQuery {
		shown = List.copyOf(shown);
	}

	/**
	 * The columns that decide which rows come, or in which order.
	 * @return their names
	 */
	public Set<String> columns() {
		Set<String> columns = new LinkedHashSet<>(this.filter.columns());
		if (this.sort.column() != null) {
			columns.add(this.sort.column());
		}
		return columns;
	}

}
