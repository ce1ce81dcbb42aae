package io.gendan.messaging.inbox;

import java.util.Map;

import io.gendan.contract.CloudEventHeaders;
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
	 * @throws io.gendan.contract.MalformedEventException if it is none
	 */
	public RecordedEvent event() {
		return CloudEventHeaders.read(this.headers::get, this.value);
	}

	@Override
	public String toString() {
		return this.topic + "-" + this.partition + "@" + this.offset;
	}

}
