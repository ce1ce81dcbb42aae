package io.gendan.messaging.store;

import java.util.Map;

/**
 * What became of a bulk write, per document.
 *
 * @param done how many documents were inserted or found by their filter
 * @param faults the documents that were not written because of an error of their own, by
 * id
 */
public record BulkAnswer(int done, Map<String, DocumentFault> faults) {

	public BulkAnswer {
		faults = Map.copyOf(faults);
	}

	/**
	 * The answer, if no document has a fault that lasts.
	 * @return this
	 * @throws DocumentRefusedException if one has
	 */
	public BulkAnswer orThrowLasting() {
		this.faults.forEach((id, fault) -> {
			if (fault.kind() == DocumentFault.Kind.LASTING) {
				throw new DocumentRefusedException(id, fault);
			}
		});
		return this;
	}

}
