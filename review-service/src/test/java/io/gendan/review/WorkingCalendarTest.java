package io.gendan.review;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Working hours by example (REV-1). */
class WorkingCalendarTest {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

	@ParameterizedTest(name = "{0} + {1} = {2}")
	@CsvSource(textBlock = """
			2026-03-02T10:00, PT0S,    2026-03-02T10:00
			2026-03-01T03:00, PT0S,    2026-03-01T03:00
			2026-03-02T09:00, PT3H,    2026-03-02T12:00
			2026-03-02T09:00, PT3H1S,  2026-03-02T13:00:01
			2026-03-02T10:00, PT4H,    2026-03-02T15:00
			2026-03-02T12:30, PT4H,    2026-03-02T17:00
			2026-03-02T07:00, PT4H,    2026-03-02T14:00
			2026-03-02T15:00, PT4H,    2026-03-03T10:00
			2026-03-02T10:00, PT7H,    2026-03-02T18:00
			2026-03-02T18:00, PT0.001S,   2026-03-03T09:00:00.001
			2026-03-02T23:59, PT1H,    2026-03-03T10:00
			2026-03-06T17:00, PT4H,    2026-03-09T12:00
			2026-03-07T11:00, PT4H,    2026-03-09T14:00
			2026-03-02T09:00, PT40H,   2026-03-06T18:00
			2026-03-02T09:00, PT2080H, 2027-02-26T18:00
			""")
	void anOrdinaryWeek(String start, String worked, String end) {
		Duration time = Duration.parse(worked);
		assertThat(Story.officeHours(SHANGHAI).plus(at(start, SHANGHAI), time)).isEqualTo(at(end, SHANGHAI));
	}

	@ParameterizedTest(name = "{0} + {1} = {2}")
	@CsvSource(textBlock = """
			2026-09-30T16:00, PT4H, 2026-10-08T11:00
			2026-10-03T10:00, PT4H, 2026-10-08T14:00
			2026-10-09T16:00, PT4H, 2026-10-10T11:00
			2026-10-10T16:00, PT4H, 2026-10-12T11:00
			""")
	void holidaysAndMovedWorkingDays(String start, String worked, String end) {
		WorkingCalendar ordinary = Story.officeHours(SHANGHAI);
		WorkingCalendar calendar = new WorkingCalendar(SHANGHAI, ordinary.days(), ordinary.hours(),
				Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 5),
						LocalDate.of(2026, 10, 6), LocalDate.of(2026, 10, 7)),
				Set.of(LocalDate.of(2026, 10, 10)));
		assertThat(calendar.plus(at(start, SHANGHAI), Duration.parse(worked))).isEqualTo(at(end, SHANGHAI));
	}

	/**
	 * On 29 March 2026 Berlin skips 02:00 to 03:00; on 25 October it has that hour twice.
	 */
	@ParameterizedTest(name = "{0} + {1} = {2}")
	@CsvSource(textBlock = """
			2026-03-29T01:00+01:00, PT2H,    2026-03-29T04:00+02:00
			2026-03-28T20:00+01:00, PT4H,    2026-03-29T00:00+01:00
			2026-03-29T00:00+01:00, PT23H,   2026-03-30T00:00+02:00
			2026-10-25T01:00+02:00, PT2H,    2026-10-25T02:00+01:00
			2026-10-25T00:00+02:00, PT25H,   2026-10-26T00:00+01:00
			""")
	void roundTheClockWhereClocksChange(String start, String worked, String end) {
		WorkingCalendar calendar = daily(BERLIN, "00:00", "00:00");
		assertThat(calendar.plus(ZonedDateTime.parse(start).toInstant(), Duration.parse(worked)))
			.isEqualTo(ZonedDateTime.parse(end).toInstant());
	}

	@Test
	void hoursThatAreSkippedOrRepeated() {
		WorkingCalendar night = daily(BERLIN, "02:30", "04:00");
		assertThat(night.plus(Instant.parse("2026-03-28T23:00:00Z"), Duration.ofHours(1)))
			.isEqualTo(Instant.parse("2026-03-29T02:00:00Z"));
		assertThat(night.plus(Instant.parse("2026-10-24T22:00:00Z"), Duration.ofHours(2)))
			.isEqualTo(Instant.parse("2026-10-25T03:00:00Z"));
		WorkingCalendar skippedHour = daily(BERLIN, "02:00", "03:00");
		assertThat(skippedHour.plus(Instant.parse("2026-03-28T23:00:00Z"), Duration.ofHours(1)))
			.isEqualTo(Instant.parse("2026-03-30T01:00:00Z"));
	}

	@Test
	void hoursMayBeGivenInAnyOrder() {
		WorkingCalendar calendar = calendar(EVERY_DAY, List.of(hours("13:00", "18:00"), hours("09:00", "12:00")));
		assertThat(calendar.plus(at("2026-03-02T11:00", SHANGHAI), Duration.ofHours(2)))
			.isEqualTo(at("2026-03-02T14:00", SHANGHAI));
	}

	@Test
	void dataThatNobodyCouldWorkBy() {
		WorkingHours morning = hours("09:00", "12:00");
		assertThatIllegalArgumentException().isThrownBy(() -> calendar(Set.of(), List.of(morning)));
		assertThatIllegalArgumentException().isThrownBy(() -> calendar(EVERY_DAY, List.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> calendar(EVERY_DAY, List.of(hours("11:59", "15:00"), morning)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> calendar(EVERY_DAY, List.of(hours("20:00", "00:00"), hours("23:00", "23:30"))));
		assertThatIllegalArgumentException().isThrownBy(() -> hours("12:00", "12:00"));
		assertThatIllegalArgumentException().isThrownBy(() -> hours("22:00", "06:00"));
		LocalDate day = LocalDate.of(2026, 10, 10);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WorkingCalendar(SHANGHAI, EVERY_DAY, List.of(morning), Set.of(day), Set.of(day)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Story.officeHours(SHANGHAI).plus(Instant.EPOCH, Duration.ofMillis(-1)));
	}

	private static Instant at(String local, ZoneId zone) {
		return LocalDateTime.parse(local).atZone(zone).toInstant();
	}

	private static WorkingCalendar daily(ZoneId zone, String from, String to) {
		return new WorkingCalendar(zone, EVERY_DAY, List.of(hours(from, to)), Set.of(), Set.of());
	}

	private static WorkingCalendar calendar(Set<DayOfWeek> days, List<WorkingHours> hours) {
		return new WorkingCalendar(SHANGHAI, days, hours, Set.of(), Set.of());
	}

	private static WorkingHours hours(String from, String to) {
		return new WorkingHours(LocalTime.parse(from), LocalTime.parse(to));
	}

}
