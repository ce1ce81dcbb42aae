package io.gendan.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.ByteBudget;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.signature.SigningSettings;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.TestInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** A dead-letter topic of its own, with a store that tells what it was asked. */
final class PlantedLetters implements AutoCloseable, CommandListener {

	static final String ORDER = "L-1";

	final String topic = "gendan.order.dead.group-" + UUID.randomUUID();

	private final MongoClient mongo = MongoClients.create(MongoClientSettings.builder()
		.applyConnectionString(new ConnectionString(TestInfrastructure.store()))
		.addCommandListener(this)
		.build());

	final MongoCollection<Document> collection = this.mongo.getDatabase("letters-" + UUID.randomUUID())
		.getCollection(HandlingStore.COLLECTION);

	final HandlingStore handlings = new HandlingStore(this.collection);

	private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
			Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()), new StringSerializer(),
			new ByteArraySerializer());

	private final ConcurrentMap<String, Long> asked = new ConcurrentHashMap<>();

	private final AtomicLong heaviest = new AtomicLong();

	PlantedLetters() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic(this.topic, 1, (short) 1))).all().get();
		}
	}

	/**
	 * Sends a letter.
	 * @param offset offset of the record it is about
	 * @param sequence sequence of the event in that
	 * @param bytes size of its value
	 */
	void send(long offset, long sequence, int bytes) throws Exception {
		ProducerRecord<String, byte[]> letter = new ProducerRecord<>(this.topic, ORDER, new byte[bytes]);
		Map.of("gendan_topic", "gendan.order", "gendan_partition", "0", "gendan_offset", Long.toString(offset),
				"ce_sequence", Long.toString(sequence))
			.forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		this.producer.send(letter).get();
	}

	/**
	 * Sends a letter about an event.
	 * @param event the event, as a stranger could send it
	 */
	void send(RecordedEvent event) throws Exception {
		ProducerRecord<String, byte[]> record = ForeignChain.record(event);
		ProducerRecord<String, byte[]> letter = new ProducerRecord<>(this.topic, null, record.key(), record.value(),
				record.headers());
		letter.headers().add("gendan_topic", record.topic().getBytes(StandardCharsets.UTF_8));
		this.producer.send(letter).get();
	}

	OpenLetters started() {
		OpenLetters open = new OpenLetters(List.of(group()), reader(), this.handlings);
		open.start();
		return open;
	}

	DeadLetters within(long bytes) {
		return checkedBy(new SigningSettings(null, SigningSettings.Check.OFF, Map.of(), Duration.ofMinutes(1)), bytes);
	}

	DeadLetters checkedBy(SigningSettings signing, long bytes) {
		return new DeadLetters(List.of(group()), reader(), this.handlings,
				new SignatureCheck(signing, new SimpleMeterRegistry()), new ByteBudget(bytes), Clock.systemUTC());
	}

	/** How often the store was asked something. */
	long asked(String command) {
		return this.asked.getOrDefault(command, 0L);
	}

	/** Bytes of the heaviest answer since the last time. */
	long heaviest() {
		return this.heaviest.getAndSet(0);
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		this.asked.merge(event.getCommandName(), 1L, Long::sum);
	}

	@Override
	public void commandSucceeded(CommandSucceededEvent event) {
		long bytes = new RawBsonDocument(event.getResponse(), new BsonDocumentCodec()).getByteBuffer().remaining();
		this.heaviest.accumulateAndGet(bytes, Math::max);
	}

	@Override
	public void close() {
		this.producer.close();
		this.mongo.close();
	}

	private DeadLetterGroup group() {
		return new DeadLetterGroup(this.topic.replace("gendan.order.dead.", ""), List.of("gendan.order"),
				(events) -> events.stream().map((event) -> Verdict.taken()).toList(), (order, decision) -> {
				});
	}

	private static LetterReader reader() {
		return new LetterReader(() -> new KafkaConsumer<>(
				Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers(), "auto.offset.reset", "earliest",
						"enable.auto.commit", "false", "max.poll.records", "10"),
				new ByteArrayDeserializer(), new ByteArrayDeserializer()));
	}

}
