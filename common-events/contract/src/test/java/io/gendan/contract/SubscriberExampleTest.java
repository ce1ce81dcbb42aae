package io.gendan.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.order.OrderPlaced;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubscriberExampleTest {

	@Test
	void theExampleSeesTheEventsItKnows() {
		List<GendanEvent> seen = new ArrayList<>();
		try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
			List<TopicPartition> topics = List.of(new TopicPartition("gendan.order", 0),
					new TopicPartition("gendan.logistics", 0));
			consumer.assign(topics);
			consumer.updateBeginningOffsets(Map.of(topics.get(0), 0L, topics.get(1), 0L));
			consumer.addRecord(record(topics.get(0), 0, Recordings.of("io.gendan.order.OrderPlaced.v1")));
			consumer.addRecord(record(topics.get(0), 1, Recordings.of("io.gendan.order.FromTheFuture.v1", "{}", null)));
			consumer.addRecord(record(topics.get(1), 0, Recordings.of("io.gendan.logistics.GoodsShipped.v1")));
			SubscriberExample.poll(consumer, (envelope, event) -> {
				assertThat(envelope.subject()).isEqualTo(event.subject());
				seen.add(event);
			});
		}
		assertThat(seen).<Class<?>>extracting(Object::getClass)
			.containsExactlyInAnyOrder(OrderPlaced.class, GoodsShipped.class);
	}

	private static ConsumerRecord<String, byte[]> record(TopicPartition topic, long offset, RecordedEvent recorded) {
		ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic.topic(), topic.partition(), offset,
				recorded.envelope().subject(), recorded.bytes());
		CloudEventHeaders.write(recorded.envelope()).forEach(record.headers()::add);
		return record;
	}

}
