package io.gendan.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
public class PlantedProducer extends MockProducer<String, byte[]> {

	private final List<String> sent = new CopyOnWriteArrayList<>();

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	private final List<Runnable> waiting = new ArrayList<>();

	private boolean holding;

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

	/** From now on nothing is acknowledged, as with a broker that is away. */
	public synchronized void hold() {
		this.holding = true;
	}

	/** The broker is back. */
	public synchronized void letGo() {
		this.holding = false;
		this.waiting.forEach(Runnable::run);
		this.waiting.clear();
	}

	/**
	 * What waits for its acknowledgement.
	 * @return number of events
	 */
	public synchronized int held() {
		return this.waiting.size();
	}

	@Override
	public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
		CompletableFuture<RecordMetadata> answer = new CompletableFuture<>();
		if (this.holding) {
			this.waiting.add(() -> answer(message, callback, answer));
		}
		else {
			answer(message, callback, answer);
		}
		return answer;
	}

	private void answer(ProducerRecord<String, byte[]> message, Callback callback,
			CompletableFuture<RecordMetadata> answer) {
		String id = id(message);
		if (this.refused.contains(id)) {
			TimeoutException failure = new TimeoutException("planted");
			answer.completeExceptionally(failure);
			if (callback != null) {
				callback.onCompletion(null, failure);
			}
			return;
		}
		this.sent.add(id);
		RecordMetadata metadata = new RecordMetadata(new TopicPartition(message.topic(), 0), 0, 0, 0, 0, 0);
		answer.complete(metadata);
		if (callback != null) {
			callback.onCompletion(metadata, null);
		}
	}

	static String id(ProducerRecord<String, byte[]> message) {
		var header = message.headers().lastHeader("ce_id");
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "none";
	}

}
