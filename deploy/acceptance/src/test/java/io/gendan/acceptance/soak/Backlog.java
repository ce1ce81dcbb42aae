package io.gendan.acceptance.soak;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.gendan.acceptance.Gateway.Reply;
import io.gendan.acceptance.Topics;

/** Events that wait in the ledgers for their way to the topics. */
final class Backlog {

	private static final Pattern GAUGE = Pattern.compile("(?m)^gendan_outbox_backlog(?:\\{[^}]*})? ([0-9.E]+)$");

	private Backlog() {
	}

	/**
	 * What all services say of themselves.
	 * @param scene the running system
	 * @return events that wait, negative if a service does not say
	 */
	static long of(Scene scene) {
		long backlog = 0;
		for (String topic : Topics.ALL) {
			Reply reply = scene.metrics(topic.substring("gendan.".length()));
			Matcher gauge = GAUGE.matcher(reply.text());
			if (reply.status() != 200 || !gauge.find()) {
				return -1;
			}
			backlog += Math.round(Double.parseDouble(gauge.group(1)));
		}
		return backlog;
	}

}
