package io.gendan.order.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gendan.messaging.rest.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param id id of the import
 * @param state how far it is
 * @param fileName name of the file
 * @param run how often it has been started
 * @param rowsInFile rows of the file, without the header
 * @param rows rows done
 * @param orders what has become of the orders
 * @param refusedRows faults with their rows, as many as the caller asks for
 * @param amountPlaced sum placed in this run, by currency
 * @param startedAt begin of this run
 * @param finishedAt end of this run
 * @param failure what went wrong with the last try, if it failed
 */
record ImportView(String id, ImportState state, String fileName, int run, long rowsInFile, long rows, Orders orders,
		List<RefusedRow> refusedRows, Map<String, String> amountPlaced, Instant startedAt, @Nullable Instant finishedAt,
		@Nullable String failure) {

	static ImportView of(ImportRecord record, List<RowFault> faults, ProblemTexts texts) {
		return new ImportView(record.id(), record.state(), record.fileName(), record.run(), record.rowsInFile(),
				record.rows(),
				new Orders(record.ordersInFile(), record.placed(), record.alreadyKnown(), record.refused()),
				faults.stream().map((fault) -> RefusedRow.of(fault, texts)).toList(), record.amountPlaced(),
				record.startedAt(), record.finishedAt(), record.failure());
	}

	/**
	 * What has become of the orders.
	 *
	 * @param inFile orders in the file
	 * @param placed placed in this run
	 * @param alreadyKnown placed before with the same content
	 * @param refused not placed
	 */
	record Orders(long inFile, long placed, long alreadyKnown, long refused) {
	}

	/**
	 * A fault of the file.
	 *
	 * @param row line of the file
	 * @param order number in the file
	 * @param field column, or field if no column has it
	 * @param code stable reason
	 * @param reason text by language, {@code en} and {@code zh}
	 */
	record RefusedRow(long row, String order, String field, String code, Map<String, String> reason) {

		private static RefusedRow of(RowFault fault, ProblemTexts texts) {
			return new RefusedRow(fault.row(), fault.order(), fault.field(), fault.code(),
					texts.of(fault.code(), fault.facts()));
		}

	}

}
