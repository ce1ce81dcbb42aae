package io.gendan.messaging.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.mongodb.client.model.Filters;
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
	 * @param after order number after which the page starts, null for the first page
	 * @return a query
	 */
	static Bson of(Map<String, String> filter, @Nullable String after) {
		List<Bson> conditions = new ArrayList<>();
		conditions.add(Filters.exists("summary.state"));
		filter.forEach((field, value) -> conditions.add(Filters.in("summary." + field, meanings(value))));
		if (after != null) {
			conditions.add(Filters.gt("_id", after));
		}
		return Filters.and(conditions);
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
