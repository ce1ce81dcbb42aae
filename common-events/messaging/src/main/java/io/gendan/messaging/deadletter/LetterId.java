package io.gendan.messaging.deadletter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record stands; written {@code topic~partition~offset}.
 *
 * @param topic topic
 * @param partition partition
 * @param offset offset
 */
record LetterId(String topic, int partition, long offset) {

	private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]{1,249})~(\\d{1,9})~(\\d{1,18})");

	static Optional<LetterId> parse(String text) {
		Matcher parts = FORM.matcher(text);
		return parts.matches()
				? Optional
					.of(new LetterId(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
				: Optional.empty();
	}

	@Override
	public String toString() {
		return this.topic + "~" + this.partition + "~" + this.offset;
	}

}
