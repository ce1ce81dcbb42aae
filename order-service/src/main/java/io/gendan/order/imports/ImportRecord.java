package io.gendan.order.imports;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An import as it is kept.
 *
 * @param id follows from file and mapping
 * @param kind what the file holds
 * @param state how far it is
 * @param run how often it has been started; a repeated upload starts it again
 * @param uploader who started this run
 * @param fileName name of the file
 * @param content name under which the file is kept
 * @param chunks pieces in which the file is kept, 0 when it is kept no longer
 * @param mapping JSON of the mapping
 * @param receivedAt when the file arrived first; what its orders say if it does not
 * @param rowsInFile rows of the file
 * @param ordersInFile numbers in the file
 * @param rows rows done in this run
 * @param placed orders placed, or customers or products entered, in this run
 * @param changed customers or products changed
 * @param alreadyKnown those that had been placed or entered before and say the same
 * @param refused those refused
 * @param refusalPages pages of refusals
 * @param amountPlaced sum placed, by currency
 * @param startedAt begin of this run
 * @param finishedAt end of this run
 * @param failure what went wrong, if it failed
 */
record ImportRecord(String id, ImportKind kind, ImportState state, int run, Uploader uploader, String fileName,
		String content, int chunks, String mapping, Instant receivedAt, long rowsInFile, long ordersInFile, long rows,
		long placed, long changed, long alreadyKnown, long refused, int refusalPages, Map<String, String> amountPlaced,
		Instant startedAt, @Nullable Instant finishedAt, @Nullable String failure) {

	static ImportRecord begun(String id, ImportKind kind, Uploader uploader, String fileName, int chunks,
			String mapping, FileSurvey survey, Instant now) {
		return new ImportRecord(id, kind, ImportState.RUNNING, 1, uploader, fileName, id, chunks, mapping, now,
				survey.rows(), survey.orders(), 0, 0, 0, 0, 0, 0, Map.of(), now, null, null);
	}

	ImportRecord again(Uploader by, Instant now) {
		return again(by, now, this.content, this.chunks);
	}

	/**
	 * The next run, of a file that has been kept anew.
	 * @param by who has uploaded it
	 * @param now the present time
	 * @param keptAs see {@link #nextContent()}
	 * @param pieces pieces in which it is kept
	 * @return the next run
	 */
	ImportRecord again(Uploader by, Instant now, String keptAs, int pieces) {
		return new ImportRecord(this.id, this.kind, ImportState.RUNNING, this.run + 1, by, this.fileName, keptAs,
				pieces, this.mapping, this.receivedAt, this.rowsInFile, this.ordersInFile, 0, 0, 0, 0, 0, 0, Map.of(),
				now, null, null);
	}

	/** Another name than before: what is being removed under the old one is not it. */
	String nextContent() {
		return this.id + "@" + (this.run + 1);
	}

	boolean hasFile() {
		return this.chunks > 0;
	}

}
