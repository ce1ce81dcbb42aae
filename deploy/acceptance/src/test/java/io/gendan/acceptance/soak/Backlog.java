package io.gendan.acceptance.soak;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.gendan.acceptance.LocalSystem;
import io.gendan.acceptance.Topics;

/** Events that wait in the ledgers for their way to the topics. */
final class Backlog {

	private static final Pattern GAUGE = Pattern.compile("(?m)^gendan_outbox_backlog(?:\\{[^}]*})? ([0-9.E]+)$");

	private Backlog() {
	}

	/**
	 * What all services say of themselves.
	 * @param system the running system
	 * @return events that wait, negative if a service does not say
	 */
	static long of(LocalSystem system) {
		long backlog = 0;
		for (String topic : Topics.ALL) {
			Matcher gauge = GAUGE.matcher(system.metrics(topic.substring("gendan.".length())));
			if (!gauge.find()) {
				return -1;
			}
			backlog += Math.round(Double.parseDouble(gauge.group(1)));
		}
		return backlog;
	}

}
