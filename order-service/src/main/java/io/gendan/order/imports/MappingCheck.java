package io.gendan.order.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import org.jspecify.annotations.Nullable;

/** Checks a mapping in full before any file is read with it. */
final class MappingCheck {

	private static final String DATE_FORMAT = "yyyy-MM-dd HH:mm:ss";

	private static final DateForm DATE_FORM = Objects.requireNonNull(DateForm.of(DATE_FORMAT));

	/** The options that files of customers and products have. */
	private static final String REGISTER_OPTIONS = "note, columns, constants, cycle, extract, countryNames, "
			+ "decimalSeparator, groupingSeparator, charset, delimiter";

	private static final String DECIMAL_SIGNS = ".,";

	private static final String GROUPING_SIGNS = "., '\u00A0\u202F\u2019";

	/** Longer than any text of an order. */
	private static final int LONGEST = 4000;

	/** Longer than any name of a column that people give; it stands in every fault. */
	private static final int LONGEST_NAME = 200;

	private static final int SHOWN = 100;

	/** No order waits longer than ten years. */
	private static final int MAX_DAYS = 3650;

	private final ImportKind kind;

	private final List<FieldFault> faults = new ArrayList<>();

	private MappingCheck(ImportKind kind) {
		this.kind = kind;
	}

	/**
	 * Checks a mapping.
	 * @param kind what the file holds
	 * @param mapping as it was sent
	 * @return the mapping, ready to use
	 * @throws RefusedException with all its faults
	 */
	static ColumnMapping check(ImportKind kind, ImportMapping mapping) {
		MappingCheck check = new MappingCheck(kind);
		ColumnMapping checked = check.mapping(mapping);
		if (!check.faults.isEmpty()) {
			throw new RefusedException(
					new Refusal(ImportRefusal.IMPORT_INVALID, Map.of("count", check.faults.size()), check.faults));
		}
		return checked;
	}

	private ColumnMapping mapping(ImportMapping mapping) {
		Map<ImportField, String> columns = fields("columns", mapping.columns());
		Map<ImportField, String> constants = fields("constants", mapping.constants());
		Map<ImportField, List<String>> cycle = fields("cycle", mapping.cycle());
		constants.forEach((field, value) -> {
			if (value.length() > LONGEST) {
				invalid("constants." + field.key(), value);
			}
		});
		columns.forEach((field, name) -> name("columns." + field.key(), name));
		Map<ImportField, CellPattern> extract = new TreeMap<>(Comparator.comparingInt(ImportField::ordinal));
		fields("extract", mapping.extract()).forEach((field, regex) -> {
			CellPattern pattern = pattern("extract." + field.key(), regex);
			if (pattern != null) {
				extract.put(field, pattern);
			}
		});
		cycle.forEach((field, values) -> {
			if (values.isEmpty()) {
				invalid("cycle." + field.key(), "[]");
			}
		});
		for (ImportField field : this.kind.fields()) {
			boolean mapped = columns.containsKey(field)
					|| (field != this.kind.number() && (constants.containsKey(field) || cycle.containsKey(field)));
			if (field.required() && !mapped) {
				this.faults.add(new FieldFault("mapping.columns." + field.key(), ImportRefusal.MAPPING_FIELD_MISSING,
						Map.of("field", field.key())));
			}
		}
		if (this.kind == ImportKind.ORDERS) {
			checkDelivery(mapping, columns, constants);
		}
		else {
			refuseOrdersOnly(mapping);
		}
		return new ColumnMapping(this.kind, columns, constants, cycle, extract,
				Objects.requireNonNullElse(mapping.countryNames(), Map.of()), dates(mapping), zone(mapping.zone()),
				numbers(mapping), mapping.deliveryDays(), charset(mapping.charset()), delimiter(mapping.delimiter()),
				name("orderNumberPrefix", Objects.requireNonNullElse(mapping.orderNumberPrefix(), "")),
				name("cancellationPrefix", Objects.requireNonNullElse(mapping.cancellationPrefix(), "")),
				(mapping.serviceItems() != null) ? pattern("serviceItems", mapping.serviceItems()) : null);
	}

	private void checkDelivery(ImportMapping mapping, Map<ImportField, String> columns,
			Map<ImportField, String> constants) {
		boolean delivery = columns.containsKey(OrderField.REQUESTED_DELIVERY)
				|| constants.containsKey(OrderField.REQUESTED_DELIVERY) || mapping.deliveryDays() != null;
		if (!delivery) {
			this.faults.add(new FieldFault("mapping.deliveryDays", ImportRefusal.MAPPING_FIELD_MISSING,
					Map.of("field", OrderField.REQUESTED_DELIVERY.key())));
		}
		if (mapping.deliveryDays() != null && (mapping.deliveryDays() < 0 || mapping.deliveryDays() > MAX_DAYS)) {
			invalid("deliveryDays", mapping.deliveryDays().toString());
		}
	}

	/** An option that would change nothing is a mistake. */
	private void refuseOrdersOnly(ImportMapping mapping) {
		refuse("dateFormat", mapping.dateFormat());
		refuse("dateFormats", mapping.dateFormats());
		refuse("zone", mapping.zone());
		refuse("deliveryDays", mapping.deliveryDays());
		refuse("orderNumberPrefix", mapping.orderNumberPrefix());
		refuse("cancellationPrefix", mapping.cancellationPrefix());
		refuse("serviceItems", mapping.serviceItems());
	}

