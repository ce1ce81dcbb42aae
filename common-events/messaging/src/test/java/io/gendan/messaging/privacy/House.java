package io.gendan.messaging.privacy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.gendan.contract.EventCodec;
import io.gendan.contract.Service;
import io.gendan.contract.Subject;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.stage.Column;
import io.gendan.stage.StreamKind;
import io.gendan.testing.TestInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.core.io.ClassPathResource;

/** A service's part in the keys of a house, with a database of its own. */
final class House implements AutoCloseable {

	static final HouseKeys KEYS = HouseKeys.read(new ClassPathResource("/io/gendan/testing/house-keys.json"));

	final MongoDatabase database;

	final KeyStore store;

	final LedgerStore lists;

	final KeyRing ring;

	final KeyTopic topic;

	final KeySender sender;

	final List<String> forgotten = new CopyOnWriteArrayList<>();

	final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final Producer<String, byte[]> producer = new KafkaProducer<>(
			Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers(), "acks", "all"), new StringSerializer(),
			new ByteArraySerializer());

	private Thread thread = new Thread();

	private House(MongoDatabase database, Service service, HouseKeys keys, Supplier<Consumer<String, byte[]>> readers) {
		this.database = database;
		this.store = new KeyStore(database.getCollection("keys"), database.getCollection("keysRead"));
		this.lists = new LedgerStore(database.getCollection("orders"), StreamKind.ORDER,
				List.of(Column.text("name").withIndex().forPersonal()));
		this.ring = new KeyRing(this.store, keys, service, new EventCodec());
		this.sender = new KeySender(() -> this.producer);
		Forgetting forgetting = new Forgetting(this.ring, this.store, this.forgotten::add, List.of(),
				Clock.systemUTC());
		this.topic = new KeyTopic(readers, new KeyReader(this.store, keys, forgetting, this.sender, this.registry),
				new KeyWriter(this.ring, this.store, this.sender, service, Duration.ofHours(1)), forgetting,
				new LateKeys(this.ring, new LedgerStores(Map.of(Subject.ORDER, this.lists))));
		back();
	}

	/** It reads, again if it was away. */
	void back() {
		this.thread = Thread.ofPlatform().daemon().start(() -> {
			try {
				this.topic.follow();
			}
			catch (InterruptedException | InterruptException ex) {
				Thread.currentThread().interrupt();
			}
			catch (RuntimeException ex) {
				this.topic.failed(ex);
			}
		});
	}

	static House of(Service service) {
		return of(service, "keys-" + UUID.randomUUID());
	}

	static House of(Service service, String database) {
		return of(service, database, KEYS);
	}

	static House of(Service service, String database, HouseKeys keys) {
		makeTopic();
		return new House(MongoClients.create(TestInfrastructure.store()).getDatabase(database), service, keys,
				House::reader);
	}

	static House slow(Service service, String database) {
		makeTopic();
		return new House(MongoClients.create(TestInfrastructure.store()).getDatabase(database), service, KEYS,
				House::slowReader);
	}

	/** Its first poll brings nothing. */
	@SuppressWarnings("unchecked")
	private static Consumer<String, byte[]> slowReader() {
		KafkaConsumer<String, byte[]> reader = reader();
		AtomicBoolean first = new AtomicBoolean(true);
		return (Consumer<String, byte[]>) Proxy.newProxyInstance(House.class.getClassLoader(),
				new Class<?>[] { Consumer.class },
				(proxy, method, arguments) -> (method.getName().equals("poll") && first.getAndSet(false))
						? ConsumerRecords.empty() : method.invoke(reader, arguments));
	}

	static KeyStore store(String database) {
		MongoDatabase there = MongoClients.create(TestInfrastructure.store()).getDatabase(database);
		return new KeyStore(there.getCollection("keys"), there.getCollection("keysRead"));
	}

	/**
	 * Whether the records of a name have a value.
	 * @param name record key
	 * @return one per record
	 */
	static List<Boolean> values(String name) {
		try (KafkaConsumer<String, byte[]> reader = reader()) {
			TopicPartition all = new TopicPartition(KeyRecord.TOPIC, 0);
			reader.assign(List.of(all));
			reader.seekToBeginning(List.of(all));
			long end = reader.endOffsets(List.of(all)).getOrDefault(all, 0L);
			List<Boolean> values = new ArrayList<>();
			while (reader.position(all) < end) {
				reader.poll(Duration.ofMillis(200)).forEach((message) -> {
					if (name.equals(message.key())) {
						values.add(message.value() != null);
					}
				});
			}
			return values;
		}
	}

	private static void makeTopic() {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic(KeyRecord.TOPIC, 1, (short) 1))).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new IllegalStateException(ex);
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KafkaConsumer<String, byte[]> reader() {
		Map<String, Object> settings = new HashMap<>();
		settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestInfrastructure.bootstrapServers());
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
	}

	/** It does not read for a while, and remembers what it knew. */
	void away() {
		this.thread.interrupt();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		away();
		this.producer.close();
	}

}
