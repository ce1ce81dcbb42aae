package io.gendan.messaging.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoDatabase;
import io.gendan.contract.EventCodec;
import io.gendan.contract.Service;
import io.gendan.messaging.Projection;
import io.gendan.messaging.deadletter.DeadLetterPublisher;
import io.gendan.messaging.deadletter.GapLetters;
import io.gendan.messaging.deadletter.HandlingStore;
import io.gendan.messaging.deadletter.LetterProducer;
import io.gendan.messaging.engine.CarriedStage;
import io.gendan.messaging.engine.CarriedStages;
import io.gendan.messaging.engine.DeadlineQueue;
import io.gendan.messaging.engine.GapWatch;
import io.gendan.messaging.engine.RecentOrders;
import io.gendan.messaging.engine.Sweep;
import io.gendan.messaging.inbox.ConsumedEvents;
import io.gendan.messaging.inbox.Inbox;
import io.gendan.messaging.inbox.InboxHealth;
import io.gendan.messaging.inbox.ProjectionFeed;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.messaging.outbox.EventProducer;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.outbox.PublishedEvents;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.messaging.signature.EventHeaders;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.signature.SigningSettings;
import io.gendan.stage.Stage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Everything behind a {@link Stage}, when the application has one. */
@AutoConfiguration(afterName = { "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
		"org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnBean(Stage.class)
@EnableConfigurationProperties({ MessagingSettings.class, SigningSettings.class })
class MessagingAutoConfiguration {

	private static final Duration PRODUCER_CLOSE = Duration.ofSeconds(3);

	private static final Duration DEAD_PRODUCER = Duration.ofSeconds(10);

	/** A little less than whoever writes letters waits for them. */
	private static final Duration LETTER = Duration.ofSeconds(25);

	private static final long LARGEST_REQUEST = 9 * 1024 * 1024;

	private static final long SPARE = 2 * 1024 * 1024;

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	@ConditionalOnMissingBean
	EventCodec eventCodec() {
		return new EventCodec();
	}

	@Bean
	static StageBeans stageBeans() {
		return new StageBeans();
	}

	@Bean
	LedgerStores ledgerStores(MongoDatabaseFactory mongo, List<Stage<?, ?, ?>> stages) {
		MongoDatabase database = mongo.getMongoDatabase();
		Map<String, LedgerStore> stores = new LinkedHashMap<>();
		stages.forEach((stage) -> stores.put(stage.kind().label(),
				new LedgerStore(database.getCollection(stage.kind().collection()), stage.kind(), stage.columns())));
		return new LedgerStores(stores);
	}

	@Bean(destroyMethod = "")
	EventProducer eventProducer(KafkaProperties kafka, MessagingSettings settings) {
		Map<String, Object> producer = producer(kafka);
		producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		// An event may wait as long as the broker is away, but it is never overtaken.
		producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
		producer.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 2);
		producer.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
		producer.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, (int) LARGEST_REQUEST);
		// More than the relay hands over, so that it never waits for room; it waits for
		// nothing else for long either, else it could not be stopped.
		producer.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG,
				Math.max(LARGEST_REQUEST + SPARE, 2 * settings.memory().outboxBudget().bytes() + SPARE));
		producer.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
		return new EventProducer(() -> new KafkaProducer<>(producer), DEAD_PRODUCER);
	}

	/** All stages of an application write the one topic of its service. */
	static Service service(List<Stage<?, ?, ?>> stages) {
		List<Service> services = stages.stream().<Service>map(Stage::service).distinct().toList();
		if (services.size() != 1) {
			throw new IllegalStateException("The stages of an application are of one service, not of " + services);
		}
		return services.getFirst();
	}

	private static Map<String, Object> producer(KafkaProperties kafka) {
		Map<String, Object> producer = kafka.buildProducerProperties();
		producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
		producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		producer.put(ProducerConfig.ACKS_CONFIG, "all");
		return producer;
	}

	@Bean
	LetterProducer letterProducer(KafkaProperties kafka) {
		return new LetterProducer(() -> new KafkaProducer<>(letters(kafka, LETTER)));
	}

	/**
	 * Letters that cannot be written are given up, since their polls come again: none
	 * stays in memory. A letter may come twice, so no id is needed, and none can be
	 * refused.
	 */
	static Map<String, Object> letters(KafkaProperties kafka, Duration patience) {
		Map<String, Object> producer = producer(kafka);
		int millis = (int) patience.toMillis();
		producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
		producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
		producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
		producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		producer.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, (int) LARGEST_REQUEST);
		producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, LARGEST_REQUEST);
		producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
		return producer;
	}

	/** What has not left by then is picked up by the sweep after the next start. */
	@Bean
	DisposableBean eventProducerClose(EventProducer producer) {
		return () -> producer.close(PRODUCER_CLOSE);
	}

	@Bean
	RecentOrders recentOrders(MessagingSettings settings) {
		return new RecentOrders(settings.memory().rememberedBudget());
	}

	@Bean
	EventHeaders eventHeaders(SigningSettings signing) {
		return (signing.keyFile() != null) ? EventHeaders.signedWith(signing.keyFile()) : EventHeaders.unsigned();
	}

	@Bean
	SignatureCheck signatureCheck(SigningSettings signing, MeterRegistry registry) {
		return new SignatureCheck(signing, registry);
	}

	@Bean
	OutboxRelay outboxRelay(EventProducer producer, LedgerStores stores, List<Stage<?, ?, ?>> stages,
			RecentOrders recent, EventHeaders headers, MeterRegistry registry, MessagingSettings settings) {
		OutboxRelay relay = new OutboxRelay(producer, stores, service(stages).topic(), headers,
				new PublishedEvents(registry), settings.outbox().markInterval().toMillis(), recent::published,
				settings.memory().outboxBudget());
		TimeGauge.builder("gendan.outbox.age", relay, TimeUnit.NANOSECONDS, OutboxRelay::age)
			.description("How long the oldest event has been waiting for its acknowledgement")
			.register(registry);
		return relay;
	}

	@Bean
	DeadlineQueue deadlineQueue(Clock clock, MessagingSettings settings) {
		return new DeadlineQueue(clock, settings.deadlines().horizon());
	}

	@Bean
	Sweep sweep(LedgerStores stores, OutboxRelay relay, DeadlineQueue deadlines, Clock clock, MeterRegistry registry,
			MessagingSettings settings) {
		Sweep sweep = new Sweep(stores, relay, deadlines, clock, settings.outbox().grace(),
				settings.deadlines().horizon(), settings.memory().batchBudget());
		Gauge.builder("gendan.outbox.backlog", sweep, Sweep::backlog)
			.description("Orders with events that are not known to be published")
			.register(registry);
		return sweep;
	}

	@Bean
	HandlingStore handlingStore(MongoDatabaseFactory mongo) {
		return new HandlingStore(mongo.getMongoDatabase().getCollection(HandlingStore.COLLECTION));
	}

	@Bean
	DeadLetterPublisher inboxLetters(LetterProducer producer, MeterRegistry registry, Clock clock,
			MessagingSettings settings, @Value("${spring.application.name}") String group) {
		return new DeadLetterPublisher(producer, group, settings.inbox().topics(), registry, clock);
	}

	@Bean
	GapWatch gapWatch(@Qualifier("inboxLetters") DeadLetterPublisher letters, HandlingStore handlings, Clock clock,
			MessagingSettings settings, @Value("${spring.application.name}") String group) {
		return new GapWatch(settings.inbox().gapPatience(), new GapLetters(letters, group, handlings, clock));
	}

	@Bean
	StageCarrier stageCarrier(EventCodec codec, Sealing sealing, MongoDatabaseFactory mongo, LedgerStores stores,
			RecentOrders recent, OutboxRelay relay, DeadlineQueue deadlines, GapWatch gaps, MessagingSettings settings,
			MeterRegistry registry, Clock clock) {
		return new StageCarrier(codec, sealing, mongo.getMongoDatabase(), stores, recent, relay, deadlines, gaps,
				settings, registry, clock);
	}

	@Bean
	CarriedStages carriedStages(List<CarriedStage<?, ?, ?>> stages) {
		return new CarriedStages(stages);
	}

	@Bean
	StageThreads stageThreads(CarriedStages stages, OutboxRelay relay, DeadlineQueue deadlines, Sweep sweep,
			LedgerStores stores, MessagingSettings settings) {
		return new StageThreads(stages, relay, deadlines, sweep, stores, settings.outbox().sweepInterval());
	}

	@Bean
	InboxHealth inboxHealthIndicator(Clock clock) {
		return new InboxHealth(clock);
	}

	@Bean
	Inbox inbox(CarriedStages stages, SignatureCheck signatures, SigningSettings signing,
			@Qualifier("inboxLetters") DeadLetterPublisher letters,
			@Qualifier("inboxHealthIndicator") InboxHealth health, MeterRegistry registry, Clock clock,
			MessagingSettings settings, @Value("${spring.application.name}") String group) {
		stages.all().forEach((carried) -> InboxTopics.check(carried.stage(), settings.inbox().topics()));
		SignatureCheck.mustKnow(signing, settings.inbox().topics());
		return new Inbox(stages::receive, signatures, letters, health, new ConsumedEvents(registry, clock, group));
	}

	@Bean
	@ConditionalOnBean(Projection.class)
	InboxHealth projectionHealthIndicator(Clock clock) {
		return new InboxHealth(clock);
	}

	@Bean
	@ConditionalOnBean(Projection.class)
	ProjectionFeed projectionFeed(List<Projection> projections) {
		return new ProjectionFeed(projections);
	}

	@Bean
	@ConditionalOnBean(Projection.class)
	Inbox projection(ProjectionFeed feed, SignatureCheck signatures, SigningSettings signing, LetterProducer producer,
			@Qualifier("projectionHealthIndicator") InboxHealth health, MeterRegistry registry, Clock clock,
			@Value("${gendan.projection.group}") String group) {
		List<String> topics = Arrays.stream(Service.values()).map(Service::topic).toList();
		SignatureCheck.mustKnow(signing, topics);
		return new Inbox(feed, signatures, new DeadLetterPublisher(producer, group, topics, registry, clock), health,
				new ConsumedEvents(registry, clock, group));
	}

}
