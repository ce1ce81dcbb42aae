package io.gendan.messaging.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Writes records of the topic of keys, and returns when the broker has them. */
final class KeySender {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Supplier<Producer<String, byte[]>> producer;

	KeySender(Supplier<Producer<String, byte[]>> producer) {
		this.producer = producer;
	}

	/**
	 * Writes records.
	 * @param records what is to be written
	 * @throws KafkaException if the broker has not acknowledged all of them in time; some
	 * may stand there
	 */
	void send(List<ProducerRecord<String, byte[]>> records) {
		List<Future<?>> answers = new ArrayList<>(records.size());
		long until = System.nanoTime() + PATIENCE.toNanos();
		try {
			// Each may wait for the broker before it is sent at all.
			for (ProducerRecord<String, byte[]> message : records) {
				if (System.nanoTime() > until) {
					throw new TimeoutException();
				}
				answers.add(this.producer.get().send(message));
			}
			for (Future<?> answer : answers) {
				answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
			}
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("The broker has not taken the keys", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("The service stops while keys are sent", ex);
		}
	}

}
