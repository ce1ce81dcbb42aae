package io.gendan.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the data of events. Unknown fields are skipped and unknown types are
 * left alone, so that a subscriber outlives additions to the contract.
 */
public final class EventCodec {

	private final JsonMapper json = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private final Map<String, Upcaster> upcasters;

	/** A codec for the events of the contract. */
	public EventCodec() {
		this(List.of());
	}

	/**
	 * A codec that can also read older versions.
	 * @param upcasters at most one per old version
	 */
	public EventCodec(List<Upcaster> upcasters) {
		this.upcasters = upcasters.stream().collect(Collectors.toMap(Upcaster::from, Function.identity()));
	}

	/**
	 * The data of an event as JSON.
	 * @param event an event of the catalogue
	 * @return compact JSON
	 */
	public String write(GendanEvent event) {
		return this.json.writeValueAsString(event);
	}

	/**
	 * The event in a record.
	 * @param recorded a record of a topic
	 * @return the event, or empty if this version of the contract does not know its type
	 * @throws MalformedEventException if the data do not fit the type
	 */
	public Optional<GendanEvent> event(RecordedEvent recorded) {
		return read(recorded.envelope().type(), recorded.data());
	}

	/**
	 * The event of a type and its data.
	 * @param type wire name with version
	 * @param data the payload, JSON
	 * @return the event, or empty if this version of the contract does not know its type
	 * @throws MalformedEventException if the data do not fit the type
	 */
	public Optional<GendanEvent> read(String type, String data) {
		try {
			Upcaster upcaster = this.upcasters.get(type);
			if (upcaster != null) {
				ObjectNode lifted = upcaster.lift((ObjectNode) this.json.readTree(data));
				return read(upcaster.to(), this.json.writeValueAsString(lifted));
			}
			return EventCatalogue.find(type).map((known) -> this.json.readValue(data, known));
		}
		catch (JacksonException | NullPointerException | ClassCastException ex) {
			throw new MalformedEventException("The data of %s cannot be read: %s".formatted(type, ex.getMessage()), ex);
		}
	}

}
