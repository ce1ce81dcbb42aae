package io.gendan.messaging;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import com.mongodb.client.MongoCollection;
import io.gendan.contract.Actor;
import io.gendan.messaging.SmallEngine.Memory;
import io.gendan.messaging.SmallStage.Note;
import io.gendan.messaging.SmallStage.Open;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several instances write and send the same orders, are killed with records under way,
 * sweep up after each other without waiting, have room for a few events only, and meet a
 * broker that is slow and refuses: whatever comes twice on the topic, nothing comes
 * before its predecessor, and in the end everything is there.
 */
class PublishOrderTest {

	private static final int INSTANCES = 3;

	private static final int CALLERS = 6;

	private static final int COMMANDS = 120;

	private static final int ORDERS = 8;

	private static final int KILLS = 4;

	private final MongoCollection<Document> orders = SmallEngine.orders();

	private final SettableClock clock = new SettableClock();

	private final Topic topic = new Topic();

	@ParameterizedTest
	@CsvSource({ "1, 0, 1000000", "2, 0.05, 1000000", "3, 0.05, 4000", "4, 0.2, 2000", "5, 0, 2000" })
	void nothingOvertakesItsPredecessor(int seed, double refused, long room) throws Exception {
		Memory memory = new Memory(1_000_000, 1_000_000, room, (seed % 2 == 0) ? 20_000 : 1_000_000);
		AtomicReferenceArray<SmallEngine> instances = new AtomicReferenceArray<>(INSTANCES);
		for (int i = 0; i < INSTANCES; i++) {
			instances.set(i, instance(seed * 100 + i, refused, memory));
		}
		List<Thread> callers = new ArrayList<>();
		AtomicInteger done = new AtomicInteger();
		for (int caller = 0; caller < CALLERS; caller++) {
			Random random = new Random(seed * 31L + caller);
			callers.add(Thread.ofVirtual().start(() -> call(instances, random, done)));
		}
		Thread sweeper = Thread.ofVirtual().start(() -> sweep(instances, new Random(seed)));
		Random random = new Random(seed);
		for (int kill = 0; kill < KILLS; kill++) {
			Thread.sleep(50 + random.nextInt(100));
			int victim = random.nextInt(INSTANCES);
			instances.getAndSet(victim, instance(seed * 1000 + kill, refused, memory)).close();
		}
		for (Thread caller : callers) {
			caller.join();
		}
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::nothingWaits);
		sweeper.interrupt();
		sweeper.join();
		this.topic.close();
		for (int i = 0; i < INSTANCES; i++) {
			instances.get(i).close();
		}

		assertThat(done.get()).isGreaterThan(CALLERS * COMMANDS / 2);
		assertThat(this.topic.inSequence()).isEqualTo(written());
	}

	private SmallEngine instance(long seed, double refused, Memory memory) {
		return SmallEngine.sending(new SlowWay(this.topic, new Random(seed), refused), memory, this.orders, this.clock);
	}

	private static void call(AtomicReferenceArray<SmallEngine> instances, Random random, AtomicInteger done) {
		for (int i = 0; i < COMMANDS; i++) {
			SmallEngine instance = instances.get(random.nextInt(INSTANCES));
			var command = (random.nextInt(10) == 0) ? new Open(new SettableClock().instant()) : new Note("x");
			var result = instance.gateway.executeAll(List
				.of(CommandRequest.of("C-" + random.nextInt(ORDERS), command, new Actor("sales-manager", "wang"))));
			if (result.getFirst() instanceof CommandResult.Done<?>) {
				done.incrementAndGet();
			}
		}
	}

	/** What waits is always old enough. */
	private void sweep(AtomicReferenceArray<SmallEngine> instances, Random random) {
		while (!Thread.currentThread().isInterrupted()) {
			this.clock.advance(Duration.ofSeconds(11));
			instances.get(random.nextInt(INSTANCES)).sweep.once();
			try {
				Thread.sleep(2);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

	private boolean nothingWaits() {
		return this.orders.find(new Document("pendingSince", new Document("$exists", true))).first() == null;
	}

	/** How many events each order has written. */
	private Map<String, Integer> written() {
		Map<String, Integer> written = new HashMap<>();
		this.orders.find()
			.forEach((order) -> written.put(order.getString("_id"),
					order.get("head", Document.class).getLong("sequence").intValue()));
		return written;
	}

	/** The log of the broker, and what is on its way to it. */
	private static final class Topic implements AutoCloseable {

		private final List<String> ids = new CopyOnWriteArrayList<>();

		private final List<SlowWay> ways = new CopyOnWriteArrayList<>();

		private final Thread network = Thread.ofPlatform().daemon().start(this::carry);

		private void carry() {
			try {
				while (true) {
					this.ways.forEach(SlowWay::step);
					Thread.sleep(1);
				}
			}
			catch (InterruptedException ex) {
				// the end
			}
		}

		/** The last sequence of each order; a hole on the way to it fails. */
		Map<String, Integer> inSequence() {
			Map<String, Integer> last = new HashMap<>();
			for (String id : this.ids) {
				String order = id.split(":")[1];
				int sequence = Integer.parseInt(id.split(":")[2]);
				int seen = last.getOrDefault(order, 0);
				assertThat(sequence).as("%s after %d", id, seen).isLessThanOrEqualTo(seen + 1);
				last.put(order, Math.max(seen, sequence));
			}
			return last;
		}

		@Override
		public void close() {
			this.network.interrupt();
		}

	}

	/**
	 * One producer's connection: records arrive in the order in which they were sent,
	 * some time later, also those of an instance that has died. An idempotent producer
	 * refuses before it sends, or lets nothing pass what has failed.
	 */
	private static final class SlowWay extends PlantedProducer {

		private final Queue<Sent> underWay = new ArrayDeque<>();

		private final Topic topic;

		private final Random random;

		private final double refused;

		SlowWay(Topic topic, Random random, double refused) {
			this.topic = topic;
			this.random = random;
			this.refused = refused;
			topic.ways.add(this);
		}

		@Override
		public Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
			synchronized (this) {
				if (this.random.nextDouble() >= this.refused) {
					this.underWay.add(new Sent(id(message), callback));
					return new CompletableFuture<>();
				}
			}
			callback.onCompletion(null, new TimeoutException("planted"));
			return new CompletableFuture<>();
		}

		void step() {
			for (Sent next : arriving()) {
				this.topic.ids.add(next.id());
				next.callback().onCompletion(new RecordMetadata(new TopicPartition("t", 0), 0, 0, 0, 0, 0), null);
			}
		}

		private synchronized List<Sent> arriving() {
			List<Sent> arriving = new ArrayList<>();
			for (int i = this.random.nextInt(4); i > 0 && !this.underWay.isEmpty(); i--) {
				arriving.add(this.underWay.remove());
			}
			return arriving;
		}

		private record Sent(String id, Callback callback) {
		}

	}

}
