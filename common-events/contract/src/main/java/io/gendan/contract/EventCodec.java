package io.gendan.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the data of events. Unknown fields are skipped and unknown types are
 * left alone, so that a subscriber outlives additions to the contract; a known field that
 * is missing, null or of another form is refused. Safe for use by many threads.
 */
public final class EventCodec {

	private final JsonMapper json = EventJson.mapper();

	private final Map<String, Upcaster> upcasters;

	/** A codec for the events of the contract. */
	public EventCodec() {
		this(List.of());
	}

	/**
	 * A codec that can also read older versions.
	 * @param upcasters at most one per old version
	 * @throws IllegalStateException if two read the same version
	 * @throws IllegalArgumentException if they lead back to where they began
	 */
	public EventCodec(List<Upcaster> upcasters) {
		this.upcasters = upcasters.stream().collect(Collectors.toMap(Upcaster::from, Function.identity()));
		this.upcasters.keySet().forEach(this::mustEnd);
	}

	/**
	 * The version an event is lifted to before it is read: whoever compares types
	 * compares this one.
	 * @param type wire name with version
	 * @return wire name of the newest version that its data can be lifted to, the same
	 * name if there is none
	 */
	public String newest(String type) {
		String newest = type;
		for (Upcaster next = this.upcasters.get(newest); next != null; next = this.upcasters.get(newest)) {
			newest = next.to();
		}
		return newest;
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
	 * The data of an event as JSON, with something in the place of each personal text:
	 * its sealed form, or a mask.
	 * @param event an event of the catalogue
	 * @param replacement makes of a personal text what is written
	 * @return compact JSON
	 * @throws RuntimeException what the replacement throws
	 */
	public String write(GendanEvent event, UnaryOperator<Personal> replacement) {
		return this.json.writer().withAttribute(PersonalSerializer.REPLACEMENT, replacement).writeValueAsString(event);
	}

	/**
	 * The event in a record.
	 * @param recorded a record of a topic
	 * @return the event, or empty if this version of the contract does not know its type
	 * @throws MalformedEventException if the data do not fit the type, or belong to
	 * another subject than the envelope
	 */
	public Optional<GendanEvent> event(RecordedEvent recorded) {
		Envelope envelope = recorded.envelope();
		Optional<GendanEvent> event = read(envelope.type(), recorded.data());
		if (event.isPresent() && !event.get().subject().equals(envelope.subject())) {
			throw new MalformedEventException("The data of %s belong to %s, its envelope to %s".formatted(envelope.id(),
					event.get().subject(), envelope.subject()));
		}
		return event;
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
			return (upcaster != null) ? lifted(upcaster, data)
					: EventCatalogue.find(type).map((known) -> present(this.json.readValue(data, known)));
		}
		// Whatever goes wrong in a constructor, a date or an upcaster: for the reader the
		// record is poison, and a consumer can treat one exception only.
		catch (RuntimeException ex) {
			throw new MalformedEventException("The data of %s cannot be read: %s".formatted(type, ex.getMessage()), ex);
		}
	}

	private Optional<GendanEvent> lifted(Upcaster first, String data) {
		ObjectNode node = (ObjectNode) this.json.readTree(data);
		String type = first.from();
		for (Upcaster next = first; next != null; next = this.upcasters.get(type)) {
			node = next.lift(node);
			type = next.to();
		}
		ObjectNode newest = node;
		return EventCatalogue.find(type).map((known) -> present(this.json.treeToValue(newest, known)));
	}

	/**
	 * The JSON document {@code null} is no event, and must not pass for an unknown type.
	 */
	private static GendanEvent present(@Nullable GendanEvent event) {
		if (event == null) {
			throw new MalformedEventException("null is no event");
		}
		return event;
	}

	private void mustEnd(String start) {
		Set<String> seen = new HashSet<>();
		for (Upcaster next = this.upcasters.get(start); next != null; next = this.upcasters.get(next.to())) {
			if (!seen.add(next.from())) {
				throw new IllegalArgumentException("The upcasters from %s lead back to it".formatted(next.from()));
			}
		}
	}

}
