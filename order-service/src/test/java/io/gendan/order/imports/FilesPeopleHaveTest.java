package io.gendan.order.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.contract.order.OrderPlaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Exports as order desks have them, right or told at their place (ORD-6). */
class FilesPeopleHaveTest {

	private static final String HEADER = "No,Cust,Due,Item,Text,Qty,Price\n";

	private static final String MAPPING = """
			{"columns": {"number": "No", "customerId": "Cust", "requestedDelivery": "Due", "item": "Item",
			  "description": "Text", "quantity": "Qty", "unitPrice": "Price"},
			 "constants": {"customerName": "Customer {customerId}", "shipToCountry": "CN",
			  "shipToAddress": "Address {customerId}", "currency": "CNY", "unit": "PCS", "deliveryMethod": "ROAD",
			  "paymentTerms": "MONTHLY", "invoiceKind": "NONE"}%s}
			""";

	private final PlacedOrders placed = ImportFixtures.nothingPlaced();

	private int runs;

	private ImportFixtures.Verdicts run(String file, String options) throws IOException {
		return ImportFixtures.run(ImportFixtures.file(file), ImportFixtures.mapping(MAPPING.formatted(options)),
				this.placed, ++this.runs);
	}

	private ImportFixtures.Verdicts run(String rows) throws IOException {
		return run(HEADER + rows, "");
	}

	private OrderPlaced order(String number) {
		return this.placed.orders.get(number).placed();
	}

	@Test
	void orderDataStandsOnTheFirstRowOnly() throws IOException {
		assertThat(run("A,K-1,2026-04-01,I-1,Bracket,3,4.50\nA,,,I-2,Bolt,100,0.12\nA,,,I-3,Washer,100,0.03\n").told())
			.isEmpty();
		assertThat(order("A").total().amount()).isEqualByComparingTo("28.50");
		assertThat(order("A").customer().name()).isEqualTo(Personal.of("Customer K-1"));
	}

	@Test
	void orderDataStandsOnAnyRowAndOnlyAnotherValueDisagrees() throws IOException {
		assertThat(run("A,,2026-04-01,I-1,Bracket,3,4.50\nA,K-1,,I-2,Bolt,1,1\nA,K-2,2026-04-01,I-2,Bolt,1,1\n").told())
			.containsExactly("4 Cust ROWS_DISAGREE");
		assertThat(run("B,,2026-04-01,I-1,Bracket,3,4.50\nB,K-1,,I-2,Bolt,1,1\n").told()).isEmpty();
		assertThat(order("B").shipTo().address()).isEqualTo(Personal.of("Address K-1"));
		assertThat(run("C,,2026-04-01,I-1,Bracket,3,4.50\nC,,,I-2,Bolt,1,1\n").told())
			.containsExactly("2 Cust REQUIRED");
	}

	@ParameterizedTest(name = "{0} holds back {2}")
	@CsvSource(delimiter = '|', textBlock = """
			a row without a number goes on with the order above   | ,,,I-2,Bolt,1,1          | A
			a row whose number is cut may be of either            | A                        | A B
			a row out of its columns with its number first is told | A,I-2,Bolt,1,1,1,1,1,1   | A
			""")
	void aRowThatCannotBeGivenToItsOrderHoldsItBack(String what, String stray, String held) throws IOException {
		ImportFixtures.Verdicts verdicts = run("A,K-1,2026-04-01,I-1,Bracket,3,4.50\n" + stray
				+ "\nB,K-1,2026-04-01,I-1,Bracket,3,4.50\nC,K-1,2026-04-01,I-1,Bracket,3,4.50\n");
		assertThat(verdicts.refused()).contains(held.split(" "));
		assertThat(this.placed.orders.keySet()).doesNotContain(held.split(" ")).contains("C");
	}

	@Test
	void halfAFileThatEndsInANumberPlacesNothingOfThatOrder() throws IOException {
		ImportFixtures.Verdicts verdicts = run("A-1,K-1,2026-04-01,I-1,Bracket,3,4.50\nA-");
		assertThat(verdicts.told()).containsExactlyInAnyOrder("3  ROW_INCOMPLETE", "3  ROW_OF_NO_ORDER");
		assertThat(this.placed.orders).isEmpty();
	}

