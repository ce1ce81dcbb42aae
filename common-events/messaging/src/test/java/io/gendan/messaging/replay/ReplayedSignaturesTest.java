package io.gendan.messaging.replay;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.gendan.contract.Actor;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.EventCodec;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.signature.NewSigningKey;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.signature.EventHeaders;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.signature.SigningSettings;
import io.gendan.messaging.signature.SigningSettings.Check;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.TestInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A replay takes no stranger's event that the live path would not take. */
class ReplayedSignaturesTest {

	private static final TopicPartition PARTITION = new TopicPartition("gendan.order", 0);

	private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

	private final List<RecordedEvent> handed = new CopyOnWriteArrayList<>();

	@TempDir
	Path keys;

	@ParameterizedTest
	@CsvSource({ "REQUIRE,1,1", "WARN,2,0", "OFF,2,0" })
	void aStrangersEventIsRefusedWhereSignaturesAreRequired(Check check, int taken, int refused) throws Exception {
		NewSigningKey.write(this.keys, Service.ORDER);
		RecordedEvent own = event("R-1");
		plant(own,
				EventHeaders.signedWith(this.keys.resolve("order.private.jwk"))
					.of(own.envelope())
					.get(CloudEventHeaders.SIGNATURE),
				event("R-2"));
		try (MongoClient mongo = MongoClients.create(TestInfrastructure.store())) {
			ReplayStore store = new ReplayStore(
					mongo.getDatabase("replays-" + UUID.randomUUID()).getCollection(ReplayStore.COLLECTION),
					Duration.ofMinutes(1));
			Replays replays = new Replays(Set.of(), new EventCodec(), new TopicHistory(() -> this.consumer),
					signatures(check), this::take, store, Clock.systemUTC());
			replays.start(own.envelope().type(), new Actor("operator", "gu"));
			Awaitility.await().until(() -> replays.newest().getFirst().state() == TypeReplay.State.DONE);
			assertThat(replays.newest().getFirst().taken()).isEqualTo(taken);
			assertThat(replays.newest().getFirst().refused()).isEqualTo(refused);
			assertThat(this.handed).hasSize(taken).contains(own);
		}
	}

	private List<Verdict> take(List<RecordedEvent> events) {
		this.handed.addAll(events);
		return events.stream().map((event) -> Verdict.taken()).toList();
	}

	private SignatureCheck signatures(Check check) {
		return new SignatureCheck(new SigningSettings(null, check,
				Map.of(Service.ORDER, this.keys.resolve("order.jwks").toString()), Duration.ofMinutes(1)),
				new SimpleMeterRegistry());
	}

	private void plant(RecordedEvent signed, byte[] signature, RecordedEvent unsigned) {
		this.consumer.updatePartitions(PARTITION.topic(),
				List.of(new PartitionInfo(PARTITION.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
		this.consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
		this.consumer.updateEndOffsets(Map.of(PARTITION, 2L));
		this.consumer.schedulePollTask(() -> {
			this.consumer.addRecord(record(0, signed, signature));
			this.consumer.addRecord(record(1, unsigned, null));
		});
	}

	private static ConsumerRecord<byte[], byte[]> record(long offset, RecordedEvent event,
			byte @Nullable [] signature) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(PARTITION.topic(), 0, offset,
				event.envelope().subject().getBytes(StandardCharsets.UTF_8), event.bytes());
		CloudEventHeaders.write(event.envelope()).forEach((name, value) -> record.headers().add(name, value));
		if (signature != null) {
			record.headers().add(CloudEventHeaders.SIGNATURE, signature);
		}
		return record;
	}

	private static RecordedEvent event(String order) {
		return new ForeignChain(order).next(new OrderCancelled(order, "li", Personal.of("x")),
				new Actor("salesperson", "li"));
	}

}
