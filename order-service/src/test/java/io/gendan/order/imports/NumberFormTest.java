package io.gendan.order.imports;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers in the forms people have; never another amount. */
class NumberFormTest {

	@ParameterizedTest(name = "{2} with {0} and {1} -> {3}")
	@CsvSource(nullValues = "-", quoteCharacter = '"', delimiter = '|', textBlock = """
			. | -   | 1250.40       | 1250.4
			. | -   | 1,250.40      | -
			. | -   | 1,25          | -
			. | ,   | 1,250.40      | 1250.4
			. | ,   | 12,50         | -
			. | ,   | 1,2500        | -
			, | .   | 1.250,40      | 1250.4
			, | .   | 1.250         | 1250
			, | .   | 1.25          | -
			, | .   | 1250.40       | -
			, | .   | 1.250.40      | -
			, | -   | 1.250,40      | -
			, | -   | 0,85          | 0.85
			, | " " | 1 250 000,5   | 1250000.5
			, | " " | 1\u202F250,5  | 1250.5
			. | ''  | 1’250.40      | 1250.4
			. | -   | １２．５      | 12.5
			. | -   | -12           | -12
			. | -   | .5            | 0.5
			. | -   | 5.            | -
			. | -   | 1e5           | -
			. | -   | 1E+05         | -
			. | -   | 0x10          | -
			. | -   | +             | -
			""")
	void aNumberIsReadAsItIsWrittenOrNotAtAll(char decimal, String grouping, String cell, String number) {
		Character sign = (grouping != null) ? Character.valueOf(grouping.charAt(0)) : null;
		assertThat(new NumberForm(decimal, sign).plain(cell.replace("\\u202F", "\u202F"))).isEqualTo(number);
	}

}
