package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.gendan.messaging.health.ConsumerHealth;
import io.gendan.messaging.health.PartitionRelease;
import io.gendan.messaging.inbox.InboxHealth;
import io.gendan.messaging.inbox.RawHeaders;
import io.gendan.messaging.privacy.PrivacyConfiguration;
import io.gendan.messaging.privacy.PrivacySettings;
import io.gendan.stage.Stage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.util.backoff.ExponentialBackOff;

/** Topics that must stand, and how consumers behave when a poll cannot be made safe. */
@AutoConfiguration(after = HealthAutoConfiguration.class)
@ConditionalOnBean(Stage.class)
class TopicsAutoConfiguration {

	private static final int LARGEST_RECORD = 8 * 1024 * 1024;

	/** A dead letter is its record and why it is dead. */
	private static final int LARGEST_DEAD_LETTER = 9 * 1024 * 1024;

	private static final String UNCOMPRESSED = "uncompressed";

	private static final Duration NEXT_TRY = Duration.ofSeconds(5);

	private static final Duration STOP = Duration.ofSeconds(4);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

	@Bean
	MissingTopics missingTopics(KafkaProperties kafka, MessagingSettings settings, PrivacySettings privacy,
			List<Stage<?, ?, ?>> stages, @Value("${spring.application.name}") String group,
			@Value("${gendan.projection.group}") String projectionGroup,
			@Value("${spring.cloud.function.definition}") String functions) {
		TopicAccess access = new TopicAccess(MessagingAutoConfiguration.service(stages), group,
				settings.inbox().topics(), functions.contains("projection") ? projectionGroup : null);
		List<NewTopic> topics = new ArrayList<>();
		TopicAccess.all()
			.forEach((name) -> topics.add(topic(name, settings.topics().partitions(), LARGEST_RECORD, settings)));
		access.deadLetters().forEach((name) -> topics.add(topic(name, 1, LARGEST_DEAD_LETTER, settings)));
		topics.add(keys(settings, privacy));
		return new MissingTopics(() -> Admin.create(kafka.buildAdminProperties()), topics);
	}

	@Bean
	TopicsPresence topicsHealthIndicator(MissingTopics topics) {
		return new TopicsPresence(topics::make, NEXT_TRY);
	}

	@Bean
	BatchMessagingMessageConverter pollConverter() {
		BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter();
		converter.setHeaderMapper(new RawHeaders());
		return converter;
	}

	@Bean
	ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> consumers(MessagingSettings settings,
			ConsumerHealth consumers, PartitionRelease release, Map<String, InboxHealth> inboxes,
			@Value("${spring.application.name}") String own) {
		return (container, destination, group) -> {
			InboxHealth inbox = Objects
				.requireNonNull(inboxes.get(group.equals(own) ? "inboxHealthIndicator" : "projectionHealthIndicator"));
			container.setCommonErrorHandler(standInsteadOfSkip(settings.inbox().maxBackoff(), inbox));
			ContainerProperties consumer = container.getContainerProperties();
			consumer.setIdleBetweenPolls(settings.inbox().pause().toMillis());
			consumer.setAckTime(settings.inbox().commitInterval().toMillis());
			consumer.setShutdownTimeout(STOP.toMillis());
			// A wrong login is told by readiness, and may be put right meanwhile.
			consumer.setAuthExceptionRetryInterval(NEXT_TRY);
			consumers.add(group, container);
			release.watch(group, container, inbox);
		};
	}

	/**
	 * A failed poll comes again, with growing pauses and without end: nothing is skipped.
	 * The health of the inbox says so, also of a poll that has not come as far as there.
	 */
	static CommonErrorHandler standInsteadOfSkip(Duration longestPause, InboxHealth inbox) {
		ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
		pauses.setMaxInterval(longestPause.toMillis());
		DefaultErrorHandler comesAgain = new DefaultErrorHandler(pauses);
		// By default it skips the poll at once after a ClassCastException, for instance.
		comesAgain.setClassifications(Map.of(), true);
		comesAgain.setRetryListeners(new RetryListener() {

			@Override
			public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
				failed(failure);
			}

			@Override
			public void failedDelivery(ConsumerRecords<?, ?> poll, @Nullable Exception failure, int attempt) {
				failed(failure);
			}

			private void failed(@Nullable Exception failure) {
				if (inbox.standsSince() == null && failure != null) {
					inbox.stands((failure.getCause() != null) ? failure.getCause() : failure);
				}
			}

		});
		return comesAgain;
	}

	/** Of a key that is destroyed nothing is left once its files are tidied. */
	private static NewTopic keys(MessagingSettings settings, PrivacySettings privacy) {
		String millis = Long.toString(privacy.forgetWithin().toMillis());
		return TopicBuilder.name(PrivacyConfiguration.TOPIC)
			.partitions(1)
			.replicas(settings.topics().replicas())
			.compact()
			.config(TopicConfig.SEGMENT_MS_CONFIG, millis)
			.config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis)
			.config(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.01")
			.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.topics().minInSyncReplicas()))
			.build();
	}

	private static NewTopic topic(String name, int partitions, int largestRecord, MessagingSettings settings) {
		return TopicBuilder.name(name)
			.partitions(partitions)
			.replicas(settings.topics().replicas())
			.config(TopicConfig.RETENTION_MS_CONFIG, "-1")
			// A few kilobytes may unfold to more than the memory of whoever reads them.
			.config(TopicConfig.COMPRESSION_TYPE_CONFIG, UNCOMPRESSED)
			.config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largestRecord))
			.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.topics().minInSyncReplicas()))
			.build();
	}

}
