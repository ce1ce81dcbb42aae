package io.gendan.acceptance.soak;

import java.util.List;
import java.util.Map;

/**
 * What the judge says.
 *
 * @param records records read from the topics
 * @param duplicates how many of them were there before
 * @param chains services and subjects
 * @param letters dead letters
 * @param orders order number to its story
 * @param faults what is wrong
 */
record Judgment(int records, int duplicates, int chains, int letters, Map<String, OrderStory> orders,
		List<Fault> faults) {

	/** In one line, with numbers. */
	String summary() {
		return "%,d records of %,d orders in %,d chains, %,d of them again, %,d dead letters: %d faults".formatted(
				this.records, this.orders.size(), this.chains, this.duplicates, this.letters, this.faults.size());
	}

}
