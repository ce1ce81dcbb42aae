package io.gendan.messaging.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.gendan.messaging.inbox.InboxHealth;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.messaging.converter.MessageConversionException;

import static org.assertj.core.api.Assertions.assertThat;

/** A poll that failed comes again, whatever it failed with. */
class StandInsteadOfSkipTest {

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, ClassCastException.class, NoSuchMethodException.class })
	void aFailedPollComesAgainUntilItIsThrough(Class<? extends Exception> failure) throws Exception {
		assertThat(triesAfter(failure.getConstructor().newInstance())).isEqualTo(3);
	}

	@Test
	void aConversionThatFailedIsNoExcuse() {
		assertThat(triesAfter(new MessageConversionException("planted"))).isEqualTo(3);
	}

	/** How often the poll came again when it was through with the third time. */
	private static int triesAfter(Exception failure) {
		KafkaMessageListenerContainer<String, String> container = new KafkaMessageListenerContainer<>(
				new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("gendan.order")) {

			@Override
			public boolean isRunning() {
				return true;
			}

		};
		InboxHealth inbox = new InboxHealth(Clock.systemUTC());
		CommonErrorHandler handler = TopicsAutoConfiguration.standInsteadOfSkip(Duration.ofMillis(1), inbox);
		TopicPartition partition = new TopicPartition("gendan.order", 0);
		ConsumerRecords<String, String> poll = new ConsumerRecords<>(
				Map.of(partition, List.of(new ConsumerRecord<>("gendan.order", 0, 0, "key", "value"))), Map.of());
		AtomicInteger tries = new AtomicInteger();
		try (MockConsumer<String, String> consumer = new MockConsumer<>("earliest")) {
			consumer.assign(List.of(partition));
			consumer.updateBeginningOffsets(Map.of(partition, 0L));
			handler.handleBatch(new ListenerExecutionFailedException("failed", failure), poll, consumer, container,
					() -> {
						if (tries.incrementAndGet() < 3) {
							throw new ListenerExecutionFailedException("failed again", failure);
						}
					});
		}
		assertThat(inbox.health().getDetails()).containsEntry("reason", failure.getClass().getSimpleName());
		return tries.get();
	}

}
