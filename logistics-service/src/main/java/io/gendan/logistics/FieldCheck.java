package io.gendan.logistics;

import java.time.Instant;
import java.util.Map;

import io.gendan.stage.FieldReader;

/** Reads the fields of a command. */
final class FieldCheck extends FieldReader {

	/** An instant is checked against the order's own story, not only against today. */
	void happened(String field, Instant at, Instant after, LogisticsRefusal before, Instant now, ReportPolicy policy) {
		if (policy.future(at, now)) {
			fault(field, LogisticsRefusal.TIME_IN_FUTURE, Map.of("now", now.toString()));
		}
		else if (policy.before(at, after)) {
			fault(field, before, Map.of("earliest", after.toString()));
		}
	}

}
