package io.gendan.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.gendan.messaging.topic.TopicRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it stands on its topic.
 *
 * @param id where it stands
 * @param original the record as it came
 * @param reason stable reason
 * @param detail what a person needs to know
 * @param failedAt when it failed
 */
record StoredLetter(LetterId id, TopicRecord original, String reason, String detail, Instant failedAt) {

	/** Seconds with twelve digits. */
	private static final long LATEST = 999_999_999_999L;

	static StoredLetter of(ConsumerRecord<byte[], byte[]> message) {
		Map<String, byte[]> headers = new HashMap<>();
		Map<String, String> why = new HashMap<>();
		message.headers().forEach((header) -> {
			if (header.key().startsWith(DeadLetterPublisher.HEADER)) {
				why.put(header.key().substring(DeadLetterPublisher.HEADER.length()), text(header.value()));
			}
			else if (header.value() != null) {
				headers.put(header.key(), header.value());
			}
		});
		TopicRecord original = new TopicRecord(why.getOrDefault("topic", ""),
				(int) number(why.get("partition"), message.partition()), number(why.get("offset"), message.offset()),
				message.key(), headers, message.value());
		return new StoredLetter(new LetterId(message.topic(), message.partition(), message.offset()), original,
				why.getOrDefault("reason", ""), why.getOrDefault("detail", ""),
				instant(why.get("failedat"), message.timestamp()));
	}

	/**
	 * The same for all copies of a letter, which a repeated poll leaves.
	 * @return consumer group and place of the original record
	 */
	String identity() {
		return identity(this.id.topic(), this.original);
	}

	/**
	 * The same for all copies of a letter.
	 * @param deadTopic the dead-letter topic
	 * @param original the record as it came
	 * @return consumer group and original record
	 */
	static String identity(String deadTopic, TopicRecord original) {
		return deadTopic + "~" + original.identity();
	}

	/**
	 * The order it is about.
	 * @return subject of the event or key of the record, null if it has neither
	 */
	@Nullable String order() {
		byte[] subject = this.original.headers().get("ce_subject");
		return (subject != null) ? text(subject) : this.original.keyText();
	}

	/**
	 * Its place among the events of its order and service.
	 * @return the sequence, 0 if it has none
	 */
	long sequence() {
		byte[] sequence = this.original.headers().get("ce_sequence");
		return (sequence != null) ? number(text(sequence), 0) : 0;
	}

	/**
	 * Its place among all letters by age.
	 * @return a text; that of an older letter comes before it
	 */
	String age() {
		return "%012d%09d~%s".formatted(Math.clamp(this.failedAt.getEpochSecond(), 0L, LATEST), this.failedAt.getNano(),
				this.id);
	}

	/**
	 * Its place among the letters of its order: by topic, sequence and place.
	 * @return a text; that of the one to be replayed before it comes before it
	 */
	String turn() {
		return "%s~%019d~%019d~%s".formatted(this.id.topic(), Math.max(0, sequence()),
				Math.max(0, this.original.offset()), this.id);
	}

	/**
	 * Its size.
	 * @return bytes of key, headers and value as they came
	 */
	long bytes() {
		byte[] key = this.original.key();
		byte[] value = this.original.value();
		long headers = this.original.headers()
			.entrySet()
			.stream()
			.mapToLong((header) -> header.getKey().length() + header.getValue().length)
			.sum();
		return ((key != null) ? key.length : 0) + headers + ((value != null) ? value.length : 0);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static long number(@Nullable String text, long otherwise) {
		try {
			return (text != null) ? Long.parseLong(text) : otherwise;
		}
		catch (NumberFormatException ex) {
			return otherwise;
		}
	}

	private static Instant instant(@Nullable String text, long otherwise) {
		try {
			return (text != null) ? Instant.parse(text) : Instant.ofEpochMilli(otherwise);
		}
		catch (DateTimeException ex) {
			return Instant.ofEpochMilli(otherwise);
		}
	}

}
