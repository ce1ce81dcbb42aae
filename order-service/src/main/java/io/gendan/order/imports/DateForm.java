package io.gendan.order.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.gendan.stage.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * How dates are written in a column. Where the form has a time after the date, a cell may
 * leave the time out. Full-width digits and signs are digits and signs.
 */
final class DateForm {

	/** Longer than any date in any form. */
	private static final int LONGEST = 1000;

	private static final Pattern QUOTED = Pattern.compile("'[^']*'");

	private static final Pattern TIME = Pattern.compile("(?:\\s|,|'T')*[HhKkaBmsSAnN]");

	/** With them every field of a pattern is tried, on a day above 12 and one below. */
	private static final List<ZonedDateTime> SAMPLES = List.of(
			ZonedDateTime.of(2026, 11, 25, 13, 45, 30, 0, ZoneOffset.UTC),
			ZonedDateTime.of(2027, 1, 2, 9, 5, 7, 0, ZoneOffset.UTC));

	private final String pattern;

	private final List<DateTimeFormatter> formatters;

	private DateForm(String pattern, List<DateTimeFormatter> formatters) {
		this.pattern = pattern;
		this.formatters = formatters;
	}

	/**
	 * A form.
	 * @param pattern pattern of {@link DateTimeFormatter}
	 * @return the form, or null if no date that people write can be read with it, such as
	 * {@code YYYY-MM-DD}
	 */
	static @Nullable DateForm of(String pattern) {
		String plain = TypedText.plain(pattern);
		DateTimeFormatter whole = formatter(plain);
		if (whole == null) {
			return null;
		}
		DateTimeFormatter dateOnly = formatter(datePart(plain));
		return new DateForm(pattern, (dateOnly != null) ? List.of(whole, dateOnly) : List.of(whole));
	}

	/** The time a cell names, null if it does not have the form. */
	@Nullable Instant instant(String text, ZoneId zone) {
		TemporalAccessor parsed = parsed(text);
		return (parsed != null) ? time(parsed).atZone(zoneOf(parsed, zone)).toInstant() : null;
	}

	/** The day a cell names, null if it does not have the form. */
	@Nullable LocalDate date(String text) {
		TemporalAccessor parsed = parsed(text);
		return (parsed != null) ? LocalDate.from(parsed) : null;
	}

	@Override
	public String toString() {
		return this.pattern;
	}

	private @Nullable TemporalAccessor parsed(String text) {
		if (text.length() > LONGEST) {
			return null;
		}
		String plain = TypedText.plain(text);
		return this.formatters.stream()
			.flatMap((formatter) -> Stream.ofNullable(parse(formatter, plain)))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable TemporalAccessor parse(DateTimeFormatter formatter, String text) {
		try {
			return formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static LocalDateTime time(TemporalAccessor parsed) {
		return switch (parsed) {
			case ZonedDateTime time -> time.toLocalDateTime();
			case LocalDateTime time -> time;
			default -> LocalDate.from(parsed).atStartOfDay();
		};
	}

	private static ZoneId zoneOf(TemporalAccessor parsed, ZoneId otherwise) {
		return (parsed instanceof ZonedDateTime time) ? time.getZone() : otherwise;
	}

	/**
	 * Strict, so that 31 February is a fault; that needs the year without an era. Null if
	 * the pattern does not read what it writes.
	 */
	private static @Nullable DateTimeFormatter formatter(String pattern) {
		String bare = QUOTED.matcher(pattern).replaceAll("");
		// The day of the year beside a month is a day of the month miswritten.
		if (bare.isBlank() || (bare.contains("D") && (bare.contains("M") || bare.contains("L")))) {
			return null;
		}
		try {
			DateTimeFormatter formatter = DateTimeFormatter.ofPattern(withoutEra(pattern), Locale.ENGLISH)
				.withResolverStyle(ResolverStyle.STRICT);
			boolean timed = TIME.matcher(bare).find();
			return SAMPLES.stream().allMatch((sample) -> reads(formatter, sample, timed)) ? formatter : null;
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			return null;
		}
	}

	private static boolean reads(DateTimeFormatter formatter, ZonedDateTime sample, boolean timed) {
		TemporalAccessor parsed = parse(formatter, formatter.format(sample));
		return parsed != null && LocalDate.from(parsed).equals(sample.toLocalDate())
				&& (!timed || time(parsed).getHour() == sample.getHour());
	}

	private static String withoutEra(String pattern) {
		StringBuilder result = new StringBuilder();
		Matcher quoted = QUOTED.matcher(pattern);
		int from = 0;
		while (quoted.find()) {
			result.append(pattern.substring(from, quoted.start()).replace('y', 'u')).append(quoted.group());
			from = quoted.end();
		}
		return result.append(pattern.substring(from).replace('y', 'u')).toString();
	}

	private static String datePart(String pattern) {
		Matcher time = TIME.matcher(pattern);
		return time.find() ? pattern.substring(0, time.start()) : "";
	}

}
