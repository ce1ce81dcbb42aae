package io.gendan.messaging.autoconfigure;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.Projection;
import io.gendan.messaging.deadletter.DeadLetterGroup;
import io.gendan.messaging.deadletter.DeadLetters;
import io.gendan.messaging.deadletter.HandlingStore;
import io.gendan.messaging.deadletter.LetterReader;
import io.gendan.messaging.engine.StageEngine;
import io.gendan.messaging.inbox.ProjectionFeed;
import io.gendan.stage.Stage;
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

	@Bean
	<S, C, E extends GendanEvent> DeadLetterGroup inboxDeadLetters(StageEngine<S, C, E> engine,
			MessagingSettings settings, @Value("${spring.application.name}") String group) {
		return new DeadLetterGroup(group, settings.inbox().topics(), engine::receive, engine::discard);
	}

	@Bean
	@ConditionalOnBean(Projection.class)
	DeadLetterGroup projectionDeadLetters(ProjectionFeed feed, @Value("${gendan.projection.group}") String group) {
		return new DeadLetterGroup(group, Arrays.stream(Service.values()).map(Service::topic).toList(), feed::replay,
				(order, decision) -> {
				});
	}

	@Bean
	DeadLetters deadLetters(List<DeadLetterGroup> groups, KafkaProperties kafka, HandlingStore handlings, Clock clock) {
		Map<String, Object> settings = kafka.buildConsumerProperties();
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		return new DeadLetters(groups, new LetterReader(() -> new KafkaConsumer<>(settings)), handlings, clock);
	}

}
