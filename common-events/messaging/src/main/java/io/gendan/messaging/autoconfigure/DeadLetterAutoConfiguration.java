package io.gendan.messaging.autoconfigure;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Service;
import io.gendan.messaging.Projection;
import io.gendan.messaging.deadletter.DeadLetterGroup;
import io.gendan.messaging.deadletter.DeadLetters;
import io.gendan.messaging.deadletter.HandlingStore;
import io.gendan.messaging.deadletter.LetterReader;
import io.gendan.messaging.deadletter.OpenLetters;
import io.gendan.messaging.engine.CarriedStages;
import io.gendan.messaging.inbox.ProjectionFeed;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.stage.Stage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** Makes the dead letters of a service's consumer groups accessible. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnBean(Stage.class)
class DeadLetterAutoConfiguration {

	private static final int NEXT_QUESTION_MILLIS = 5000;

	@Bean
	DeadLetterGroup inboxDeadLetters(CarriedStages stages, MessagingSettings settings,
			@Value("${spring.application.name}") String group) {
		return new DeadLetterGroup(group, settings.inbox().topics(), stages::receive, stages::discard);
	}

	@Bean
	@ConditionalOnBean(Projection.class)
	DeadLetterGroup projectionDeadLetters(ProjectionFeed feed, @Value("${gendan.projection.group}") String group) {
		return new DeadLetterGroup(group, Arrays.stream(Service.values()).map(Service::topic).toList(), feed::replay,
				(order, decision) -> {
				});
	}

	@Bean
	LetterReader letterReader(KafkaProperties kafka, @Value("${gendan.fetch.max-bytes}") int fetch) {
		return new LetterReader(() -> new KafkaConsumer<>(settings(kafka, fetch)));
	}

	@Bean
	DeadLetters deadLetters(List<DeadLetterGroup> groups, LetterReader reader, HandlingStore handlings,
			SignatureCheck signatures, MessagingSettings settings, Clock clock) {
		return new DeadLetters(groups, reader, handlings, signatures, settings.memory().batchBudget(), clock);
	}

	@Bean
	OpenLetters openLetters(List<DeadLetterGroup> groups, KafkaProperties kafka, HandlingStore handlings,
			MeterRegistry registry, @Value("${gendan.fetch.max-bytes}") int fetch) {
		Map<String, Object> settings = settings(kafka, fetch);
		// Nobody hurries: who waits for letters asks now and then.
		settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, NEXT_QUESTION_MILLIS);
		OpenLetters open = new OpenLetters(groups, new LetterReader(() -> new KafkaConsumer<>(settings)), handlings);
		Gauge.builder("gendan.dead-letters.open", open, OpenLetters::count)
			.description("Dead letters nobody has looked after, as all instances of this service see them")
			.register(registry);
		return open;
	}

	private static Map<String, Object> settings(KafkaProperties kafka, int fetch) {
		Map<String, Object> settings = kafka.buildConsumerProperties();
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, fetch);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		return settings;
	}

}
