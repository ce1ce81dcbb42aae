package io.gendan.local.player;

import java.io.IOException;
import java.net.URI;
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

	/** Empty when nobody tells it. */
	static Map<String, Long> read(Gateway gateway, URI metrics) throws InterruptedException {
		Map<String, Long> lag = new TreeMap<>();
		text(gateway, metrics).lines()
			.filter((line) -> line.startsWith(METRIC) && line.contains("group=\"order-service-projection\""))
			.forEach((line) -> QUANTILES.forEach((name, quantile) -> {
				if (line.contains(quantile)) {
					lag.put(name, Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) * 1000));
				}
			}));
		return lag;
	}

	private static String text(Gateway gateway, URI metrics) throws InterruptedException {
		try {
			return gateway.text(metrics);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
