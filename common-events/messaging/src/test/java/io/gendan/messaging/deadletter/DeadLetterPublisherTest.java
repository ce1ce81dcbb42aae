package io.gendan.messaging.deadletter;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.gendan.contract.Actor;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.messaging.PlantedProducer;
import io.gendan.messaging.topic.TopicRecord;
import io.gendan.testing.ForeignChain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Letters take a bounded time, whatever is away. */
class DeadLetterPublisherTest {

	private final AtomicInteger tries = new AtomicInteger();

	private final PlantedProducer producer = new PlantedProducer() {
		@Override
		public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
			DeadLetterPublisherTest.this.tries.incrementAndGet();
			return super.send(message);
		}
	};

	@Test
	void afterALetterThatFailsAtOnceNoneIsTried() {
		DeadLetterPublisher publisher = new DeadLetterPublisher(() -> this.producer, "g", List.of("gendan.order"),
				new SimpleMeterRegistry(), Clock.systemUTC());
		DeadLetter letter = new DeadLetter(
				TopicRecord
					.of(new ForeignChain("D-1").next(new OrderReleased("D-1", "I-1"), new Actor("finance", "li"))),
				"GAP", "waits");
		this.producer.refuse("billing:D-1:1");
		assertThatThrownBy(() -> publisher.publish(Collections.nCopies(500, letter)))
			.isInstanceOf(DeadLetterException.class)
			.hasRootCauseMessage("planted");
		assertThat(this.tries).hasValue(1);
		this.producer.refuseNothing();
		publisher.publish(List.of(letter, letter));
		assertThat(this.producer.sent()).hasSize(2);
	}

}
