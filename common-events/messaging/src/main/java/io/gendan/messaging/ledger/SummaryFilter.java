package io.gendan.messaging.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.mongodb.client.model.Filters;
import io.gendan.messaging.query.ListFilter;
import io.gendan.stage.StreamKind;
import io.gendan.stage.Visibility;
import org.bson.conversions.Bson;

/** What a list is filtered by, as a query on summary fields. */
final class SummaryFilter {

	private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

	/** Behind everything that goes on after a date. */
	private static final String LAST = "\uFFFF";

	private SummaryFilter() {
	}

	/**
	 * The filter.
	 * @param kind what is listed
	 * @param filter which rows
	 * @param visibility whose orders may be found
	 * @return a query
	 */
	static Bson of(StreamKind kind, ListFilter filter, Visibility visibility) {
		List<Bson> conditions = new ArrayList<>();
		conditions.add(Filters.exists("summary.state"));
		filter.values().forEach((column, values) -> conditions.add(Filters.in(field(column), meanings(values))));
		filter.ranges().forEach((column, range) -> {
			if (range.from() != null) {
				conditions.add(Filters.gte(field(column), range.from()));
			}
			if (range.to() != null) {
				conditions
					.add(Filters.lte(field(column), (range.to() instanceof String text) ? text + LAST : range.to()));
			}
		});
		ListFilter.Search search = filter.search();
		if (search != null) {
			List<Bson> places = new ArrayList<>();
			places.add(begins("_id", kind.subject(search.beginning())));
			search.columns().forEach((column) -> places.add(begins(field(column), search.beginning())));
			conditions.add(Filters.or(places));
		}
		if (!visibility.everything()) {
			conditions.add(theirs(visibility));
		}
		return Filters.and(conditions);
	}

	static String field(String column) {
		return "summary." + column;
	}

	private static Bson begins(String field, String text) {
		return Filters.and(Filters.gte(field, text), Filters.lt(field, next(text)));
	}

	/** The least text behind all that begin with this one, by characters or by bytes. */
	private static String next(String text) {
		int last = text.codePointBefore(text.length());
		int next = (last == Character.MIN_SURROGATE - 1) ? Character.MAX_SURROGATE + 1 : last + 1;
		return text.substring(0, text.length() - Character.charCount(last))
				+ Character.toString(Math.min(next, Character.MAX_CODE_POINT));
	}

	/** {@link Visibility#admits} as a query. */
	private static Bson theirs(Visibility visibility) {
		Bson served = Filters.in("summary." + LedgerStore.CUSTOMER, visibility.customers());
		return (visibility.enteredBy() == null) ? served
				: Filters.or(served, Filters.eq("summary." + LedgerStore.ENTERED_BY, visibility.enteredBy()));
	}

	/** A filter comes as text; the field may be a text, a number or a boolean. */
	private static List<Object> meanings(List<String> values) {
		List<Object> meanings = new ArrayList<>();
		for (String value : values) {
			meanings.add(value);
			if (value.equals("true") || value.equals("false")) {
				meanings.add(Boolean.valueOf(value));
			}
			else if (WHOLE_NUMBER.matcher(value).matches()) {
				meanings.add(Long.valueOf(value));
			}
		}
		return meanings;
	}

}
