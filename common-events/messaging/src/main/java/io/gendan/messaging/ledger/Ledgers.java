package io.gendan.messaging.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bson.Document;

/** Ledgers as they were read; one that cannot be read does not hide the others. */
public final class Ledgers {

	/** Nothing was read. */
	public static final Ledgers NONE = new Ledgers();

	private final Map<String, Ledger> read = new HashMap<>();

	private final Map<String, UnreadableLedgerException> unreadable = new HashMap<>();

	void add(Document document) {
		String order = document.getString("_id");
		try {
			this.read.put(order, LedgerDocuments.ledger(document));
		}
		catch (RuntimeException ex) {
			this.unreadable.put(order, new UnreadableLedgerException(order, ex));
		}
	}

	/**
	 * The ledger of an order.
	 * @param order order number, one of those that were asked for
	 * @return the ledger, an empty one where there is no document
	 * @throws UnreadableLedgerException if the document cannot be read
	 */
	public Ledger get(String order) {
		UnreadableLedgerException fault = this.unreadable.get(order);
		if (fault != null) {
			throw fault;
		}
		Ledger ledger = this.read.get(order);
		return (ledger != null) ? ledger : Ledger.empty(order);
	}

	/**
	 * The orders that have a document, whether it can be read or not.
	 * @return order numbers
	 */
	public List<String> orders() {
		List<String> orders = new ArrayList<>(this.read.keySet());
		orders.addAll(this.unreadable.keySet());
		return orders;
	}

}