	@Test
	void aRowOutOfItsColumnsHoldsBackBothNeighbours() throws IOException {
		String mapping = MAPPING.formatted("");
		String file = "Text,No,Cust,Due,Item,Qty,Price\nBracket,A,K-1,2026-04-01,I-1,3,4.50\n"
				+ "big, red Bolt,A,K-1,2026-04-01,I-2,1,1\nBracket,B,K-1,2026-04-01,I-1,3,4.50\n"
				+ "Bracket,C,K-1,2026-04-01,I-1,3,4.50\n";
		ImportFixtures.Verdicts verdicts = ImportFixtures.run(ImportFixtures.file(file),
				ImportFixtures.mapping(mapping), this.placed, 1);
		assertThat(verdicts.told()).containsExactlyInAnyOrder("3  ROW_TOO_LONG", "3  ROW_OF_NO_ORDER",
				"3  ROW_OF_NO_ORDER");
		assertThat(this.placed.orders).containsOnlyKeys("C");
	}

	@Test
	void anInvisibleCharacterDoesNotTearAnOrderApart() throws IOException {
		ImportFixtures.Verdicts verdicts = run(
				"A,K-1,2026-04-01,I-1,Bracket,3,4.50\nA\u200B,K-1,2026-04-01,I-2,Bolt,1,1\n\u00A0A ,,,I-3,Nut,1,1\n");
		assertThat(verdicts.told()).as("trimmed at the end").isEmpty();
		assertThat(order("A").lines()).hasSize(3);
		assertThat(run("B1,K-1,2026-04-01,I-1,Bracket,3,4.50\nB\u200B1,,,I-2,Bolt,1,1\n").told())
			.containsExactly("3 No UNPRINTABLE");
	}

	@Test
	void tomorrowsExportKnowsTodaysOrders() throws IOException {
		for (String options : new String[] { "", ", \"deliveryDays\": 20, \"orderNumberPrefix\": \"D-\"" }) {
			String due = options.isEmpty() ? "2026-04-01" : "";
			String monday = HEADER + "G1,K-1," + due + ",E-1,Relay,2,40.00\nG2,K-2," + due + ",E-1,Relay,3,40.00\n";
			assertThat(run(monday, options).counts().placed()).isEqualTo(2);
			this.placed.now = this.placed.now.plus(Duration.ofDays(1));
			ImportFixtures.Verdicts tuesday = run("\uFEFF" + HEADER + "G3,K-3," + due + ",E-1,Relay,1,40.00\n\n"
					+ monday.substring(HEADER.length()).replace("40.00", "40"), options);
			assertThat(List.of(tuesday.counts().placed(), tuesday.counts().knownAlready(),
					tuesday.counts().refusedOrders()))
				.containsExactly(1L, 2L, 0L);
			assertThat(run(monday.replace("Relay,2", "Relay,4"), options).told())
				.containsExactly("2 No ORDER_NUMBER_TAKEN");
		}
	}

	@Test
	void theDateFormHoldsForEveryDateColumn() throws IOException {
		String dated = MAPPING.replace("\"item\"", "\"receivedAt\": \"In\", \"item\"");
		String header = "No,Cust,In,Due,Item,Text,Qty,Price\n";
		ImportFixtures.run(ImportFixtures.file(header + "S,K-1,2026/2/5,2026/3/5,I,Cable,5,10\n"),
				ImportFixtures.mapping(dated.formatted(", \"dateFormat\": \"yyyy/M/d\"")), this.placed, 1);
		assertThat(order("S").requestedDelivery()).isEqualTo("2026-03-05");
		ImportFixtures.run(ImportFixtures.file(header + "T,K-1,2026/2/5,05.03.2026,I,Cable,5,10\n"),
				ImportFixtures.mapping(dated.formatted(
						", \"dateFormat\": \"yyyy/M/d\", \"dateFormats\": {\"requestedDelivery\": \"dd.MM.yyyy\"}")),
				this.placed, 1);
		assertThat(order("T").requestedDelivery()).isEqualTo("2026-03-05");
		assertThat(ImportFixtures
			.run(ImportFixtures.file(header + "U,K-1,2026/2/5,2026-03-05,I,Cable,5,10\n"),
					ImportFixtures.mapping(dated.formatted(", \"dateFormat\": \"yyyy/M/d\"")), this.placed, 1)
			.told()).containsExactly("2 Due DATE_FORM_WRONG");
	}

