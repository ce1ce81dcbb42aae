package io.gendan.messaging.query;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table as RFC 4180 describes it, no cell of which a spreadsheet runs. */
final class CsvTable implements TableWriter {

	private static final char MARK = '\uFEFF';

	private final CSVPrinter printer;

	CsvTable(OutputStream out, List<String> header) throws IOException {
		BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		writer.write(MARK);
		this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
		this.printer.printRecord(header);
	}

	@Override
	public void row(List<@Nullable Object> cells) throws IOException {
		this.printer.printRecord(cells.stream().map(CsvTable::cell));
	}

	private static String cell(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case BigDecimal number -> number.toPlainString();
			default -> FormulaGuard.harmless(value.toString());
		};
	}

	@Override
	public void close() throws IOException {
		this.printer.flush();
	}

}
