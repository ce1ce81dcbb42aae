package io.gendan.order.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gendan.messaging.rest.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * An import of customers or products as it is shown.
 *
 * @param id id of the import
 * @param state how far it is
 * @param fileName name of the file
 * @param run how often it has been started
 * @param rowsInFile rows of the file, without the header
 * @param rows rows done
 * @param entries what has become of the numbers in the file
 * @param refusedRows faults with their rows, as many as the caller asks for
 * @param startedAt begin of this run
 * @param finishedAt end of this run
 * @param failure what went wrong with the last try, if it failed
 */
record RegisterImportView(String id, ImportState state, String fileName, int run, long rowsInFile, long rows,
		Entries entries, List<RefusedEntry> refusedRows, Instant startedAt, @Nullable Instant finishedAt,
		@Nullable String failure) {

	static RegisterImportView of(ImportRecord record, List<RowFault> faults, ProblemTexts texts) {
		return new RegisterImportView(record.id(), record.state(), record.fileName(), record.run(), record.rowsInFile(),
				record.rows(),
				new Entries(record.ordersInFile(), record.placed(), record.changed(), record.alreadyKnown(),
						record.refused()),
				faults.stream().map((fault) -> RefusedEntry.of(fault, texts)).toList(), record.startedAt(),
				record.finishedAt(), record.failure());
	}

	/**
	 * What has become of the numbers in the file.
	 *
	 * @param inFile numbers in the file
	 * @param entered new ones that were entered in this run
	 * @param changed known ones of which something else is said since this run
	 * @param unchanged known ones of which the file says the same
	 * @param refused those that are neither entered nor changed
	 */
	record Entries(long inFile, long entered, long changed, long unchanged, long refused) {
	}

	/**
	 * A fault of the file.
	 *
	 * @param row line of the file
	 * @param number number in the file
	 * @param field column, or field if no column has it
	 * @param code stable reason
	 * @param reason text by language, {@code en} and {@code zh}
	 */
	record RefusedEntry(long row, String number, String field, String code, Map<String, String> reason) {

		private static RefusedEntry of(RowFault fault, ProblemTexts texts) {
			return new RefusedEntry(fault.row(), fault.order(), fault.field(), fault.code(),
					texts.of(fault.code(), fault.facts()));
		}

	}

}
