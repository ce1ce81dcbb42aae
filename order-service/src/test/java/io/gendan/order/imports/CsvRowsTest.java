package io.gendan.order.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rows, their cells, and the lines on which they begin. */
class CsvRowsTest {

	private static final ColumnMapping MAPPING = ImportFixtures.mapping(ImportFixtures.MAPPING);

	private static List<Row> rows(String text) throws IOException {
		List<Row> rows = new ArrayList<>();
		try (CsvRows csv = CsvRows.open(ImportFixtures.file(text), MAPPING, ImportFixtures.LIMITS)) {
			csv.forEachRemaining(rows::add);
		}
		return rows;
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void rowsBeginWhereTheyBeginWhateverEndsALine(String end) throws IOException {
		String text = String.join(end, "a,b", "1,\"x" + end + "y\"", "2,\"say \"\"hi\"\", and go\"", "", "3,z");
		List<Row> expected = List.of(new Row(2, List.of("1", "x" + end + "y"), 2, null),
				new Row(4, List.of("2", "say \"hi\", and go"), 2, null), new Row(6, List.of("3", "z"), 2, null));
		assertThat(rows(text)).isEqualTo(expected);
		assertThat(rows(text + end)).isEqualTo(expected);
	}

	@Test
	void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
		try (CsvRows csv = CsvRows.open(ImportFixtures.file("\uFEFFa,b\n1,2\n"), MAPPING, ImportFixtures.LIMITS)) {
			assertThat(csv.header()).containsExactly("a", "b");
			assertThat(csv.next().line()).isEqualTo(2);
		}
	}

	@Test
	void quotesInTheMiddleOfACellAreCharacters() throws IOException {
		assertThat(rows("a,b\n5\" pipe,x\n")).extracting(Row::cells).containsExactly(List.of("5\" pipe", "x"));
	}

	@Test
	void halfRowsAreRowsWithAFlaw() throws IOException {
		assertThat(rows("a,b,c\n1,2,3\n4,5")).last()
			.isEqualTo(new Row(3, List.of("4", "5"), 2, ImportRefusal.ROW_INCOMPLETE));
		assertThat(rows("a,b\n1,2,3\n")).last().extracting(Row::flaw).isEqualTo(ImportRefusal.ROW_TOO_LONG);
		assertThat(rows("a,b\n1,2\n3,\"unfini")).last()
			.isEqualTo(new Row(3, List.of("3", "unfini"), 2, ImportRefusal.QUOTE_NOT_CLOSED));
		assertThat(rows("a,b\n3,\"x\ny\n")).last()
			.isEqualTo(new Row(2, List.of("3", "x\ny"), 2, ImportRefusal.QUOTE_NOT_CLOSED));
		assertThat(rows("a,b\n3,\"")).last().isEqualTo(new Row(2, List.of("3", ""), 2, ImportRefusal.QUOTE_NOT_CLOSED));
		assertThat(rows("a,b\n1,\"2\"")).last().extracting(Row::flaw).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ",,,", " , \t", "\u3000,\u00A0", "\"\",\"\"", "\uFEFF, \u200B" })
	void rowsInWhichNothingStandsArePassedOver(String nothing) throws IOException {
		assertThat(rows("a,b\n1,2\n" + nothing + "\n3,4\n" + nothing)).extracting(Row::line).containsExactly(2L, 4L);
	}

	@Test
	void aRowThatDoesNotEndIsToldWithItsLine() {
		String swallowed = "a,b\n1,2\n3,\"x\n" + "4,5\n".repeat(20_000);
		assertThatExceptionOfType(CsvRows.MalformedRowException.class).isThrownBy(() -> rows(swallowed))
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(3))
			.matches(CsvRows.MalformedRowException::endless);
	}

	@Test
	void aCellThatIsTooLongIsAFlawOfItsRow() throws IOException {
		assertThat(rows("a,b\n1," + "x".repeat(501) + "\n2,y\n")).extracting(Row::flaw)
			.containsExactly(ImportRefusal.CELL_TOO_LONG, null);
	}

	@Test
	void ofARowWithTooManyColumnsTheFirstAreKept() throws IOException {
		assertThat(rows("a,b\n1" + ",".repeat(10_000) + "\n")).singleElement()
			.matches((row) -> row.cells().size() == 20 && row.columns() == 10_001
					&& row.flaw() == ImportRefusal.ROW_TOO_LONG);
	}

	@Test
	void textAfterAClosingQuoteIsToldWithItsLine() {
		assertThatExceptionOfType(CsvRows.MalformedRowException.class).isThrownBy(() -> rows("a,b\n1,2\n3,\"x\"y\n"))
			.extracting(CsvRows.MalformedRowException::line)
			.isEqualTo(3L);
	}

	@Test
	void theLineOfAWrongByteIsFound() throws IOException {
		byte[] bytes = "a,b\n1,caf\u00e9\n2,x\n".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(EncodingCheck.wrongLine(ImportFixtures.file(bytes), StandardCharsets.UTF_8)).hasValue(2);
		assertThat(EncodingCheck.wrongLine(ImportFixtures.file(bytes), StandardCharsets.ISO_8859_1)).isEmpty();
		String large = "line\u8ba2\u5355\n".repeat(100_000);
		assertThat(EncodingCheck.wrongLine(ImportFixtures.file(large), StandardCharsets.UTF_8)).isEmpty();
		byte[] cut = large.getBytes(StandardCharsets.UTF_8);
		assertThat(EncodingCheck.wrongLine(ImportFixtures.file(java.util.Arrays.copyOf(cut, cut.length - 2)),
				StandardCharsets.UTF_8))
			.hasValue(100_000);
	}

}
