package io.gendan.acceptance.soak;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a stranger reads it.
 *
 * @param place where it stands
 * @param attributes the headers of the record
 * @param data its value
 */
record ReadEvent(Place place, Map<String, String> attributes, byte[] data) {

	private static final JsonMapper JSON = new JsonMapper();

	/**
	 * Reads a record.
	 * @param message of a topic of the contract
	 * @return empty if it is no event of the service that owns the topic
	 */
	static Optional<ReadEvent> of(ConsumerRecord<String, byte[]> message) {
		Map<String, String> attributes = new TreeMap<>();
		message.headers()
			.forEach((header) -> attributes.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
		if (message.value() == null || !attributes.getOrDefault("ce_sequence", "").matches("[1-9]\\d{0,9}")
				|| !attributes.getOrDefault("ce_clock", "").matches("[1-9]\\d{0,15}")) {
			return Optional.empty();
		}
		ReadEvent event = new ReadEvent(Place.of(message), attributes, message.value());
		boolean own = event.attribute("ce_id").equals(event.stream() + ":" + event.sequence())
				&& event.attribute("ce_source").equals("/gendan/" + event.service() + "-service")
				&& event.subject().equals(message.key());
		return own ? Optional.of(event) : Optional.empty();
	}

	String id() {
		return attribute("ce_id");
	}

	/** The service whose topic it stands on. */
	String service() {
		return this.place.topic().substring("gendan.".length());
	}

	String subject() {
		return attribute("ce_subject");
	}

	/** Service and subject: within it the sequence is gapless. */
	String stream() {
		return service() + ":" + subject();
	}

	int sequence() {
		return Integer.parseInt(attribute("ce_sequence"));
	}

	long clock() {
		return Long.parseLong(attribute("ce_clock"));
	}

	/** Such as {@code OrderPlaced}, whatever its version. */
	String type() {
		return attribute("ce_type").replaceAll(".*\\.(\\w+)\\.v\\d+$", "$1");
	}

	String attribute(String name) {
		return this.attributes.getOrDefault(name, "");
	}

	/**
	 * Whether the other is this event again, to the last byte. The signature may be a
	 * later key's; what it covers is the hash.
	 */
	boolean isAlso(ReadEvent other) {
		return unsigned().equals(other.unsigned()) && Arrays.equals(this.data, other.data);
	}

	private Map<String, String> unsigned() {
		Map<String, String> unsigned = new TreeMap<>(this.attributes);
		unsigned.remove("ce_signature");
		return unsigned;
	}

	JsonNode json() {
		return JSON.readTree(this.data);
	}

	/**
	 * An amount of money in the data.
	 * @param field name of the field
	 * @return its number
	 */
	BigDecimal amount(String field) {
		return new BigDecimal(json().path(field).path("amount").asString());
	}

}
