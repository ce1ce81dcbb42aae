package io.gendan.order.imports;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

import io.gendan.contract.Money;

/** What has become of the entries of one run so far. */
final class ImportCounts {

	private long rows;

	private long placed;

	private long changed;

	private long alreadyKnown;

	private long refused;

	private int refusalPages;

	private long faults;

	private long faultBytes;

	private final Map<String, BigDecimal> amounts = new TreeMap<>();

	void rows(int count) {
		this.rows += count;
	}

	void placed(Money total) {
		this.placed++;
		this.amounts.merge(total.currency(), total.amount(), BigDecimal::add);
	}

	/** A customer or product that was new. */
	void entered() {
		this.placed++;
	}

	/** One that was known with other details. */
	void changed() {
		this.changed++;
	}

	void alreadyKnown() {
		this.alreadyKnown++;
	}

	void refused() {
		this.refused++;
	}

	/**
	 * Counts a fault in as long as there is room.
	 * @param fault the fault
	 * @param limits how much of a file is kept
	 * @return whether it is kept
	 */
	boolean keep(RowFault fault, FileLimits limits) {
		if (this.faults >= limits.faults() || this.faultBytes + fault.bytes() > limits.faultBytes()) {
			return false;
		}
		this.faults++;
		this.faultBytes += fault.bytes();
		return true;
	}

	/** The number of the next page of refusals. */
	int nextPage() {
		return ++this.refusalPages;
	}

	long rows() {
		return this.rows;
	}

	long placed() {
		return this.placed;
	}

	long changedEntries() {
		return this.changed;
	}

	long knownAlready() {
		return this.alreadyKnown;
	}

	long refusedOrders() {
		return this.refused;
	}

	int refusalPages() {
		return this.refusalPages;
	}

	Map<String, BigDecimal> amounts() {
		return this.amounts;
	}

}
