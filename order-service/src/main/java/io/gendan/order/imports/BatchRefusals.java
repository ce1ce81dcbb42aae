package io.gendan.order.imports;

import java.util.ArrayList;
import java.util.List;

import io.gendan.messaging.access.RefusedAttempt;

/** What is refused of a batch: the orders, and what is wrong with them. */
final class BatchRefusals {

	private final List<String> orders = new ArrayList<>();

	private final List<RowFault> faults = new ArrayList<>();

	private final List<RefusedAttempt> attempts = new ArrayList<>();

	void add(EntryFiller filler) {
		this.orders.add(filler.number());
		this.faults.addAll(filler.faults().all());
	}

	void add(RefusedAttempt attempt) {
		this.attempts.add(attempt);
	}

	/** Their numbers in the file. */
	List<String> orders() {
		return this.orders;
	}

	List<RowFault> faults() {
		return this.faults;
	}

	/** What was tried on orders and customers of others. */
	List<RefusedAttempt> attempts() {
		return this.attempts;
	}

	boolean none() {
		return this.orders.isEmpty();
	}

}
