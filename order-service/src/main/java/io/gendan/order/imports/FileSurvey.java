package io.gendan.order.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;

/**
 * A first look at a whole file: can it be read at all, and where is the last row of each
 * order. It makes it possible to read orders with scattered rows without keeping the file
 * in memory.
 *
 * @param rows rows without the header
 * @param orders numbers in the file; rows without one count as one more
 * @param lastRows which rows are the last of their number, 0 for the first of the file
 * @param strayRows number in the file to the line of a row beside its rows that cannot be
 * given to any order, and so might be its
 */
record FileSurvey(long rows, int orders, BitSet lastRows, Map<String, Long> strayRows) {

	/**
	 * Looks at a file.
	 * @param content the file
	 * @param mapping what stands where in it
	 * @param limits how much of it may be held at once
	 * @return what it is like
	 * @throws RefusedException if no order can be read from it
	 * @throws IOException if it cannot be read
	 */
	static FileSurvey of(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException {
		OptionalLong wrong = EncodingCheck.wrongLine(content, mapping.charset());
		if (wrong.isPresent()) {
			throw refused(ImportRefusal.FILE_ENCODING_WRONG,
					Map.of("charset", mapping.charset().name(), "row", wrong.getAsLong()));
		}
		try (CsvRows rows = CsvRows.open(content, mapping, limits)) {
			checkHeader(rows.header(), mapping, limits);
			NumberedRows numbered = new NumberedRows(new RowReader(mapping, rows.header()));
			while (rows.hasNext()) {
				Row row = rows.next();
				if (numbered.add(row) > limits.orders()) {
					throw refused(ImportRefusal.FILE_TOO_MANY_ORDERS,
							Map.of("row", row.line(), "max", limits.orders()));
				}
			}
			FileSurvey survey = numbered.survey();
			if (survey.rows() == 0) {
				throw refused(ImportRefusal.FILE_EMPTY, Map.of());
			}
			if (numbered.bytes() > limits.openBytes()) {
				gather(content, mapping, survey, limits);
			}
			return survey;
		}
		catch (CsvRows.MalformedRowException ex) {
			throw refused(ex.endless() ? ImportRefusal.FILE_ROW_ENDLESS : ImportRefusal.FILE_MALFORMED,
					Map.of("row", ex.line(), "max", limits.rowCharacters()));
		}
	}

	/** A file that does not fit into memory shows here whether its orders do. */
	private static void gather(FileContent content, ColumnMapping mapping, FileSurvey survey, FileLimits limits)
			throws IOException {
		try (FileEntries orders = FileEntries.open(content, mapping, survey, limits)) {
			while (orders.hasNext()) {
				orders.next();
			}
		}
		catch (FileEntries.ScatteredException ex) {
			throw refused(ImportRefusal.FILE_SCATTERED, Map.of("row", ex.line()));
		}
	}

	private static void checkHeader(List<String> header, ColumnMapping mapping, FileLimits limits) {
		if (header.size() == 1 && (header.getFirst().isEmpty() || header.getFirst().equals(MarkedEnd.MARK))) {
			throw refused(ImportRefusal.FILE_EMPTY, Map.of());
		}
		if (header.size() > limits.columns()) {
			throw refused(ImportRefusal.FILE_TOO_MANY_COLUMNS, Map.of("count", header.size(), "max", limits.columns()));
		}
		List<FieldFault> faults = new ArrayList<>();
		mapping.columns().forEach((field, column) -> {
			int found = Collections.frequency(header, column);
			if (found != 1) {
				String shown = String.join(", ", header);
				faults.add(new FieldFault("mapping.columns." + field.key(),
						(found == 0) ? ImportRefusal.COLUMN_MISSING : ImportRefusal.COLUMN_TWICE, Map.of("column",
								column, "found", (shown.length() > 500) ? shown.substring(0, 500) + "…" : shown)));
			}
		});
		if (!faults.isEmpty()) {
			throw new RefusedException(
					new Refusal(ImportRefusal.IMPORT_INVALID, Map.of("count", faults.size()), faults));
		}
	}

	private static RefusedException refused(RefusalCode code, Map<String, Object> facts) {
		return new RefusedException(new Refusal(ImportRefusal.IMPORT_INVALID, Map.of("count", 1),
				List.of(new FieldFault("file", code, facts))));
	}

}
