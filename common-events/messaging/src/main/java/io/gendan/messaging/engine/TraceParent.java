package io.gendan.messaging.engine;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** W3C trace context: the trace goes on, each event is a span of its own. */
final class TraceParent {

	private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

	private static final int TRACE_END = 36;

	private static final int FLAGS = 52;

	private TraceParent() {
	}

	/**
	 * The trace context of what follows from something.
	 * @param parent trace context of the cause, if it had one
	 * @return the same trace with a new span; a new trace without a usable parent
	 */
	static String childOf(@Nullable String parent) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		HexFormat hex = HexFormat.of();
		// The standard takes a span or a trace of zeros for none at all.
		String span = hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE));
		return (parent != null && FORM.matcher(parent).matches())
				? parent.substring(0, TRACE_END) + span + parent.substring(FLAGS)
				: "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE)) + "-"
						+ span + "-01";
	}

}
