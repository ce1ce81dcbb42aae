package io.gendan.order.imports;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An import as it is kept.
 *
 * @param id follows from file and mapping
 * @param state how far it is
 * @param run how often it has been started; a repeated upload starts it again
 * @param uploader who started this run
 * @param fileName name of the file
 * @param chunks pieces in which the file is kept
 * @param mapping JSON of the mapping
 * @param receivedAt when the file arrived first; what its orders say if it does not
 * @param rowsInFile rows of the file
 * @param ordersInFile orders of the file
 * @param rows rows done in this run
 * @param placed orders placed in this run
 * @param alreadyKnown orders that had been placed before
 * @param refused orders refused
 * @param refusalPages pages of refusals
 * @param amountPlaced sum placed, by currency
 * @param startedAt begin of this run
 * @param finishedAt end of this run
 * @param failure what went wrong, if it failed
 */
record ImportRecord(String id, ImportState state, int run, Uploader uploader, String fileName, int chunks,
		String mapping, Instant receivedAt, long rowsInFile, long ordersInFile, long rows, long placed,
		long alreadyKnown, long refused, int refusalPages, Map<String, String> amountPlaced, Instant startedAt,
		@Nullable Instant finishedAt, @Nullable String failure) {

	static ImportRecord begun(String id, Uploader uploader, String fileName, int chunks, String mapping,
			FileSurvey survey, Instant now) {
		return new ImportRecord(id, ImportState.RUNNING, 1, uploader, fileName, chunks, mapping, now, survey.rows(),
				survey.orders(), 0, 0, 0, 0, 0, Map.of(), now, null, null);
	}

	ImportRecord again(Uploader by, Instant now) {
		return new ImportRecord(this.id, ImportState.RUNNING, this.run + 1, by, this.fileName, this.chunks,
				this.mapping, this.receivedAt, this.rowsInFile, this.ordersInFile, 0, 0, 0, 0, 0, Map.of(), now, null,
				null);
	}

}