	@Test
	void aDecimalCommaIsReadWhereTheMappingSaysSo() throws IOException {
		String file = HEADER.replace(',', ';')
				+ "E1;K-1;2026-04-01;R-1;Rohr;2,5;1.250,40\nE2;K-2;2026-04-01;R-2;Schelle;100;0,85\n";
		assertThat(run(file, ", \"delimiter\": \";\"").counts().placed()).isZero();
		ImportFixtures.Verdicts verdicts = run(file, ", \"delimiter\": \";\", \"decimalSeparator\": \",\"");
		assertThat(verdicts.counts().amounts().toString()).isEqualTo("{CNY=3211.00}");
	}

	@Test
	void rowsOfNothingButDelimitersAreNoOrders() throws IOException {
		ImportFixtures.Verdicts verdicts = run(
				"B1,K-1,2026-04-01,P-1,Pump,1,900\n,,,,,,\nB2,K-2,2026-04-01,P-1,Pump,2,900\n,,,,,,\n , ,,,,,\n;;;\n");
		assertThat(verdicts.told()).containsExactlyInAnyOrder("7  ROW_INCOMPLETE", "7  ROW_OF_NO_ORDER");
		assertThat(verdicts.survey().rows()).isEqualTo(3);
	}

	@Test
	void anOrderThatCannotBeWrittenHoldsBackOnlyItself() throws IOException {
		this.placed.broken.put("B1", 0);
		ImportFixtures.Verdicts verdicts = run("B1,K-1,2026-04-01,P-1,Pump,1,900\nB2,K-2,2026-04-01,P-1,Pump,2,900\n");
		assertThat(verdicts.told()).containsExactly("2 No ORDER_NOT_WRITTEN");
		assertThat(this.placed.broken).isEqualTo(Map.of("B1", 3));
		assertThat(this.placed.orders).containsOnlyKeys("B2");
	}

	@Test
	void anOrderThatTheStoreDoesNotTakeForAMomentIsPlaced() throws IOException {
		this.placed.passing.put("B1", 3);
		assertThat(run("B1,K-1,2026-04-01,P-1,Pump,1,900\nB2,K-2,2026-04-01,P-1,Pump,2,900\n").told()).isEmpty();
		assertThat(this.placed.orders).containsOnlyKeys("B1", "B2");
	}

	@Test
	void manyFaultsAreKeptAsFarAsTheyMayBeReadTogether() {
		ImportCounts counts = new ImportCounts();
		RowFault large = new RowFault(2, "B1", "No", "CELL_TOO_LONG", Map.of("text", "x".repeat(100_000)));
		FileLimits limits = ImportFixtures.LIMITS;
		int kept = 0;
		while (counts.keep(large, limits)) {
			kept++;
		}
		assertThat(kept * large.bytes()).isBetween(limits.faultBytes() - large.bytes(), limits.faultBytes());
	}

	@Test
	void numbersAndCodesMayHaveAnyVisibleCharacter() throws IOException {
		for (String code : new String[] { "M8/20", "\"1/2\"\" BSP\"", "A+B C", "阀 门", "100%", "x;y=1" }) {
			assertThat(run("%1$s,%1$s,2026-04-01,%1$s,Valve,1,1\n".formatted(code)).told()).isEmpty();
		}
		assertThat(this.placed.orders).containsOnlyKeys("M8/20", "1/2\" BSP", "A+B C", "阀 门", "100%", "x;y=1");
		assertThat(order("1/2\" BSP").lines().getFirst().item()).isEqualTo("1/2\" BSP");
	}

