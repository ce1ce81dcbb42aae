package io.gendan.contract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The times and numbers an event may carry. What lies outside is no event: a reader who
 * computes with it would run out of the range of his own numbers. The range is fixed, so
 * that a replay judges as the first reading did.
 */
public final class EventRange {

	/**
	 * The first instant an event may tell of. Two instants of the range are less than 292
	 * years apart, so that nanoseconds between them fit into 64 bits.
	 */
	public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

	/** The last instant an event may tell of. */
	public static final Instant LATEST = Instant.parse("2199-12-31T23:59:59.999999999Z");

	/**
	 * The largest sequence and clock, 2^53 - 1: every language has it exactly.
	 */
	public static final long LARGEST = (1L << 53) - 1;

	private static final DateTimeFormatter NINE_DIGITS = DateTimeFormatter
		.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private EventRange() {
	}

	/**
	 * Whether an event may tell of an instant.
	 * @param time an instant
	 * @return true if it lies in the range
	 */
	public static boolean holds(Instant time) {
		return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
	}

	/**
	 * The Lamport clock after another. It stops at the end of the range: from there on an
	 * order is no longer sorted by cause, but nobody is sent what he must refuse.
	 * @param clock highest clock seen
	 * @return one more, at most {@link #LARGEST}
	 */
	public static long after(long clock) {
		return Math.min(clock, LARGEST - 1) + 1;
	}

	/**
	 * An instant as {@code ce_time} writes it: in UTC, always with nine fraction digits,
	 * so that texts sort as the instants do.
	 */
	static String text(Instant time) {
		return NINE_DIGITS.format(time);
	}

	/**
	 * The instant of a text.
	 * @throws IllegalArgumentException if it lies outside the range
	 * @throws java.time.DateTimeException if it is no instant
	 */
	static Instant time(String text) {
		Instant time = OffsetDateTime.parse(text).toInstant();
		if (!holds(time)) {
			throw new IllegalArgumentException("not from %s to %s".formatted(EARLIEST, LATEST));
		}
		return time;
	}

	/**
	 * The sequence or clock of a text.
	 * @throws IllegalArgumentException if it is no number, or lies outside the range
	 */
	static long number(String text) {
		long number = Long.parseLong(text);
		if (number < 1 || number > LARGEST) {
			throw new IllegalArgumentException("not from 1 to %d".formatted(LARGEST));
		}
		return number;
	}

}
