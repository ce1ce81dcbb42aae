package io.gendan.stage;

import java.util.List;
import java.util.Map;

import io.gendan.contract.GendanEvent;

/**
 * What a decision comes to: events, or a refusal with a reason.
 *
 * @param <E> the events of the stage
 */
public sealed interface Outcome<E extends GendanEvent> {

	/**
	 * The command is carried out.
	 *
	 * @param events what has happened; empty when the command asks for what already is
	 * @param <E> the events of the stage
	 */
	record Accepted<E extends GendanEvent>(List<E> events) implements Outcome<E> {

		public Accepted {
			events = List.copyOf(events);
		}

	}

	/**
	 * The command is refused and leaves nothing behind.
	 *
	 * @param refusal why
	 * @param <E> the events of the stage
	 */
	record Refused<E extends GendanEvent>(Refusal refusal) implements Outcome<E> {
	}

	/**
	 * Carried out.
	 * @param events what has happened
	 * @param <E> the events of the stage
	 * @return the outcome
	 */
	@SafeVarargs
	static <E extends GendanEvent> Outcome<E> accepted(E... events) {
		return new Accepted<>(List.of(events));
	}

	/**
	 * Refused.
	 * @param code the reason
	 * @param facts what the message of the reason names, by placeholder
	 * @param <E> the events of the stage
	 * @return the outcome
	 */
	static <E extends GendanEvent> Outcome<E> refused(RefusalCode code, Map<String, Object> facts) {
		return new Refused<>(new Refusal(code, facts, List.of()));
	}

	/**
	 * Refused because of its fields, all of them told at once.
	 * @param code the reason
	 * @param fields the faults, at least one
	 * @param <E> the events of the stage
	 * @return the outcome
	 */
	static <E extends GendanEvent> Outcome<E> refused(RefusalCode code, List<FieldFault> fields) {
		return new Refused<>(new Refusal(code, Map.of("count", fields.size()), fields));
	}

}
