package io.gendan.order.imports;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How imports are worked on.
 *
 * @param batch orders placed with one write
 * @param batchRows rows after which a batch is full, however few orders it has
 * @param lease how long a worker may be silent before another takes over
 * @param lookForOrphans how often left imports are looked for
 */
@ConfigurationProperties("gendan.imports")
record ImportSettings(int batch, int batchRows, Duration lease, Duration lookForOrphans) {
}
