package io.gendan.order.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;

/**
 * A first look at a whole file: can it be read at all, and how many rows has each order.
 * It makes it possible to read orders with scattered rows without keeping the file in
 * memory.
 *
 * @param rows rows without the header
 * @param rowsPerOrder number in the file to its rows; the empty number for rows without
 * one
 */
record FileSurvey(long rows, Map<String, Integer> rowsPerOrder) {

	/**
	 * Looks at a file.
	 * @param content the file
	 * @param mapping what stands where in it
	 * @return what it is like
	 * @throws RefusedException if no order can be read from it
	 * @throws IOException if it cannot be read
	 */
	static FileSurvey of(FileContent content, ColumnMapping mapping) throws IOException {
		OptionalLong wrong = EncodingCheck.wrongLine(content, mapping.charset());
		if (wrong.isPresent()) {
			throw refused(ImportRefusal.FILE_ENCODING_WRONG,
					Map.of("charset", mapping.charset().name(), "row", wrong.getAsLong()));
		}
		try (CsvRows rows = CsvRows.open(content, mapping)) {
			checkHeader(rows.header(), mapping);
			Map<String, Integer> rowsPerOrder = new HashMap<>();
			RowReader reader = new RowReader(mapping, rows.header());
			long count = 0;
			while (rows.hasNext()) {
				rowsPerOrder.merge(reader.number(rows.next()), 1, Integer::sum);
				count++;
			}
			if (count == 0) {
				throw refused(ImportRefusal.FILE_EMPTY, Map.of());
			}
			return new FileSurvey(count, rowsPerOrder);
		}
		catch (CsvRows.MalformedRowException ex) {
			throw refused(ImportRefusal.FILE_MALFORMED, Map.of("row", ex.line()));
		}
	}

	private static void checkHeader(List<String> header, ColumnMapping mapping) {
		if (header.size() == 1 && (header.getFirst().isEmpty() || header.getFirst().equals(MarkedEnd.MARK))) {
			throw refused(ImportRefusal.FILE_EMPTY, Map.of());
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
