package io.gendan.order.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Every kind of bad file, mapping and row, told with its place (ORD-6). */
class ImportFaultsTest {

	private static final String GOOD = "A-1,T-1,CUP,2,1.25,2026-02-01,17,GB\n";

	private static ImportFixtures.Verdicts run(String rows) throws IOException {
		return ImportFixtures.run(ImportFixtures.file(ImportFixtures.HEADER + rows),
				ImportFixtures.mapping(ImportFixtures.MAPPING));
	}

	private static List<String> refused(byte[] file) {
		RefusedException refused = catchThrowableOfType(RefusedException.class, () -> FileSurvey
			.of(ImportFixtures.file(file), ImportFixtures.mapping(ImportFixtures.MAPPING), ImportFixtures.LIMITS));
		return faults(refused);
	}

	private static List<String> faults(RefusedException refused) {
		assertThat(refused.refusal().code()).isEqualTo(ImportRefusal.IMPORT_INVALID);
		return refused.refusal()
			.fields()
			.stream()
			.map((FieldFault fault) -> fault.field() + " " + fault.code().name())
			.toList();
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', textBlock = """
			A-1,T-1,CUP,2,0,2026-02-01,17,GB            | 2 Price NUMBER_NOT_POSITIVE
			A-1,T-1,CUP,-2,1,2026-02-01,17,GB           | 2 Qty NUMBER_NOT_POSITIVE
			A-1,T-1,CUP,two,1,2026-02-01,17,GB          | 2 Qty NUMBER_INVALID
			A-1,T-1,CUP,"1,000",1,2026-02-01,17,GB      | 2 Qty NUMBER_INVALID
			A-1,T-1,,2,1,2026-02-01,17,GB               | 2 Text REQUIRED
			A-1,,CUP,2,1,2026-02-01,17,GB               | 2 Item REQUIRED
			A-1,T-1,CUP,2,1,2026-02-01,,GB              | 2 Customer REQUIRED
			A-1,T-1,CUP,2,1,2026-02-01,17,              | 2 Country REQUIRED
			A-1,T-1,CUP,2,1,2026-02-01,17,Atlantis      | 2 Country COUNTRY_UNKNOWN
			A-1,T-1,CUP,2,1,,17,GB                      | 2 Date REQUIRED
			A-1,T-1,CUP,2,1,2026-02-30,17,GB            | 2 Date DATE_FORM_WRONG
			A-1,T-1,CUP,2,1,01/02/2026,17,GB            | 2 Date DATE_FORM_WRONG
			A-1,T-1,CUP,2,1,2026-03-09,17,GB            | 2 Date RECEIPT_IN_FUTURE
			A\u200B1,T-1,CUP,2,1,2026-02-01,17,GB       | 2 No UNPRINTABLE
			..,T-1,CUP,2,1,2026-02-01,17,GB             | 2 No ORDER_NUMBER_INVALID
			2.0261E+14,T-1,CUP,2,1,2026-02-01,17,GB     | 2 No IDENTIFIER_ROUNDED
			A-1,6.9E+12,CUP,2,1,2026-02-01,17,GB        | 2 Item IDENTIFIER_ROUNDED
			A-1,T-1,CUP,2,1,2026-02-01,3.30106E+17,GB   | 2 Customer IDENTIFIER_ROUNDED
			A-1,T-1,CUP,1E+05,1,2026-02-01,17,GB        | 2 Qty NUMBER_ROUNDED
			A-1,T-1,CUP,1e5,1,2026-02-01,17,GB          | 2 Qty NUMBER_INVALID
			A-1,T-1,CUP,2,#REF!,2026-02-01,17,GB        | 2 Price CELL_HAS_ERROR
			A-1,T-1,CUP,2,1,2026-02-01,#N/A,GB          | 2 Customer CELL_HAS_ERROR
			A-1,T-1,CUP,2,1,########,17,GB              | 2 Date CELL_HAS_ERROR
			A-1,BANK CHARGES,FEE,2,1,2026-02-01,17,GB   | 2 Item ITEM_NO_GOODS
			CA-1,T-1,CUP,-2,1,2026-02-01,17,GB          | 2 No CANCELLATION_WITHOUT_ORDER
			,T-1,CUP,2,1,2026-02-01,17,GB               | 2 No REQUIRED
			A-1,T-1,CUP,2,1,2026-02-01,17               | 2  ROW_INCOMPLETE
			A-1,T-1,CUP,2,1,2026-02-01,17,GB,more       | 2  ROW_TOO_LONG
			A-1,T-1,"CUP,2,1,2026-02-01,17,GB           | 2  QUOTE_NOT_CLOSED
			""", quoteCharacter = '\'')
	void aFaultIsToldWithRowAndColumnAndNothingElse(String row, String told) throws IOException {
		ImportFixtures.Verdicts verdicts = run(row.translateEscapes().replace("\\u200B", "\u200B") + "\n");
		assertThat(verdicts.told()).containsExactly(told);
		assertThat(verdicts.counts().placed()).isZero();
		assertThat(verdicts.counts().refusedOrders()).isEqualTo(1);
	}

	@Test
	void oneFaultyRowRefusesItsWholeOrderAndNoOther() throws IOException {
		ImportFixtures.Verdicts verdicts = run(GOOD + "B-1,T-1,CUP,2,1,2026-02-01,18,GB\n"
				+ "A-1,T-2,LID,0,0,2026-02-01,17,GB\nA-1,T-3,,1,1,2026-02-01,17,GB\n");
		assertThat(verdicts.told()).containsExactly("4 Qty NUMBER_NOT_POSITIVE", "4 Price NUMBER_NOT_POSITIVE",
				"5 Text REQUIRED");
		assertThat(verdicts.counts().placed()).isEqualTo(1);
		assertThat(verdicts.counts().refusedOrders()).isEqualTo(1);
	}

	@Test
	void rowsOfOneOrderMustAgree() throws IOException {
		ImportFixtures.Verdicts verdicts = run(GOOD + "A-1,T-2,LID,1,-1,2026-02-02,18,FR\n");
		assertThat(verdicts.told()).containsExactlyInAnyOrder("3 Customer ROWS_DISAGREE", "3 Country ROWS_DISAGREE",
				"3 Date DATES_DIFFER", "3 Price NUMBER_NOT_POSITIVE");
	}

	@Test
	void scatteredRowsAreOneOrder() throws IOException {
		PlacedOrders placed = ImportFixtures.nothingPlaced();
		ImportFixtures.run(
				ImportFixtures.file(ImportFixtures.HEADER + GOOD + "B-1,T-1,CUP,2,1,2026-02-01,18,GB\n"
						+ "A-1,T-2,LID,1,0.50,2026-02-01,17,GB"),
				ImportFixtures.mapping(ImportFixtures.MAPPING), placed, 1);
		assertThat(placed.orders.get("A-1").placed().lines()).hasSize(2);
		assertThat(placed.orders.get("A-1").placed().total().amount()).isEqualByComparingTo("3.00");
		assertThat(placed.orders.get("A-1").placed().requestedDelivery()).isEqualTo("2026-02-11");
	}

	@Test
	void aFileWithoutDatesIsReceivedWhenItArrives() throws IOException {
		ColumnMapping mapping = ImportFixtures
			.mapping(ImportFixtures.MAPPING.replace("\"receivedAt\": \"Date\", ", ""));
		PlacedOrders placed = ImportFixtures.nothingPlaced();
		ImportFixtures.run(ImportFixtures.file(ImportFixtures.HEADER + GOOD.replace("T-1", "\"T\n 1\"")), mapping,
				placed, 1);
		assertThat(placed.orders.get("A-1").placed().receivedAt()).isEqualTo("2026-03-02T02:00:00Z");
		assertThat(placed.orders.get("A-1").placed().requestedDelivery()).isEqualTo("2026-03-12");
		assertThat(placed.orders.get("A-1").placed().lines().getFirst().item()).isEqualTo("T 1");
	}

	@Test
	void halfAFilePlacesWhatIsWhole() throws IOException {
		ImportFixtures.Verdicts verdicts = run(GOOD + "B-1,T-1,CUP,2,1,2026-02-01,18,GB\nB-1,T-2,LI");
		assertThat(verdicts.told()).containsExactly("4  ROW_INCOMPLETE");
		assertThat(verdicts.counts().placed()).isEqualTo(1);
	}

	@Test
	void anInterruptedRunCountsItsOwnOrdersAndTheNextRunKnowsThem() throws IOException {
		PlacedOrders placed = ImportFixtures.nothingPlaced();
		FileContent file = ImportFixtures.file(ImportFixtures.HEADER + GOOD);
		ColumnMapping mapping = ImportFixtures.mapping(ImportFixtures.MAPPING);
		assertThat(ImportFixtures.run(file, mapping, placed, 1).counts().placed()).isEqualTo(1);
		assertThat(ImportFixtures.run(file, mapping, placed, 1).counts().placed()).isEqualTo(1);
		ImportCounts next = ImportFixtures.run(file, mapping, placed, 2).counts();
		assertThat(next.placed()).isZero();
		assertThat(next.knownAlready()).isEqualTo(1);
		assertThat(next.amounts()).isEmpty();
	}

	@Test
	void anotherOrderUnderAKnownNumberIsRefused() throws IOException {
		PlacedOrders placed = ImportFixtures.nothingPlaced();
		ColumnMapping mapping = ImportFixtures.mapping(ImportFixtures.MAPPING);
		ImportFixtures.run(ImportFixtures.file(ImportFixtures.HEADER + GOOD), mapping, placed, 1);
		ImportFixtures.Verdicts other = ImportFixtures
			.run(ImportFixtures.file(ImportFixtures.HEADER + GOOD.replace("CUP", "MUG")), mapping, placed, 2);
		assertThat(other.told()).containsExactly("2 No ORDER_NUMBER_TAKEN");
	}

	@Test
	void aFileThatCannotBeReadIsRefusedAsAWhole() {
		assertThat(refused(new byte[0])).containsExactly("file FILE_EMPTY");
		assertThat(refused("\uFEFF".getBytes(StandardCharsets.UTF_8))).containsExactly("file FILE_EMPTY");
		assertThat(refused("\n".getBytes(StandardCharsets.UTF_8))).containsExactly("file FILE_EMPTY");
		assertThat(refused(ImportFixtures.HEADER.getBytes(StandardCharsets.UTF_8))).containsExactly("file FILE_EMPTY");
		assertThat(refused(
				(ImportFixtures.HEADER + GOOD.replace("CUP", "TASSE \u00e0")).getBytes(StandardCharsets.ISO_8859_1)))
			.containsExactly("file FILE_ENCODING_WRONG");
		assertThat(refused((ImportFixtures.HEADER + GOOD).getBytes(StandardCharsets.UTF_16)))
			.containsExactly("file FILE_ENCODING_WRONG");
		assertThat(refused((ImportFixtures.HEADER + "A-1,\"x\"y,\n").getBytes(StandardCharsets.UTF_8)))
			.containsExactly("file FILE_MALFORMED");
		assertThat(refused(("No,Item,Qty,Qty,Text,Price,Date\n" + GOOD).getBytes(StandardCharsets.UTF_8)))
			.containsExactlyInAnyOrder("mapping.columns.quantity COLUMN_TWICE",
					"mapping.columns.customerId COLUMN_MISSING", "mapping.columns.shipToCountry COLUMN_MISSING");
		assertThat(refused((ImportFixtures.HEADER.replace(',', ';') + GOOD).getBytes(StandardCharsets.UTF_8)))
			.hasSize(8)
			.allMatch((fault) -> fault.endsWith("COLUMN_MISSING"));
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = '|', textBlock = """
			{                                   | mapping MAPPING_UNREADABLE
			null                                | mapping MAPPING_UNREADABLE
			[1]                                 | mapping MAPPING_UNREADABLE
			{"colums": {}}                      | mapping.colums MAPPING_OPTION_UNKNOWN
			{"zone": "UTC", "zone": "UTC"}      | mapping MAPPING_UNREADABLE
			{"decimalSeparator": ";"}           | mapping.decimalSeparator MAPPING_VALUE_INVALID
			{"groupingSeparator": "."}          | mapping.groupingSeparator MAPPING_VALUE_INVALID
			{"groupingSeparator": "_"}          | mapping.groupingSeparator MAPPING_VALUE_INVALID
			{"dateFormat": "YYYY-MM-DD"}        | mapping.dateFormat DATE_PATTERN_INVALID
			{"dateFormats": {"receivedAt": "mm"}} | mapping.dateFormats.receivedAt DATE_PATTERN_INVALID
			{"dateFormats": {"item": "yyyy"}}   | mapping.dateFormats.item MAPPING_VALUE_INVALID
			{"extract": {"number": "(a+)+\\\\1"}} | mapping.extract.number MAPPING_PATTERN_INVALID
			{"serviceItems": "((a{99}){99}){9}"} | mapping.serviceItems MAPPING_PATTERN_INVALID
			{"columns": {"colour": "C"}}        | mapping.columns.colour MAPPING_FIELD_UNKNOWN
			{"constants": {"number": "X"}}      | mapping.columns.number MAPPING_FIELD_MISSING
			{"zone": "Mars/Olympus"}            | mapping.zone MAPPING_VALUE_INVALID
			{"charset": "ISO-2022-CN"}          | mapping.charset MAPPING_VALUE_INVALID
			{"charset": "x-JISAutoDetect"}      | mapping.charset MAPPING_VALUE_INVALID
			{"charset": "EBCDIC-klingon"}       | mapping.charset MAPPING_VALUE_INVALID
			{"delimiter": "\\n"}                | mapping.delimiter MAPPING_VALUE_INVALID
			{"dateFormat": "yyyy-bb"}           | mapping.dateFormat DATE_PATTERN_INVALID
			{"extract": {"customerId": "("}}    | mapping.extract.customerId MAPPING_PATTERN_INVALID
			{"serviceItems": "*"}               | mapping.serviceItems MAPPING_PATTERN_INVALID
			{"cycle": {"paymentTerms": []}}     | mapping.cycle.paymentTerms MAPPING_VALUE_INVALID
			{"deliveryDays": 1000000}           | mapping.deliveryDays MAPPING_VALUE_INVALID
			{"constants": {"currency": null}}   | mapping.constants.currency MAPPING_VALUE_INVALID
			{}                                  | mapping.deliveryDays MAPPING_FIELD_MISSING
			""")
	void aFaultyMappingIsToldInFull(String json, String fault) {
		RefusedException refused = catchThrowableOfType(RefusedException.class, () -> ImportFixtures.mapping(json));
		assertThat(faults(refused)).contains(fault);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"columns": {"item": "LONG"}}           | mapping.columns.item MAPPING_VALUE_INVALID
			{"dateFormat": "'LONG' yyyy-MM-dd"}     | mapping.dateFormat DATE_PATTERN_INVALID
			{"orderNumberPrefix": "LONG"}           | mapping.orderNumberPrefix MAPPING_VALUE_INVALID
			""")
	void whatStandsInEveryFaultOfAFileIsShort(String json, String fault) {
		RefusedException refused = catchThrowableOfType(RefusedException.class,
				() -> ImportFixtures.mapping(json.replace("LONG", "L".repeat(201))));
		assertThat(faults(refused)).contains(fault);
	}

}
