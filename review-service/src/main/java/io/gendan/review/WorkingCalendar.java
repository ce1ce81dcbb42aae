package io.gendan.review;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * When people work: it turns working hours into instants (REV-1). All of it is data.
 *
 * @param zone where they work
 * @param days working days of an ordinary week, at least one
 * @param hours working hours of a working day, at least one interval, none overlapping
 * @param holidays days off that would be working days
 * @param movedWorkingDays working days that would be days off (调休)
 */
record WorkingCalendar(ZoneId zone, Set<DayOfWeek> days, List<WorkingHours> hours, Set<LocalDate> holidays,
		Set<LocalDate> movedWorkingDays) {

	/**
	 * Checks the data, so that every sum ends.
	 * @throws IllegalArgumentException if nobody ever works, or hours or days contradict
	 * each other
	 */
	WorkingCalendar {
		days = Set.copyOf(days);
		hours = hours.stream().sorted(Comparator.comparing(WorkingHours::from)).toList();
		holidays = Set.copyOf(holidays);
		movedWorkingDays = Set.copyOf(movedWorkingDays);
		if (days.isEmpty() || hours.isEmpty()) {
			throw new IllegalArgumentException("A week needs a working day and a working day needs hours");
		}
		for (int i = 1; i < hours.size(); i++) {
			if (hours.get(i - 1).overlaps(hours.get(i))) {
				throw new IllegalArgumentException(
						"Working hours %s and %s overlap".formatted(hours.get(i - 1), hours.get(i)));
			}
		}
		for (LocalDate day : movedWorkingDays) {
			if (holidays.contains(day)) {
				throw new IllegalArgumentException("%s is both a holiday and a working day".formatted(day));
			}
		}
	}

	/**
	 * Whether people work on a day.
	 * @param day a day in the calendar's zone
	 * @return true on working days
	 */
	boolean works(LocalDate day) {
		if (this.movedWorkingDays.contains(day)) {
			return true;
		}
		return this.days.contains(day.getDayOfWeek()) && !this.holidays.contains(day);
	}

	/**
	 * The first instant at which so much has been worked. Work that ends with the day
	 * ends on that day, not on the next morning.
	 * @param start from when
	 * @param worked working time, zero or more
	 * @return the instant, {@code start} itself for zero
	 * @throws IllegalArgumentException if {@code worked} is negative
	 */
	Instant plus(Instant start, Duration worked) {
		if (worked.isNegative()) {
			throw new IllegalArgumentException("Working time does not run backwards: " + worked);
		}
		if (worked.isZero()) {
			return start;
		}
		Duration left = worked;
		for (LocalDate day = start.atZone(this.zone).toLocalDate();; day = day.plusDays(1)) {
			for (Span span : spans(day)) {
				Instant from = later(start, span.from());
				Duration available = Duration.between(from, span.to());
				if (available.compareTo(left) >= 0) {
					return from.plus(left);
				}
				if (available.isPositive()) {
					left = left.minus(available);
				}
			}
		}
	}

	/**
	 * How much is worked between two instants.
	 * @param from the earlier instant
	 * @param to the later instant
	 * @return working time, zero if {@code to} is not later
	 */
	Duration between(Instant from, Instant to) {
		Duration worked = Duration.ZERO;
		LocalDate last = to.atZone(this.zone).toLocalDate();
		for (LocalDate day = from.atZone(this.zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
			for (Span span : spans(day)) {
				Duration part = Duration.between(later(from, span.from()), earlier(to, span.to()));
				worked = part.isPositive() ? worked.plus(part) : worked;
			}
		}
		return worked;
	}

	/**
	 * The working hours of a day in the order in which they pass. Where the clock is put
	 * forward, skipped hours are not worked; where it is put back, repeated hours are
	 * worked twice.
	 */
	private List<Span> spans(LocalDate day) {
		if (!works(day)) {
			return List.of();
		}
		List<Span> spans = new ArrayList<>();
		Instant dayEnds = day.plusDays(1).atStartOfDay(this.zone).toInstant();
		Instant from = day.atStartOfDay(this.zone).toInstant();
		while (from.isBefore(dayEnds)) {
			ZoneOffsetTransition change = this.zone.getRules().nextTransition(from);
			Instant to = (change != null && change.getInstant().isBefore(dayEnds)) ? change.getInstant() : dayEnds;
			ZoneOffset offset = this.zone.getRules().getOffset(from);
			for (WorkingHours interval : this.hours) {
				spans.add(new Span(later(from, interval.begin(day, offset)), earlier(to, interval.end(day, offset))));
			}
			from = to;
		}
		return spans;
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	/** From and to; nothing passes in it when it ends before it begins. */
	private record Span(Instant from, Instant to) {
	}

}
