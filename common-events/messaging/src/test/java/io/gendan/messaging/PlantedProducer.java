package io.gendan.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes down what is sent, and refuses the events it is told to refuse. */
public final class PlantedProducer extends MockProducer<String, byte[]> {

	private final List<String> sent = new CopyOnWriteArrayList<>();

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	public PlantedProducer() {
		super(true, null, new StringSerializer(), new ByteArraySerializer());
	}

	public void refuse(String id) {
		this.refused.add(id);
	}

	public void refuseNothing() {
		this.refused.clear();
	}

	/**
	 * Ids of the acknowledged events.
	 * @return in the order in which they were sent
	 */
	public List<String> sent() {
		return this.sent;
	}

	@Override
	public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
		return send(message, null);
	}

	@Override
	public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
		String id = id(message);
		if (this.refused.contains(id)) {
			TimeoutException failure = new TimeoutException("planted");
			if (callback != null) {
				callback.onCompletion(null, failure);
			}
			return CompletableFuture.failedFuture(failure);
		}
		this.sent.add(id);
		RecordMetadata metadata = new RecordMetadata(new TopicPartition(message.topic(), 0), 0, 0, 0, 0, 0);
		if (callback != null) {
			callback.onCompletion(metadata, null);
		}
		return CompletableFuture.completedFuture(metadata);
	}

	private static String id(ProducerRecord<String, byte[]> message) {
		var header = message.headers().lastHeader("ce_id");
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "none";
	}

}
