package io.gendan.messaging.inbox;

import java.util.Map;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/**
 * Hands the headers of a record on as the bytes that they are. Anybody may write any
 * header; one that means something to a library must not be read by it, else a single
 * record stands in front of the inbox for ever.
 */
public final class RawHeaders implements KafkaHeaderMapper {

	@Override
	public void toHeaders(Headers record, Map<String, Object> headers) {
		for (Header header : record) {
			if (header.value() != null) {
				headers.put(header.key(), header.value());
			}
		}
	}

	/** Nothing is sent through the binder. */
	@Override
	public void fromHeaders(MessageHeaders headers, Headers record) {
		throw new UnsupportedOperationException("Events are sent by the outbox alone");
	}

}
