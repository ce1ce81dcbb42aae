package io.gendan.messaging.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.messaging.topic.TopicRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A replay ends, though a topic does not give what it had. */
@Timeout(30)
class TopicHistoryTest {

	private static final String TOPIC = "gendan.order";

	private static final TopicPartition GOOD = new TopicPartition(TOPIC, 0);

	private static final TopicPartition BAD = new TopicPartition(TOPIC, 1);

	private final List<TopicRecord> read = new ArrayList<>();

	private boolean away;

	private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {

		@Override
		public synchronized long position(TopicPartition partition, Duration timeout) {
			answer(partition);
			return super.position(partition, timeout);
		}

		@Override
		public Map<TopicPartition, Long> endOffsets(java.util.Collection<TopicPartition> partitions, Duration timeout) {
			partitions.forEach(TopicHistoryTest.this::answer);
			return super.endOffsets(partitions, timeout);
		}

	};

	private final TopicHistory history = new TopicHistory(() -> this.consumer, Duration.ofMillis(500));

	@BeforeEach
	void topic() {
		this.consumer.updatePartitions(TOPIC, List.of(partition(0), partition(1)));
		this.consumer.updateBeginningOffsets(Map.of(GOOD, 0L, BAD, 0L));
		this.consumer.updateEndOffsets(Map.of(GOOD, 1L, BAD, 5L));
		this.consumer.schedulePollTask(() -> {
			this.consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, new byte[0], new byte[0]));
			this.consumer.addRecord(new ConsumerRecord<>(TOPIC, 1, 0, new byte[0], new byte[0]));
		});
	}

	@Test
	void aPartitionThatGivesNothingIsNamed() {
		assertThatThrownBy(() -> this.history.read(TOPIC, this.read::addAll))
			.hasMessageContaining("Nothing has come from " + BAD + " for")
			.hasMessageContaining("没有任何数据");
		assertThat(this.read).hasSize(2);
	}

	@Test
	void aPartitionThatDoesNotAnswerIsNamed() {
		this.away = true;
		assertThatThrownBy(() -> this.history.read(TOPIC, this.read::addAll))
			.hasMessageContaining("Nothing has come from " + BAD + " for");
	}

	@Test
	void aTopicThatGetsShorterIsReadToItsNewEnd() {
		this.consumer.schedulePollTask(() -> this.consumer.updateEndOffsets(Map.of(BAD, 1L)));
		this.history.read(TOPIC, this.read::addAll);
		assertThat(this.read).hasSize(2);
	}

	private void answer(TopicPartition partition) {
		if (this.away && partition.equals(BAD)) {
			throw new TimeoutException("planted");
		}
	}

	private static PartitionInfo partition(int number) {
		return new PartitionInfo(TOPIC, number, Node.noNode(), new Node[0], new Node[0]);
	}

}
