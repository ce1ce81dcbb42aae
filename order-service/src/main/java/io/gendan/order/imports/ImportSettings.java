package io.gendan.order.imports;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How imports are worked on.
 *
 * @param batch orders placed with one write
 * @param batchRows rows after which a batch is full, however few orders it has
 * @param batchBytes memory of rows after which a batch is full
 * @param atOnce imports that advance in turn, each of another user
 * @param uploads uploads looked through at the same time; others wait
 * @param uploadWait how long an upload waits for its turn before it is sent away
 * @param attempts tries without getting further after which an import has failed
 * @param lease how long a worker may be silent before another takes over, and how long it
 * takes until a try that has failed is followed by the next
 * @param orderPauses pauses before the tries of an order that the store has not taken
 * @param lookForOrphans how often left imports are looked for
 * @param keepFiles how long a file is kept after the end of its import; the report stays
 * @param limits how much of a file is held at once
 */
@ConfigurationProperties("gendan.imports")
record ImportSettings(@DefaultValue("200") int batch, @DefaultValue("5000") int batchRows,
		@DefaultValue("2097152") long batchBytes, @DefaultValue("4") int atOnce, @DefaultValue("2") int uploads,
		@DefaultValue("20s") Duration uploadWait, @DefaultValue("5") int attempts, @DefaultValue("30s") Duration lease,
		@DefaultValue( {
				"200ms", "1s", "3s" }) List<Duration> orderPauses,
		@DefaultValue("5s") Duration lookForOrphans, @DefaultValue("30d") Duration keepFiles,
		@DefaultValue FileLimits limits){
}
