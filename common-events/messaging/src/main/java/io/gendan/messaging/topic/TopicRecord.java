package io.gendan.messaging.topic;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Envelope;
import io.gendan.contract.MalformedEventException;
import io.gendan.contract.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as it came, good or bad.
 *
 * @param topic topic name
 * @param partition partition
 * @param offset offset
 * @param key record key as bytes, null if it has none
 * @param headers record headers
 * @param value record value, null for a tombstone
 */
public record TopicRecord(String topic, int partition, long offset, byte @Nullable [] key, Map<String, byte[]> headers,
		byte @Nullable [] value) {

	/**
	 * Reads the event in it.
	 * @return the event
	 * @throws MalformedEventException if it is none, or stands where it does not belong
	 */
	public RecordedEvent event() {
		return inPlace(CloudEventHeaders.read(this.headers::get, this.value));
	}

	/**
	 * Reads the event in it, with data that a person has mended.
	 * @param mended the data as they should be, JSON
	 * @return the event
	 * @throws MalformedEventException if the rest of the record makes no event
	 */
	public RecordedEvent mendedEvent(String mended) {
		return inPlace(CloudEventHeaders.readMended(this.headers::get, mended.getBytes(StandardCharsets.UTF_8)));
	}

	private RecordedEvent inPlace(RecordedEvent event) {
		Envelope envelope = event.envelope();
		// Each service is the only writer of its topic, and the key keeps an order in
		// sequence.
		if (!envelope.source().topic().equals(this.topic)) {
			throw new MalformedEventException("%s does not belong on topic %s".formatted(envelope.id(), this.topic));
		}
		if (!envelope.subject().equals(keyText())) {
			throw new MalformedEventException("%s has the key %s".formatted(envelope.id(), keyText()));
		}
		return event;
	}

	/**
	 * The key as text.
	 * @return the key, null if it has none
	 */
	public @Nullable String keyText() {
		return (this.key != null) ? new String(this.key, StandardCharsets.UTF_8) : null;
	}

	@Override
	public String toString() {
		return this.topic + "-" + this.partition + "@" + this.offset;
	}

}
