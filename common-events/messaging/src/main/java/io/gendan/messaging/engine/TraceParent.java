package io.gendan.messaging.engine;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** W3C trace context: the trace goes on, each event is a span of its own. */
final class TraceParent {

	private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

	private static final int TRACE_END = 35;

	private TraceParent() {
	}

	/**
	 * The trace context of what follows from something.
	 * @param parent trace context of the cause, if it had one
	 * @return the same trace with a new span; a new trace without a usable parent
	 */
	static String childOf(@Nullable String parent) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		String span = "%016x".formatted(random.nextLong());
		return (parent != null && FORM.matcher(parent).matches())
				? parent.substring(0, TRACE_END) + "-" + span + parent.substring(52)
				: "00-%016x%016x-%s-01".formatted(random.nextLong(), random.nextLong(1, Long.MAX_VALUE), span);
	}

}
