package io.gendan.messaging.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.gendan.contract.EventCodec;
import io.gendan.messaging.engine.CarriedStages;
import io.gendan.messaging.replay.ReplayStore;
import io.gendan.messaging.replay.Replays;
import io.gendan.messaging.replay.TopicHistory;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.stage.Stage;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Gives a stage the history of a type that it listens to since later. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnBean(Stage.class)
class ReplayAutoConfiguration {

	private static final int POLL_BYTES = 4 * 1024 * 1024;

	private static final int POLL_RECORDS = 500;

	private static final Duration SILENCE = Duration.ofMinutes(1);

	@Bean
	ReplayStore replayStore(MongoDatabaseFactory mongo) {
		return new ReplayStore(mongo.getMongoDatabase().getCollection(ReplayStore.COLLECTION), SILENCE);
	}

	@Bean
	Replays replays(CarriedStages stages, EventCodec codec, SignatureCheck signatures, KafkaProperties kafka,
			ReplayStore store, Clock clock) {
		Map<String, Object> settings = kafka.buildConsumerProperties();
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, POLL_BYTES);
		settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		return new Replays(stages.listened(), codec, new TopicHistory(() -> new KafkaConsumer<>(settings)), signatures,
				stages::replay, store, clock);
	}

}
