package io.gendan.order.imports;

import io.gendan.messaging.query.FormulaGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No cell of a refused file is run, and every cell is read again as what it was. */
class FormulaGuardTest {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1",
			"\u00A0=1", "\u3000=1", "\u200B=1", "\uFEFF=1", "\"=1", "\" =1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1",
			"\uFF20A1", "=HYPERLINK(\"http://example.invalid\")" })
	void whatASpreadsheetWouldRunIsMarkedAsText(String cell) {
		String written = FormulaGuard.harmless(cell);
		assertThat(written).isEqualTo("'" + cell);
		assertThat(CellText.of(written)).isEqualTo(CellText.of(cell));
	}

	@Test
	void noCellIsTooLong() {
		String number = "-1" + ".1".repeat(16_000);
		assertThat(FormulaGuard.harmless(number)).isEqualTo(number);
		assertThat(FormulaGuard.harmless(number + "x")).isEqualTo("'" + number + "x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-5", "+49", "-1,234.56", "O'Brien", "'s-Hertogenbosch", "'=1", "\"quoted\"",
			"A=1", "a@b.example", "1/2\" BSP", "茶杯" })
	void theOthersAreLeftAlone(String cell) {
		assertThat(FormulaGuard.harmless(cell)).isEqualTo(cell);
	}

}
