package io.gendan.messaging.ledger;

/** The document of an order, or an event in it, does not have its form. */
public class UnreadableLedgerException extends RuntimeException {

	public UnreadableLedgerException(String order, RuntimeException cause) {
		super("The stored document of order %s cannot be read: %s".formatted(order, cause), cause);
	}

}
