package io.gendan.messaging.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which rows a list shows: those for which all of it is true.
 *
 * @param values column to the values of which a row has one
 * @param ranges column to the ends between which a row's value lies
 * @param search how the number of a row begins, or one of the columns that are searched
 */
public record ListFilter(Map<String, List<String>> values, Map<String, Range> ranges, @Nullable Search search) {

	/** Every row. */
	public static final ListFilter ALL = new ListFilter(Map.of(), Map.of(), null);

	public ListFilter {
		values = Map.copyOf(values);
		ranges = Map.copyOf(ranges);
	}

	/**
	 * Rows with certain values.
	 * @param values column to the value a row must have
	 * @return the filter
	 */
	public static ListFilter of(Map<String, String> values) {
		Map<String, List<String>> each = new LinkedHashMap<>();
		values.forEach((column, value) -> each.put(column, List.of(value)));
		return new ListFilter(each, Map.of(), null);
	}

	/**
	 * The columns that decide, those that are searched aside.
	 * @return their names
	 */
	public Set<String> columns() {
		Set<String> columns = new LinkedHashSet<>(this.values.keySet());
		columns.addAll(this.ranges.keySet());
		return columns;
	}

	/**
	 * The ends of a range, both included: numbers, or texts such as dates.
	 *
	 * @param from the least value, null for any
	 * @param to the largest value, or the beginning of the largest; null for any
	 */
	public record Range(@Nullable Object from, @Nullable Object to) {
	}

	/**
	 * What is looked for.
	 *
	 * @param beginning how it begins, as typed
	 * @param columns where it is looked for beside the number
	 */
	public record Search(String beginning, List<String> columns) {

		public Search {
			columns = List.copyOf(columns);
		}

	}

}
