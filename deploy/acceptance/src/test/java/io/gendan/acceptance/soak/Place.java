package io.gendan.acceptance.soak;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;

/**
 * Where a record stands.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 */
record Place(String topic, int partition, long offset) {

	static Place of(ConsumerRecord<?, ?> message) {
		return new Place(message.topic(), message.partition(), message.offset());
	}

	static Place of(RecordMetadata written) {
		return new Place(written.topic(), written.partition(), written.offset());
	}

	/**
	 * Where the record stands that a dead letter is about.
	 * @param letter a record of a dead-letter topic
	 * @return the place its headers name
	 */
	static Place ofOriginal(ConsumerRecord<?, ?> letter) {
		return new Place(header(letter, "gendan_topic"), Integer.parseInt(header(letter, "gendan_partition")),
				Long.parseLong(header(letter, "gendan_offset")));
	}

	private static String header(ConsumerRecord<?, ?> message, String name) {
		Header header = message.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "-1";
	}

}