	private void refuse(String option, @Nullable Object given) {
		if (given != null) {
			this.faults.add(new FieldFault("mapping." + option, ImportRefusal.MAPPING_OPTION_UNKNOWN,
					Map.of("option", option, "known", REGISTER_OPTIONS)));
		}
	}

	private <V> Map<ImportField, V> fields(String part, @Nullable Map<String, V> given) {
		Map<ImportField, V> fields = new TreeMap<>(Comparator.comparingInt(ImportField::ordinal));
		if (given != null) {
			given.forEach((key, value) -> {
				ImportField field = this.kind.ofKey(key);
				if (field == null) {
					this.faults
						.add(new FieldFault("mapping." + part + "." + shown(key), ImportRefusal.MAPPING_FIELD_UNKNOWN,
								Map.of("field", shown(key), "known", this.kind.known())));
				}
				else if (value == null) {
					invalid(part + "." + field.key(), "null");
				}
				else {
					fields.put(field, value);
				}
			});
		}
		return fields;
	}

	private @Nullable CellPattern pattern(String path, String regex) {
		CellPattern pattern = CellPattern.of(regex);
		if (pattern == null) {
			this.faults.add(new FieldFault("mapping." + path, ImportRefusal.MAPPING_PATTERN_INVALID,
					Map.of("value", shown(regex))));
		}
		return pattern;
	}

	private Map<ImportField, DateForm> dates(ImportMapping mapping) {
		if (this.kind != ImportKind.ORDERS) {
			return Map.of();
		}
		DateForm form = (mapping.dateFormat() != null) ? date("dateFormat", mapping.dateFormat()) : DATE_FORM;
		Map<ImportField, DateForm> forms = new TreeMap<>(Comparator.comparingInt(ImportField::ordinal));
		forms.put(OrderField.RECEIVED_AT, form);
		forms.put(OrderField.REQUESTED_DELIVERY, form);
		fields("dateFormats", mapping.dateFormats()).forEach((field, pattern) -> {
			String path = "dateFormats." + field.key();
			if (forms.containsKey(field)) {
				forms.put(field, date(path, pattern));
			}
			else {
				invalid(path, field.key());
			}
		});
		return forms;
	}

	private DateForm date(String path, String pattern) {
		DateForm form = (pattern.length() <= LONGEST_NAME) ? DateForm.of(pattern) : null;
		if (form == null) {
			this.faults.add(new FieldFault("mapping." + path, ImportRefusal.DATE_PATTERN_INVALID,
					Map.of("value", shown(pattern))));
			return DATE_FORM;
		}
		return form;
	}

	private NumberForm numbers(ImportMapping mapping) {
		String given = mapping.decimalSeparator();
		char decimal = sign("decimalSeparator", (given != null) ? given : ".", DECIMAL_SIGNS);
		String groups = mapping.groupingSeparator();
		if (groups == null) {
			return new NumberForm(decimal, (given == null) ? null : Character.valueOf((decimal == ',') ? '.' : ','));
		}
		if (groups.isEmpty()) {
			return new NumberForm(decimal, null);
		}
		char grouping = sign("groupingSeparator", groups, GROUPING_SIGNS);
		if (grouping == decimal) {
			invalid("groupingSeparator", groups);
		}
		return new NumberForm(decimal, switch (grouping) {
			case '\u00A0', '\u202F' -> ' ';
			case '\u2019' -> '\'';
			default -> grouping;
		});
	}

	private char sign(String option, String given, String allowed) {
		if (given.length() != 1 || !allowed.contains(given)) {
			invalid(option, given);
			return allowed.charAt(0);
		}
		return given.charAt(0);
	}

	private ZoneId zone(@Nullable String zone) {
		if (zone == null) {
			return ZoneOffset.UTC;
		}
		try {
			return ZoneId.of(zone);
		}
		catch (DateTimeException ex) {
			invalid("zone", zone);
			return ZoneOffset.UTC;
		}
	}

	private Charset charset(@Nullable String charset) {
		if (charset == null) {
			return StandardCharsets.UTF_8;
		}
		try {
			Charset known = Charset.forName(charset);
			// What is refused is written again in the encoding of the file.
			if (known.canEncode()) {
				return known;
			}
		}
		catch (IllegalArgumentException ex) {
			// Not known here.
		}
		invalid("charset", charset);
		return StandardCharsets.UTF_8;
	}

	private char delimiter(@Nullable String delimiter) {
		if (delimiter == null) {
			return ',';
		}
		if (delimiter.length() != 1 || "\r\n\"".contains(delimiter)) {
			invalid("delimiter", delimiter);
			return ',';
		}
		return delimiter.charAt(0);
	}

	private String name(String path, String name) {
		if (name.length() > LONGEST_NAME) {
			invalid(path, name);
		}
		return name;
	}

	private void invalid(String path, String value) {
		this.faults
			.add(new FieldFault("mapping." + path, ImportRefusal.MAPPING_VALUE_INVALID, Map.of("value", shown(value))));
	}

	private static String shown(String value) {
		return (value.length() <= SHOWN) ? value : value.substring(0, SHOWN) + "…";
	}

}
