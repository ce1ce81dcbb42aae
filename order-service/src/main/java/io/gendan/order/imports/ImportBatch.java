package io.gendan.order.imports;

import java.util.List;

/** Makes of the rows of a file what they say, a batch with one write. */
interface ImportBatch {

	/** What such files hold. */
	ImportKind kind();

	/**
	 * Carries out what is clean and tells the faults of the rest.
	 * @param record the import
	 * @param mapping its mapping
	 * @param reader reads its rows
	 * @param entries the batch
	 * @param counts gets what has become of them
	 * @return what is refused
	 */
	BatchRefusals place(ImportRecord record, ColumnMapping mapping, RowReader reader, List<FileEntry> entries,
			ImportCounts counts);

}
