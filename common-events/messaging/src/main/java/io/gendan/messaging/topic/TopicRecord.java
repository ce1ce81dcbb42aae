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

	/** Where nobody remembers where it stood. */
	private static final int NOWHERE = -1;

	/**
	 * The record of an event that was taken from its topic before.
	 * @param event the event
	 * @return its record, without partition and offset
	 */
	public static TopicRecord of(RecordedEvent event) {
		Envelope envelope = event.envelope();
		return new TopicRecord(envelope.source().topic(), NOWHERE, NOWHERE,
				envelope.subject().getBytes(StandardCharsets.UTF_8), CloudEventHeaders.write(envelope), event.bytes());
	}

	/**
	 * What tells this record from all others of its topic, however often it is read.
	 * @return its place, or the event in it where the place is not remembered
	 */
	public String identity() {
		return !isRemembered() ? this.partition + "~" + this.offset : header("ce_id") + "~" + header("ce_hash");
	}

	/**
	 * Whether it was made from an event that had been taken from its topic, and checked,
	 * before.
	 * @return true if it does not know where it stood
	 */
	public boolean isRemembered() {
		return this.partition == NOWHERE;
	}

	private String header(String name) {
		byte[] value = this.headers.get(name);
		return (value != null) ? new String(value, StandardCharsets.UTF_8) : "";
	}

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
