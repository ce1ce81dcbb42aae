package io.gendan.messaging.deadletter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Many letters may take their time, but a broker that says nothing is away. */
class LetterReaderTest {

	private static final TopicPartition PARTITION = new TopicPartition("gendan.order.dead.group", 0);

	private static final Duration PATIENCE = Duration.ofMillis(500);

	private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

	private final LetterReader reader = new LetterReader(() -> this.consumer, PATIENCE);

	LetterReaderTest() {
		this.consumer.updatePartitions(PARTITION.topic(),
				List.of(new PartitionInfo(PARTITION.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
		this.consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
		this.consumer.updateEndOffsets(Map.of(PARTITION, 10L));
	}

	@Test
	void whoeverGoesOnIsWaitedFor() {
		for (long offset = 0; offset < 10; offset++) {
			arrive(offset);
		}
		assertThat(this.reader.read(ids(0, 2, 4, 6, 8, 9))).hasSize(6);
	}

	@Test
	void whoeverFallsSilentIsNot() {
		arrive(0);
		assertThatThrownBy(() -> this.reader.read(ids(0, 1))).isInstanceOf(DeadLetterException.class);
	}

	@Test
	void whatDoesNotStandThereIsNotWaitedFor() {
		assertThat(this.reader.read(ids(10, 11))).isEmpty();
		assertThat(this.reader.read(List.of())).isEmpty();
	}

	private void arrive(long offset) {
		this.consumer.schedulePollTask(() -> {
			try {
				Thread.sleep(PATIENCE.dividedBy(4));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, new byte[0], new byte[0]));
		});
	}

	private static List<LetterId> ids(long... offsets) {
		return LongStream.of(offsets).mapToObj((offset) -> new LetterId(PARTITION.topic(), 0, offset)).toList();
	}

}
