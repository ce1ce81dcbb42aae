package io.gendan.messaging.privacy;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

import com.mongodb.client.MongoDatabase;
import io.gendan.contract.EventCodec;
import io.gendan.contract.Service;
import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.stage.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Wires keys of personal data: ring, store and topic. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
public class PrivacyConfiguration {

	/** The topic on which keys travel. */
	public static final String TOPIC = KeyRecord.TOPIC;

	private static final String KEYS = "keys";

	private static final String READ = "keysRead";

	/** The topic is a small one. */
	private static final int FETCH = 256 * 1024;

	private static final int ANSWER_MILLIS = 10_000;

	@Bean
	HouseKeys houseKeys(PrivacySettings settings) {
		return HouseKeys.read(settings.houseKeys());
	}

	@Bean
	KeyStore keyStore(MongoDatabaseFactory mongo) {
		MongoDatabase database = mongo.getMongoDatabase();
		return new KeyStore(database.getCollection(KEYS), database.getCollection(READ));
	}

	@Bean
	KeyRing keyRing(KeyStore store, HouseKeys house, Stage<?, ?, ?>[] stages, EventCodec codec) {
		return new KeyRing(store, house, service(stages), codec);
	}

	@Bean
	KeySender keySender(Supplier<Producer<String, byte[]>> letterProducer) {
		return new KeySender(letterProducer);
	}

	@Bean
	Forgetting forgetting(KeyRing ring, KeyStore store, LedgerStores ledgers, ObjectProvider<Forgetful> others,
			Clock clock) {
		return new Forgetting(ring, store, ledgers::forget, others.stream().toList(), clock);
	}

	@Bean
	KeyReader keyReader(KeyStore store, HouseKeys house, Forgetting forgetting, KeySender sender,
			MeterRegistry registry) {
		return new KeyReader(store, house, forgetting, sender, registry);
	}

	@Bean
	KeyWriter keyWriter(KeyRing ring, KeyStore store, KeySender sender, Stage<?, ?, ?>[] stages,
			PrivacySettings settings) {
		return new KeyWriter(ring, store, sender, service(stages), settings.forgetWithin());
	}

	@Bean
	KeyTopic keyTopic(KafkaProperties kafka, KeyReader reader, KeyWriter writer, Forgetting forgetting, KeyRing ring,
			LedgerStores ledgers) {
		return new KeyTopic(consumers(kafka), reader, writer, forgetting, new LateKeys(ring, ledgers));
	}

	@Bean
	KeyHealth keysHealthIndicator(KeyTopic topic) {
		return new KeyHealth(topic);
	}

	@Bean
	PersonalView personalView(KeyRing ring, KeyTopic topic, EventCodec codec) {
		return new PersonalView(ring, topic::caughtUp, codec);
	}

	@Bean
	Erasure erasure(KeyStore store, HouseKeys house, KeySender sender, PrivacySettings settings, Clock clock) {
		return new TopicErasure(store, house, sender, settings.forgetWithin(), clock);
	}

	private static Service service(Stage<?, ?, ?>[] stages) {
		return stages[0].service();
	}

	private static Supplier<Consumer<String, byte[]>> consumers(KafkaProperties kafka) {
		Map<String, Object> consumer = kafka.buildConsumerProperties();
		consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
		consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		consumer.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH);
		consumer.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH);
		// It asks again when something has come, or so often.
		consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, ANSWER_MILLIS / 2);
		consumer.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
		return () -> new KafkaConsumer<>(consumer);
	}

}
