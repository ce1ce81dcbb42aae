package io.gendan.local.player;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What came of a play.
 *
 * @param orders counts of the file: in it, placed, known before, refused
 * @param refusedRows row, field and reason of every fault
 * @param finalStates state to number of orders
 * @param eventsPerTopic topic to number of events of these orders
 * @param commitToTimelineMs p50, p95 and p99 in milliseconds
 * @param ordersPerSecond orders that ended in this play, per second of it
 * @param cpuSeconds process to CPU seconds used during the play
 * @param amountPlaced currency to the sum of all placed orders
 * @param seconds how long the play took
 * @param failures what a person was told that no waiting could mend
 */
record Report(Counts orders, List<JsonNode> refusedRows, Map<String, Integer> finalStates,
		Map<String, Long> eventsPerTopic, Map<String, Long> commitToTimelineMs, double ordersPerSecond,
		Map<String, Double> cpuSeconds, JsonNode amountPlaced, double seconds, List<String> failures) {

	/**
	 * Orders of the file.
	 *
	 * @param inFile different order numbers in the file
	 * @param placed placed by this import
	 * @param alreadyKnown placed before
	 * @param refused refused, nothing of them is placed
	 */
	record Counts(int inFile, int placed, int alreadyKnown, int refused) {
	}

}