	@Test
	void refusedRowsComeBackInTheFormOfTheirFile() throws IOException {
		String file = "\uFEFF" + HEADER.replace(',', ';').replace("\n", "\r\n")
				+ "B1;K-1;2026-04-01;P-1;泵,\"大\";0;900\r\nB1;;;P-2;\"阀;门\";1;9\r\nB2;K-1;2026-04-01;P-1;泵;1;1\r\n";
		ColumnMapping mapping = ImportFixtures.mapping(MAPPING.formatted(", \"delimiter\": \";\""));
		byte[] refused = ImportFixtures.refusedRows(ImportFixtures.file(file), mapping,
				ImportFixtures.run(ImportFixtures.file(file), mapping));
		assertThat(new String(refused, StandardCharsets.UTF_8))
			.isEqualTo("\uFEFF" + "No;Cust;Due;Item;Text;Qty;Price;row;field;reason\r\n"
					+ "B1;K-1;2026-04-01;P-1;\"泵,\"\"大\"\"\";0;900;2;Qty;0 不大于零\r\nB1;;;P-2;\"阀;门\";1;9;3;;\r\n");
		byte[] again = ImportFixtures.refusedRows(ImportFixtures.file(refused), mapping,
				ImportFixtures.run(ImportFixtures.file(refused), mapping));
		assertThat(new String(again, StandardCharsets.UTF_8).lines().findFirst())
			.isEqualTo(new String(refused, StandardCharsets.UTF_8).lines().findFirst());
		String mended = new String(again, StandardCharsets.UTF_8).replace("\";0;900", "\";5;900");
		ImportFixtures.run(ImportFixtures.file(mended), mapping, this.placed, 1);
		assertThat(order("B1").lines()).hasSize(2);
	}

	@Test
	void refusedRowsKeepTheEncoding() throws IOException {
		String file = HEADER.replace("Text", "品名") + "B1,K-1,2026-04-01,P-1,泵,0,900\n";
		Charset gbk = Charset.forName("GBK");
		ColumnMapping mapping = ImportFixtures
			.mapping(MAPPING.replace("\"Text\"", "\"品名\"").formatted(", \"charset\": \"GBK\""));
		FileContent content = ImportFixtures.file(file.getBytes(gbk));
		byte[] refused = ImportFixtures.refusedRows(content, mapping, ImportFixtures.run(content, mapping));
		assertThat(new String(refused, gbk)).contains("B1,K-1,2026-04-01,P-1,泵,0,900,2,Qty,0 不大于零\n")
			.doesNotContain("\r");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			=HYPERLINK("http://evil") | '=HYPERLINK("http://evil")
			+1+1                      | '+1+1
			-2+3                      | '-2+3
			@SUM(1)                   | '@SUM(1)
			＝1+1                     | '＝1+1
			-2                        | -2
			+3,5                      | +3,5
			'=1                       | '=1
			M8/20                     | M8/20
			""")
	void noCellOfTheRefusedRowsIsRunAndEachIsReadAsWhatItWas(String cell, String shown) throws IOException {
		String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";
		String file = HEADER + "F1,K-1,2026-04-01," + quoted + "," + quoted + ",0,9\n";
		ColumnMapping mapping = ImportFixtures.mapping(MAPPING.formatted(""));
		byte[] refused = ImportFixtures.refusedRows(ImportFixtures.file(file), mapping,
				ImportFixtures.run(ImportFixtures.file(file), mapping));
		try (CsvRows rows = CsvRows.open(ImportFixtures.file(refused), mapping, ImportFixtures.LIMITS)) {
			assertThat(rows.next().cells().subList(3, 5)).containsOnly(shown);
		}
		String mended = new String(refused, StandardCharsets.UTF_8).replace(",0,9,", ",1,9,");
		assertThat(ImportFixtures.run(ImportFixtures.file(mended), mapping, this.placed, 1).told()).isEmpty();
		assertThat(order("F1").lines().getFirst().item()).isEqualTo(cell.startsWith("'") ? cell.substring(1) : cell);
	}

}
