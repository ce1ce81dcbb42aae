package io.gendan.order.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.gendan.contract.Envelope;
import io.gendan.contract.EventCodec;
import io.gendan.contract.MalformedEventException;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Subject;
import io.gendan.messaging.engine.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Keeps from the timelines what is about no order, and what could not be shown: entries
 * are handed to readers as they are stored, so they are read here first.
 */
@Component
class EntryCheck {

	private static final int HASH_DIGITS = 64;

	private final EventCodec codec;

	private final JsonMapper json;

	EntryCheck(EventCodec codec, JsonMapper json) {
		this.codec = codec;
		this.json = json;
	}

	/**
	 * Hands on what can be shown.
	 * @param events events about anything
	 * @param timelines takes those that can, and says what became of each
	 * @return what became of all
	 */
	List<Verdict> pass(List<RecordedEvent> events, Function<List<RecordedEvent>, List<Verdict>> timelines) {
		List<@Nullable Verdict> verdicts = new ArrayList<>(events.size());
		List<RecordedEvent> good = new ArrayList<>(events.size());
		for (RecordedEvent event : events) {
			if (!Subject.of(event.envelope()).kind().equals(Subject.ORDER)) {
				verdicts.add(Verdict.taken());
				continue;
			}
			String fault = fault(event);
			verdicts.add((fault != null) ? Verdict.rejected("MALFORMED", fault) : null);
			if (fault == null) {
				good.add(event);
			}
		}
		var taken = timelines.apply(good).iterator();
		return verdicts.stream().map((verdict) -> Objects.requireNonNullElseGet(verdict, taken::next)).toList();
	}

	private @Nullable String fault(RecordedEvent event) {
		Envelope envelope = event.envelope();
		if (!isHash(envelope.hash()) || !isHash(envelope.prevHash())) {
			return "ce_hash and ce_prevhash of %s must be 64 hexadecimal digits".formatted(envelope.id());
		}
		try {
			if (this.codec.event(event).isEmpty() && !this.json.readTree(event.data()).isObject()) {
				return "The data of %s are no JSON object".formatted(envelope.id());
			}
			return null;
		}
		catch (MalformedEventException | JacksonException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	/** The hash before it, and the hash of what has been mended, nobody has compared. */
	private static boolean isHash(String text) {
		return text.length() == HASH_DIGITS
				&& text.chars().allMatch((digit) -> digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f');
	}

}
