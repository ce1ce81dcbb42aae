package io.gendan.local.player;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long events were under way from their commit to the timeline, as order-service
 * measures it over the last two minutes.
 */
final class TimelineLag {

	private static final String METRIC = "gendan_events_lag_seconds{";

	private static final Map<String, String> QUANTILES = Map.of("p50", "quantile=\"0.5\"", "p95", "quantile=\"0.95\"",
			"p99", "quantile=\"0.99\"");

	private TimelineLag() {
	}

	static Map<String, Long> read(Gateway gateway) throws IOException, InterruptedException {
		Map<String, Long> lag = new TreeMap<>();
		gateway.text("/services/order/actuator/prometheus")
			.lines()
			.filter((line) -> line.startsWith(METRIC) && line.contains("group=\"order-service-projection\""))
			.forEach((line) -> QUANTILES.forEach((name, quantile) -> {
				if (line.contains(quantile)) {
					lag.put(name, Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) * 1000));
				}
			}));
		return lag;
	}

}
