package io.gendan.order.imports;

import java.util.ArrayList;
import java.util.List;

/** What is refused of a batch: the orders, and what is wrong with them. */
final class BatchRefusals {

	private final List<String> orders = new ArrayList<>();

	private final List<RowFault> faults = new ArrayList<>();

	void add(OrderFiller filler) {
		this.orders.add(filler.number());
		this.faults.addAll(filler.faults());
	}

	/** Their numbers in the file. */
	List<String> orders() {
		return this.orders;
	}

	List<RowFault> faults() {
		return this.faults;
	}

	boolean none() {
		return this.orders.isEmpty();
	}

}
