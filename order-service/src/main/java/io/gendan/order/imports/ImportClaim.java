package io.gendan.order.imports;

/**
 * The right to work on an import.
 *
 * @param record the import as it was when it was taken
 * @param worker the mark it has while the right holds
 * @param furthest rows that the best try before has done
 */
record ImportClaim(ImportRecord record, String worker, long furthest) {

	/** Whether no try before has come as far. */
	boolean further(long rows) {
		return rows > this.furthest;
	}

}
