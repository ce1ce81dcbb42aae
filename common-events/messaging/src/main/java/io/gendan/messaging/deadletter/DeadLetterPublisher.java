package io.gendan.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends dead letters to the dead-letter topics of one consumer group. */
public final class DeadLetterPublisher {

	/** Prefix of the headers that say what was wrong. */
	static final String HEADER = "gendan_";

	private static final Logger log = LoggerFactory.getLogger(DeadLetterPublisher.class);

	private static final long TIMEOUT_SECONDS = 30;

	/**
	 * What is counted from the start, so that the first letter is a rise and not a
	 * beginning.
	 */
	private static final List<String> REASONS = List.of("MALFORMED", "GAP", "CHAIN_BROKEN", "CONFLICT",
			"HANDLER_FAILED", "SIGNATURE_MISSING", "SIGNATURE_WRONG", "SIGNATURE_KEY_UNKNOWN");

	private final Supplier<Producer<String, byte[]>> producer;

	private final String group;

	private final MeterRegistry registry;

	private final Clock clock;

	/**
	 * A publisher.
	 * @param producer sends, and gives up in time
	 * @param group the consumer group
	 * @param topics what it consumes
	 * @param registry counts
	 * @param clock the time
	 */
	public DeadLetterPublisher(Supplier<Producer<String, byte[]>> producer, String group, List<String> topics,
			MeterRegistry registry, Clock clock) {
		this.producer = producer;
		this.group = group;
		this.registry = registry;
		this.clock = clock;
		topics.forEach((topic) -> REASONS.forEach((reason) -> counter(topic, reason)));
	}

	/**
	 * The dead-letter topic of a topic and a consumer group.
	 * @param topic the topic
	 * @param group the consumer group
	 * @return {@code <topic>.dead.<group>}
	 */
	public static String topic(String topic, String group) {
		return topic + ".dead." + group;
	}

	/**
	 * Sends them all and waits until all are acknowledged. After one that fails at once,
	 * as when the topic is missing, none is tried: each would take just as long.
	 * @param letters what could not be processed, often nothing
	 * @throws DeadLetterException if one could not be sent; the poll must come again
	 */
	public void publish(List<DeadLetter> letters) {
		List<Future<RecordMetadata>> sends = new ArrayList<>(letters.size());
		for (DeadLetter letter : letters) {
			Future<RecordMetadata> send = this.producer.get().send(record(letter));
			if (send.state() == Future.State.FAILED) {
				throw notSent(letter, send.exceptionNow());
			}
			sends.add(send);
		}
		for (int i = 0; i < sends.size(); i++) {
			await(letters.get(i), sends.get(i));
		}
	}

	private void await(DeadLetter letter, Future<RecordMetadata> send) {
		try {
			send.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
			counter(letter.record().topic(), letter.reason()).increment();
			log.error("Record {} went to the dead letters of {}: {} ({})", letter.record(), this.group, letter.reason(),
					letter.detail());
		}
		catch (ExecutionException | TimeoutException ex) {
			throw notSent(letter, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DeadLetterException("Interrupted before record %s was safe".formatted(letter.record()), ex);
		}
	}

	private static DeadLetterException notSent(DeadLetter letter, Throwable cause) {
		return new DeadLetterException("Record %s could not be sent to the dead letters".formatted(letter.record()),
				cause);
	}

	private Counter counter(String topic, String reason) {
		return this.registry.counter("gendan.dead.letters", "topic", topic, "group", this.group, "reason", reason);
	}

	private ProducerRecord<String, byte[]> record(DeadLetter letter) {
		byte[] key = letter.record().key();
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic(letter.record().topic(), this.group),
				(key != null) ? new String(key, StandardCharsets.UTF_8) : null, letter.record().value());
		letter.record().headers().forEach(message.headers()::add);
		header(message, "reason", letter.reason());
		header(message, "detail", letter.detail());
		header(message, "topic", letter.record().topic());
		header(message, "partition", Integer.toString(letter.record().partition()));
		header(message, "offset", Long.toString(letter.record().offset()));
		header(message, "failedat", this.clock.instant().toString());
		return message;
	}

	private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
		message.headers().add(HEADER + name, value.getBytes(StandardCharsets.UTF_8));
	}

}
