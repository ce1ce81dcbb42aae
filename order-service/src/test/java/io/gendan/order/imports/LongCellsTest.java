package io.gendan.order.imports;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A cell takes time in proportion to its length, whatever stands in it. */
class LongCellsTest {

	private static final String MARKS = "\u0301".repeat(9000) + "\u0316".repeat(9000);

	private static final FileLimits LIMITS = new FileLimits(20, 32_767, 262_144, 3000, 1000, 4 << 20, 12 << 20, 100,
			20_000, 1 << 20);

	@Test
	void marksWithoutEndAreRefusedWhereTheyStand() throws IOException {
		String piled = "A" + MARKS;
		String few = "B" + "\u0301".repeat(31);
		String file = ImportFixtures.HEADER + piled + ",T-1,CUP,2,1,2026-02-01,17,GB\n" + few
				+ ",T-1,CUP,2,1,2026-02-01,17,GB\nD,T-1," + few + ",2" + MARKS + ",1" + few + ",2026-02-01" + MARKS
				+ ",17,GB\n";
		ImportFixtures.Verdicts verdicts = ImportFixtures.run(ImportFixtures.file(file),
				ImportFixtures.mapping(ImportFixtures.MAPPING), ImportFixtures.nothingPlaced(), 1, LIMITS);
		assertThat(verdicts.told()).contains("3 No UNPRINTABLE", "4 Text UNPRINTABLE", "4 Qty NUMBER_INVALID",
				"4 Price NUMBER_INVALID", "4 Date DATE_FORM_WRONG");
		assertThat(verdicts.counts().refusedOrders()).isEqualTo(3);
	}

	@Test
	void marksInTheHeaderStayAsTheyAre() throws IOException {
		try (CsvRows rows = CsvRows.open(ImportFixtures.file("A" + MARKS + ",B\n1,2\n"),
				ImportFixtures.mapping(ImportFixtures.MAPPING), LIMITS)) {
			assertThat(rows.header()).containsExactly("A" + MARKS, "B");
		}
	}

	@Test
	void spacesTakeNoMoreTimeThanOtherCharacters() {
		RowReader reader = new RowReader(ImportFixtures.mapping(ImportFixtures.MAPPING), List.of("No", "Item"));
		Consumer<String> read = (cell) -> reader.cell(new Row(2, List.of("A-1", cell), 2, null), OrderField.ITEM);
		long letters = quickest(read, "T\n" + "x".repeat(8000) + "1");
		long spaces = quickest(read, "T\n1" + " ".repeat(8000) + "1");
		assertThat(spaces / letters).as("%d ns to %d ns", spaces, letters).isLessThan(50);
		assertThat(reader.cell(new Row(2, List.of("A-1", "T \r\n  1  2\t3"), 2, null), OrderField.ITEM))
			.isEqualTo("T 1  2\t3");
	}

	private static long quickest(Consumer<String> read, String cell) {
		long quickest = Long.MAX_VALUE;
		for (int run = 0; run < 10; run++) {
			long begun = System.nanoTime();
			read.accept(cell);
			quickest = Math.min(quickest, System.nanoTime() - begun);
		}
		return Math.max(1, quickest);
	}

}
