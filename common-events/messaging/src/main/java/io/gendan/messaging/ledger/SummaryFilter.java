package io.gendan.messaging.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.mongodb.client.model.Filters;
import io.gendan.stage.Visibility;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a list is filtered by: summary fields and the place where the page starts. */
final class SummaryFilter {

	private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

	private SummaryFilter() {
	}

	/**
	 * The filter.
	 * @param filter summary field to the text it must have
	 * @param visibility whose orders may be found
	 * @param after order number after which the page starts, null for the first page
	 * @return a query
	 */
	static Bson of(Map<String, String> filter, Visibility visibility, @Nullable String after) {
		List<Bson> conditions = new ArrayList<>();
		conditions.add(Filters.exists("summary.state"));
		filter.forEach((field, value) -> conditions.add(Filters.in("summary." + field, meanings(value))));
		if (!visibility.everything()) {
			conditions.add(theirs(visibility));
		}
		if (after != null) {
			conditions.add(Filters.gt("_id", after));
		}
		return Filters.and(conditions);
	}

	/** {@link Visibility#admits} as a query. */
	private static Bson theirs(Visibility visibility) {
		Bson served = Filters.in("summary." + LedgerStore.CUSTOMER, visibility.customers());
		return (visibility.enteredBy() == null) ? served
				: Filters.or(served, Filters.eq("summary." + LedgerStore.ENTERED_BY, visibility.enteredBy()));
	}

	/** A filter comes as text; the field may be a text, a number or a boolean. */
	private static List<Object> meanings(String value) {
		List<Object> meanings = new ArrayList<>();
		meanings.add(value);
		if (value.equals("true") || value.equals("false")) {
			meanings.add(Boolean.valueOf(value));
		}
		else if (WHOLE_NUMBER.matcher(value).matches()) {
			meanings.add(Long.valueOf(value));
		}
		return meanings;
	}

}
