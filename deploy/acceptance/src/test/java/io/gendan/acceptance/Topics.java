package io.gendan.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics, written and read by a stranger. */
public final class Topics {

	/** The six topics of the contract. */
	public static final List<String> ALL = List.of("gendan.order", "gendan.review", "gendan.fulfillment",
			"gendan.logistics", "gendan.billing", "gendan.aftersales");

	private final String servers;

	public Topics(String servers) {
		this.servers = servers;
	}

	/**
	 * Everything that stands on some topics now.
	 * @param topics which topics
	 * @return all records, per partition in their order
	 */
	public List<ConsumerRecord<String, byte[]>> read(Predicate<String> topics) {
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.servers), new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.listTopics()
				.entrySet()
				.stream()
				.filter((topic) -> topics.test(topic.getKey()))
				.flatMap((topic) -> topic.getValue().stream())
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
			return records;
		}
	}

	/**
	 * Writes records and waits for all acknowledgements.
	 * @param records what to write
	 */
	void write(List<ProducerRecord<String, byte[]>> records) {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.servers), new StringSerializer(),
				new ByteArraySerializer())) {
			var sends = records.stream().map(producer::send).toList();
			for (var send : sends) {
				send.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The same record again.
	 * @param record a record
	 * @return to be written
	 */
	public static ProducerRecord<String, byte[]> again(ConsumerRecord<String, byte[]> record) {
		return new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers());
	}

	/**
	 * A record that is no event.
	 * @param topic where
	 * @param key record key
	 * @return to be written
	 */
	public static ProducerRecord<String, byte[]> poison(String topic, String key) {
		return new ProducerRecord<>(topic, key, "{\"this is\": no event".getBytes(StandardCharsets.UTF_8));
	}

}
