package io.gendan.contract;

import java.nio.charset.StandardCharsets;

/**
 * An event as it stands on a topic: the envelope and its data, not yet read. Reading the
 * data is left to {@link EventCodec#event}, so that a consumer pays only for the types it
 * cares about.
 *
 * @param envelope the attributes
 * @param data the payload, JSON
 */
public record RecordedEvent(Envelope envelope, String data) {

	/**
	 * The payload as it goes on the wire.
	 * @return UTF-8 bytes
	 */
	public byte[] bytes() {
		return this.data.getBytes(StandardCharsets.UTF_8);
	}

}
