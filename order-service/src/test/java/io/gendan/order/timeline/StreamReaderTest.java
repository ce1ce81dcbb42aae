package io.gendan.order.timeline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.gendan.contract.Actor;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.signature.SigningSettings;
import io.gendan.testing.ForeignChain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nobody waits for ever for what no topic gives any more. */
@Timeout(30)
class StreamReaderTest {

	private static final TopicPartition BILLING = new TopicPartition(Service.BILLING.topic(), 0);

	private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

	private final ForeignChain chain = new ForeignChain("S-1");

	private final List<RecordedEvent> read = new ArrayList<>();

	private final AtomicInteger pulses = new AtomicInteger();

	@BeforeEach
	void topics() {
		for (Service service : Service.values()) {
			TopicPartition partition = new TopicPartition(service.topic(), 0);
			this.consumer.updatePartitions(service.topic(),
					List.of(new PartitionInfo(service.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
			this.consumer.updateBeginningOffsets(Map.of(partition, 0L));
			this.consumer.updateEndOffsets(Map.of(partition, 0L));
		}
		this.consumer.updateEndOffsets(Map.of(BILLING, 5L));
	}

	@Test
	void aPartitionThatIsAwayIsNamed() {
		StreamReader reader = reader();
		this.consumer.addRecord(record(0));
		assertThatThrownBy(() -> reader.readToEnd(this.read::addAll, this.pulses::incrementAndGet))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("Nothing has come from " + BILLING + " for")
			.hasMessageContaining("没有任何数据");
		assertThat(this.pulses).as("the lease is renewed meanwhile").hasValueGreaterThan(2);
	}

	@Test
	void aTopicThatGetsShorterIsReadToItsNewEnd() {
		StreamReader reader = reader();
		this.consumer.addRecord(record(0));
		this.consumer.addRecord(record(1));
		this.consumer.schedulePollTask(() -> this.consumer.updateEndOffsets(Map.of(BILLING, 2L)));
		reader.readToEnd(this.read::addAll, this.pulses::incrementAndGet);
		assertThat(this.read).hasSize(2);
	}

	private StreamReader reader() {
		SigningSettings settings = new SigningSettings(null, SigningSettings.Check.OFF, Map.of(),
				Duration.ofMinutes(1));
		return new StreamReader(this.consumer, new SignatureCheck(settings, new SimpleMeterRegistry()),
				new StreamFindings(), Duration.ofMillis(500));
	}

	private ConsumerRecord<byte[], byte[]> record(long offset) {
		ProducerRecord<String, byte[]> sent = ForeignChain
			.record(this.chain.next(new OrderReleased("S-1", "reason " + offset), new Actor("finance", "li")));
		return new ConsumerRecord<>(BILLING.topic(), 0, offset, 0L, TimestampType.CREATE_TIME, 0, 0,
				sent.key().getBytes(StandardCharsets.UTF_8), sent.value(), sent.headers(), java.util.Optional.empty());
	}

}
