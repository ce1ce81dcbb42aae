package io.gendan.logistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.stage.FieldFault;
import org.jspecify.annotations.Nullable;

/** Collects the faults of a command, so that all are told at once. */
final class FieldFaults {

	private final List<FieldFault> faults = new ArrayList<>();

	List<FieldFault> all() {
		return this.faults;
	}

	void add(String field, LogisticsRefusal code, Map<String, Object> facts) {
		this.faults.add(new FieldFault(field, code, facts));
	}

	/** A value that must be there; stands in for it when missing, after telling so. */
	<T> T required(String field, @Nullable T value, T missing) {
		if (value == null) {
			add(field, LogisticsRefusal.FIELD_REQUIRED, Map.of());
			return missing;
		}
		return value;
	}

	String requiredText(String field, @Nullable String text, int max) {
		if (text == null || text.isBlank()) {
			add(field, LogisticsRefusal.FIELD_REQUIRED, Map.of());
			return "";
		}
		return checked(field, text.strip(), max);
	}

	@Nullable String optionalText(String field, @Nullable String text, int max) {
		return (text == null || text.isBlank()) ? null : checked(field, text.strip(), max);
	}

	/** An instant is checked against the order's own story, not only against today. */
	void happened(String field, Instant at, Instant after, LogisticsRefusal before, Instant now, ReportPolicy policy) {
		if (policy.future(at, now)) {
			add(field, LogisticsRefusal.TIME_IN_FUTURE, Map.of("now", now.toString()));
		}
		else if (policy.before(at, after)) {
			add(field, before, Map.of("earliest", after.toString()));
		}
	}

	private String checked(String field, String text, int max) {
		if (text.length() > max) {
			add(field, LogisticsRefusal.TEXT_TOO_LONG, Map.of("max", max));
		}
		else if (text.codePoints().anyMatch((character) -> Character.isISOControl(character) && character != '\n')) {
			add(field, LogisticsRefusal.TEXT_NOT_PRINTABLE, Map.of());
		}
		return text;
	}

}
