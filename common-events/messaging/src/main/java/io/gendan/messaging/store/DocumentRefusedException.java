package io.gendan.messaging.store;

/** The store will never take a document as it is. */
public class DocumentRefusedException extends RuntimeException {

	public DocumentRefusedException(String id, DocumentFault fault) {
		super("The store refuses document %s: %s (code %d)".formatted(id, fault.message(), fault.code()));
	}

}
