package io.gendan.review;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every calendar, start and duration, checked against a clock that is
 * simply watched minute by minute.
 */
class WorkingCalendarPropertyTest {

	private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York",
			"Australia/Lord_Howe", "America/Havana", "UTC");

	static Stream<Named<Long>> seeds() {
		return LongStream.range(0, 60).mapToObj((seed) -> Named.of("seed " + seed, seed));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void itAgreesWithAWatchedClock(long seed) {
		Random random = new Random(seed);
		WorkingCalendar calendar = calendar(random);
		for (int i = 0; i < 10; i++) {
			Instant start = start(random);
			int minutes = 1 + random.nextInt(60 * 40);
			assertThat(calendar.plus(start, Duration.ofMinutes(minutes)))
				.as("%s from %s for %d minutes", calendar, start, minutes)
				.isEqualTo(watched(calendar, start, minutes));
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void workingOnIsTheSameAsWorkingLonger(long seed) {
		Random random = new Random(seed);
		WorkingCalendar calendar = calendar(random);
		Instant start = start(random);
		Duration first = Duration.ofSeconds(1 + random.nextInt(1_000_000));
		Duration second = Duration.ofSeconds(1 + random.nextInt(10_000_000));
		assertThat(calendar.plus(calendar.plus(start, first), second))
			.isEqualTo(calendar.plus(start, first.plus(second)));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatIsWorkedBetweenTwoInstantsIsWhatWasAsked(long seed) {
		Random random = new Random(seed);
		WorkingCalendar calendar = calendar(random);
		Instant start = start(random);
		Duration worked = Duration.ofSeconds(random.nextInt(1_000_000));
		assertThat(calendar.between(start, calendar.plus(start, worked))).isEqualTo(worked);
		assertThat(calendar.between(start, start.minusSeconds(1))).isEqualTo(Duration.ZERO);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whoStartsLaterOrWorksLongerEndsLater(long seed) {
		Random random = new Random(seed);
		WorkingCalendar calendar = calendar(random);
		Instant start = start(random);
		Duration worked = Duration.ofSeconds(1 + random.nextInt(1_000_000));
		Instant end = calendar.plus(start, worked);
		assertThat(calendar.plus(start.plusSeconds(random.nextInt(1_000_000)), worked)).isAfterOrEqualTo(end);
		assertThat(calendar.plus(start, worked.plusSeconds(1))).isAfter(end);
		assertThat(Duration.between(start, end)).isGreaterThanOrEqualTo(worked);
	}

	private static Instant watched(WorkingCalendar calendar, Instant start, int minutes) {
		Instant now = start;
		for (int left = minutes; left > 0; now = now.plusSeconds(60)) {
			ZonedDateTime local = now.atZone(calendar.zone());
			if (isWorkingDay(calendar, local.toLocalDate()) && isWorkingTime(calendar, local.toLocalTime())) {
				left--;
			}
		}
		return now;
	}

	private static boolean isWorkingDay(WorkingCalendar calendar, LocalDate day) {
		return calendar.movedWorkingDays().contains(day)
				|| (calendar.days().contains(day.getDayOfWeek()) && !calendar.holidays().contains(day));
	}

	private static boolean isWorkingTime(WorkingCalendar calendar, LocalTime time) {
		return calendar.hours()
			.stream()
			.anyMatch((interval) -> !time.isBefore(interval.from())
					&& (interval.to().equals(LocalTime.MIDNIGHT) || time.isBefore(interval.to())));
	}

	private static WorkingCalendar calendar(Random random) {
		Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)),
				DayOfWeek.of(1 + random.nextInt(7)));
		List<WorkingHours> hours = new ArrayList<>();
		int minute = random.nextInt(300);
		while (hours.isEmpty() || (minute < 1400 && random.nextInt(3) > 0)) {
			int end = Math.min(1440, minute + 30 + random.nextInt(400));
			hours.add(new WorkingHours(time(minute), time(end)));
			minute = end + 1 + random.nextInt(120);
		}
		Set<LocalDate> holidays = new HashSet<>();
		Set<LocalDate> moved = new HashSet<>();
		for (int i = 0; i < 60; i++) {
			LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
			if (holidays.contains(day) || moved.contains(day)) {
				continue;
			}
			(random.nextBoolean() ? holidays : moved).add(day);
		}
		return new WorkingCalendar(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), days, hours, holidays, moved);
	}

	private static LocalTime time(int minuteOfDay) {
		return LocalTime.ofSecondOfDay((minuteOfDay % 1440) * 60L);
	}

	/** Often near the nights on which clocks change. */
	private static Instant start(Random random) {
		List<String> changes = List.of("2026-03-08T00:00:00Z", "2026-03-29T00:00:00Z", "2026-04-04T00:00:00Z",
				"2026-10-03T00:00:00Z", "2026-10-25T00:00:00Z", "2026-11-01T00:00:00Z");
		Instant day = random.nextBoolean() ? Instant.parse(changes.get(random.nextInt(changes.size())))
				: Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(365)));
		return day.plus(Duration.ofMinutes(random.nextInt(2880) - 1440));
	}

}
