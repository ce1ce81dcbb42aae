package io.gendan.order.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import org.jspecify.annotations.Nullable;

/** Checks a mapping in full before any file is read with it. */
final class MappingCheck {

	private static final String DATE_FORMAT = "yyyy-MM-dd HH:mm:ss";

	/** No order waits longer than ten years. */
	private static final int MAX_DAYS = 3650;

	private final List<FieldFault> faults = new ArrayList<>();

	private MappingCheck() {
	}

	/**
	 * Checks a mapping.
	 * @param mapping as it was sent
	 * @return the mapping, ready to use
	 * @throws RefusedException with all its faults
	 */
	static ColumnMapping check(ImportMapping mapping) {
		MappingCheck check = new MappingCheck();
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
		Map<ImportField, Pattern> extract = new EnumMap<>(ImportField.class);
		fields("extract", mapping.extract()).forEach((field, regex) -> {
			Pattern pattern = pattern("extract." + field.key(), regex);
			if (pattern != null) {
				extract.put(field, pattern);
			}
		});
		cycle.forEach((field, values) -> {
			if (values.isEmpty()) {
				invalid("cycle." + field.key(), "[]");
			}
		});
		for (ImportField field : ImportField.values()) {
			boolean mapped = columns.containsKey(field)
					|| (field != ImportField.NUMBER && (constants.containsKey(field) || cycle.containsKey(field)));
			if (field.required() && !mapped) {
				this.faults.add(new FieldFault("mapping.columns." + field.key(), ImportRefusal.MAPPING_FIELD_MISSING,
						Map.of("field", field.key())));
			}
		}
		boolean delivery = columns.containsKey(ImportField.REQUESTED_DELIVERY)
				|| constants.containsKey(ImportField.REQUESTED_DELIVERY) || mapping.deliveryDays() != null;
		if (!delivery) {
			this.faults.add(new FieldFault("mapping.deliveryDays", ImportRefusal.MAPPING_FIELD_MISSING,
					Map.of("field", ImportField.REQUESTED_DELIVERY.key())));
		}
		if (mapping.deliveryDays() != null && (mapping.deliveryDays() < 0 || mapping.deliveryDays() > MAX_DAYS)) {
			invalid("deliveryDays", mapping.deliveryDays().toString());
		}
		String dateFormat = Objects.requireNonNullElse(mapping.dateFormat(), DATE_FORMAT);
		return new ColumnMapping(columns, constants, cycle, extract,
				Objects.requireNonNullElse(mapping.countryNames(), Map.of()), dateFormat, dates(dateFormat),
				zone(mapping.zone()), mapping.deliveryDays(), charset(mapping.charset()),
				delimiter(mapping.delimiter()), Objects.requireNonNullElse(mapping.orderNumberPrefix(), ""),
				Objects.requireNonNullElse(mapping.cancellationPrefix(), ""),
				(mapping.serviceItems() != null) ? pattern("serviceItems", mapping.serviceItems()) : null);
	}

	private <V> Map<ImportField, V> fields(String part, @Nullable Map<String, V> given) {
		Map<ImportField, V> fields = new EnumMap<>(ImportField.class);
		if (given != null) {
			given.forEach((key, value) -> {
				ImportField field = ImportField.ofKey(key);
				if (field == null) {
					this.faults.add(new FieldFault("mapping." + part + "." + key, ImportRefusal.MAPPING_FIELD_UNKNOWN,
							Map.of("field", key)));
				}
				else if (value == null) {
					invalid(part + "." + key, "null");
				}
				else {
					fields.put(field, value);
				}
			});
		}
		return fields;
	}

	private @Nullable Pattern pattern(String path, String regex) {
		try {
			return Pattern.compile(regex);
		}
		catch (IllegalArgumentException ex) {
			invalid(path, regex);
			return null;
		}
	}

	/** Strict, so that 31 February is a fault; that needs the year without an era. */
	private DateTimeFormatter dates(String pattern) {
		try {
			return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
				.withResolverStyle(ResolverStyle.STRICT);
		}
		catch (IllegalArgumentException ex) {
			invalid("dateFormat", pattern);
			return DateTimeFormatter.ISO_DATE;
		}
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
			return Charset.forName(charset);
		}
		catch (IllegalArgumentException ex) {
			invalid("charset", charset);
			return StandardCharsets.UTF_8;
		}
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

	private void invalid(String path, String value) {
		this.faults.add(new FieldFault("mapping." + path, ImportRefusal.MAPPING_VALUE_INVALID, Map.of("value", value)));
	}

}
