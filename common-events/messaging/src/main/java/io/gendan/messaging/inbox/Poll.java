package io.gendan.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.messaging.topic.TopicRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;

/** Takes the records out of the message that the binder makes of a poll. */
final class Poll {

	private Poll() {
	}

	static List<TopicRecord> records(Message<?> poll) {
		List<?> values = (List<?>) poll.getPayload();
		List<?> topics = list(poll, KafkaHeaders.RECEIVED_TOPIC);
		List<?> partitions = list(poll, KafkaHeaders.RECEIVED_PARTITION);
		List<?> offsets = list(poll, KafkaHeaders.OFFSET);
		List<?> keys = list(poll, KafkaHeaders.RECEIVED_KEY);
		List<?> headers = list(poll, KafkaHeaders.BATCH_CONVERTED_HEADERS);
		List<TopicRecord> records = new ArrayList<>(values.size());
		for (int i = 0; i < values.size(); i++) {
			records.add(new TopicRecord((String) topics.get(i), (Integer) partitions.get(i), (Long) offsets.get(i),
					bytes(keys.get(i)), headers((Map<?, ?>) headers.get(i)), bytes(values.get(i))));
		}
		return records;
	}

	private static List<?> list(Message<?> poll, String header) {
		Object list = poll.getHeaders().get(header);
		if (list == null) {
			throw new IllegalStateException("The poll has no " + header);
		}
		return (List<?>) list;
	}

	private static Map<String, byte[]> headers(Map<?, ?> converted) {
		Map<String, byte[]> headers = new HashMap<>();
		converted.forEach((name, value) -> {
			byte[] bytes = bytes(value);
			if (bytes != null) {
				headers.put((String) name, bytes);
			}
		});
		return headers;
	}

	private static byte @Nullable [] bytes(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case byte[] bytes -> bytes;
			case KafkaNull none -> null;
			case Object other -> other.toString().getBytes(StandardCharsets.UTF_8);
		};
	}

}
