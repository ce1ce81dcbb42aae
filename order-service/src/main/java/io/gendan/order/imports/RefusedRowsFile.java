package io.gendan.order.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.gendan.messaging.query.FormulaGuard;
import io.gendan.messaging.rest.ProblemTexts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The rows of all refused orders in the form of their file: encoding, byte-order mark,
 * delimiter, line ends; with columns that say what to mend. No cell is run by a
 * spreadsheet. Mended, it can be imported again as it is.
 */
final class RefusedRowsFile {

	private static final List<String> ADDED = List.of("row", "field", "reason");

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final ColumnMapping mapping;

	private final ProblemTexts texts;

	private final String language;

	private final Map<Long, List<RowFault>> byRow = new HashMap<>();

	private final FileLimits limits;

	private final Set<String> refused;

	RefusedRowsFile(ColumnMapping mapping, FileLimits limits, Set<String> refused, List<RowFault> faults,
			ProblemTexts texts, Locale locale) {
		this.mapping = mapping;
		this.limits = limits;
		this.refused = refused;
		this.texts = texts;
		boolean writable = mapping.charset().newEncoder().canEncode("原因");
		this.language = writable ? ProblemTexts.language(locale) : "en";
		for (RowFault fault : faults) {
			this.byRow.computeIfAbsent(fault.row(), (row) -> new ArrayList<>()).add(fault);
		}
	}

	/**
	 * Writes the file.
	 * @param content the file that was imported
	 * @param out where to write
	 * @throws IOException if either fails
	 */
	void write(FileContent content, OutputStream out) throws IOException {
		try (CsvRows rows = CsvRows.open(content, this.mapping, this.limits);
				Writer writer = new OutputStreamWriter(out, this.mapping.charset());
				CSVPrinter printer = new CSVPrinter(writer, format(rows))) {
			if (rows.marked()) {
				writer.write(BYTE_ORDER_MARK);
			}
			List<Integer> kept = kept(rows.header());
			List<String> header = new ArrayList<>(kept.stream().map(rows.header()::get).toList());
			header.addAll(ADDED);
			print(printer, header);
			RowReader reader = new RowReader(this.mapping, rows.header());
			while (rows.hasNext()) {
				Row row = rows.next();
				if (this.refused.contains(reader.number(row))) {
					print(printer, cells(row, kept));
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private CSVFormat format(CsvRows rows) {
		return CSVFormat.RFC4180.builder()
			.setDelimiter(this.mapping.delimiter())
			.setRecordSeparator(rows.lineEnd())
			.get();
	}

	private static void print(CSVPrinter printer, List<String> cells) throws IOException {
		printer.printRecord(cells.stream().map(FormulaGuard::harmless));
	}

	/** A file that is itself a mended one has the added columns already. */
	private List<Integer> kept(List<String> header) {
		List<Integer> kept = new ArrayList<>();
		for (int column = 0; column < header.size(); column++) {
			if (!ADDED.contains(header.get(column)) || this.mapping.columns().containsValue(header.get(column))) {
				kept.add(column);
			}
		}
		return kept;
	}

	private List<String> cells(Row row, List<Integer> kept) {
		List<RowFault> faults = this.byRow.getOrDefault(row.line(), List.of());
		List<String> cells = new ArrayList<>();
		kept.forEach((column) -> cells.add((column < row.cells().size()) ? row.cells().get(column) : ""));
		cells.add(Long.toString(row.line()));
		cells.add(faults.stream().map(RowFault::field).distinct().collect(Collectors.joining("; ")));
		cells.add(faults.stream().map(this::reason).collect(Collectors.joining("; ")));
		return cells;
	}

	private String reason(RowFault fault) {
		return this.texts.of(fault.code(), fault.facts()).getOrDefault(this.language, fault.code());
	}

}
