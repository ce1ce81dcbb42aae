package io.gendan.order.imports;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Dates in the forms people have, and patterns with which none can be read. */
class DateFormTest {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static DateForm form(String pattern) {
		DateForm form = DateForm.of(pattern);
		assertThat(form).as(pattern).isNotNull();
		return form;
	}

	@ParameterizedTest
	@ValueSource(strings = { "YYYY-MM-DD", "YYYY-MM-dd", "yyyy-MM-DD", "yyyy-mm-dd", "yyyy-MM", "dd.MM", "HH:mm",
			"yyyy-MM-dd hh:mm", "yyyy-bb", "", " ", "'yyyy-MM-dd'" })
	void aPatternThatCanNeverReadADateIsNone(String pattern) {
		assertThat(DateForm.of(pattern)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			yyyy-MM-dd            | 2026-12-05                | 2026-12-05 | 2026-12-04T16:00:00Z
			yyyy/M/d              | 2026/12/5                 | 2026-12-05 | 2026-12-04T16:00:00Z
			yyyy年M月d日          | ２０２６年12月5日         | 2026-12-05 | 2026-12-04T16:00:00Z
			dd.MM.yy              | 05.12.26                  | 2026-12-05 | 2026-12-04T16:00:00Z
			yyyy／MM／dd HH：mm   | 2026／12／05 09：30       | 2026-12-05 | 2026-12-05T01:30:00Z
			d MMM yyyy            | 5 Dec 2026                | 2026-12-05 | 2026-12-04T16:00:00Z
			yyyyDDD               | 2026339                   | 2026-12-05 | 2026-12-04T16:00:00Z
			yyyy-MM-dd HH:mm:ss   | 2026-12-05 09:30:00       | 2026-12-05 | 2026-12-05T01:30:00Z
			yyyy-MM-dd HH:mm:ss   | 2026-12-05                | 2026-12-05 | 2026-12-04T16:00:00Z
			yyyy年M月d日 HH:mm    | 2026年12月5日             | 2026-12-05 | 2026-12-04T16:00:00Z
			yyyy-MM-dd'T'HH:mmXXX | 2026-12-05T23:30-08:00    | 2026-12-05 | 2026-12-06T07:30:00Z
			M/d/yyyy h:mm a       | 12/5/2026 9:30 AM         | 2026-12-05 | 2026-12-05T01:30:00Z
			'day' yyyy-MM-dd      | day 2026-12-05            | 2026-12-05 | 2026-12-04T16:00:00Z
			""")
	void aDateIsReadAsItIsWritten(String pattern, String text, String date, String instant) {
		assertThat(form(pattern).date(text)).isEqualTo(date);
		assertThat(form(pattern).instant(text, SHANGHAI)).isEqualTo(instant);
	}

	@Test
	void noDateIsReadAsAnother() {
		assertThat(form("yyyy-MM-dd").date("2026-02-30")).isNull();
		assertThat(form("dd/MM/yyyy").date("12/31/2026")).isNull();
		assertThat(form("yyyy-dd-MM").date("2026-12-15")).isNull();
	}

}
