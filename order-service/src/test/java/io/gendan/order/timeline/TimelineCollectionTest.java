package io.gendan.order.timeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.gendan.contract.Actor;
import io.gendan.contract.EventCatalogue;
import io.gendan.contract.EventCodec;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.review.OrderApproved;
import io.gendan.messaging.engine.Verdict;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.TestInfrastructure;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The same events make the same timeline, however they arrive (ORD-17). */
class TimelineCollectionTest {

	private static final int ORDERS = 12;

	private static final Actor LI = new Actor("finance", "li");

	private MongoClient client;

	private MongoDatabase database;

	@BeforeEach
	void connect() {
		ConnectionString uri = new ConnectionString(TestInfrastructure.newDatabase());
		this.client = MongoClients.create(uri);
		this.database = this.client.getDatabase(uri.getDatabase());
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void shuffledAndRepeatedEventsGiveIdenticalBytes() {
		List<RecordedEvent> stream = stream();
		TimelineCollection straight = store("straight");
		straight.add(stream);
		for (int seed = 0; seed < 15; seed++) {
			Random random = new Random(seed);
			List<RecordedEvent> arrival = new ArrayList<>(stream);
			stream.stream().filter((event) -> random.nextInt(3) == 0).forEach(arrival::add);
			Collections.shuffle(arrival, random);
			TimelineCollection store = store("shuffled" + seed);
			int from = 0;
			while (from < arrival.size()) {
				int to = Math.min(arrival.size(), from + 1 + random.nextInt(20));
				store.add(arrival.subList(from, to));
				from = to;
			}
			TimelineComparison.Result result = compare(store, straight);
			assertThat(result.orders()).isEqualTo(ORDERS);
			assertThat(result.different()).as("seed %d", seed).isEmpty();
		}
	}

	@Test
	void aMissingAndAChangedEventShow() {
		List<RecordedEvent> stream = stream();
		TimelineCollection whole = store("whole");
		whole.add(stream);
		TimelineCollection less = store("less");
		less.add(stream.subList(1, stream.size()));
		String order = stream.getFirst().envelope().subject();
		assertThat(compare(less, whole).different()).containsExactly(order);
		TimelineCollection changed = store("changed");
		RecordedEvent first = stream.getFirst();
		changed.add(List.of(new RecordedEvent(first.envelope(), first.data().replace("because", "since"))));
		changed.add(stream);
		assertThat(compare(whole, changed).different()).containsExactly(order);
		TimelineCollection one = store("one");
		one.add(stream.stream().filter((event) -> !event.envelope().subject().equals(order)).toList());
		assertThat(compare(one, whole).different()).containsExactly(order);
	}

	@Test
	void severalInstancesWriteTheSameOrders() throws Exception {
		List<RecordedEvent> stream = stream();
		TimelineCollection straight = store("alone");
		straight.add(stream);
		TimelineCollection shared = store("shared");
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<?>> done = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				List<RecordedEvent> arrival = new ArrayList<>(stream);
				Collections.shuffle(arrival, new Random(thread));
				done.add(threads.submit(() -> {
					for (int from = 0; from < arrival.size(); from += 7) {
						shared.add(arrival.subList(from, Math.min(arrival.size(), from + 7)));
					}
				}));
			}
			for (Future<?> one : done) {
				one.get();
			}
		}
		assertThat(compare(shared, straight).different()).isEmpty();
	}

	@Test
	void whatWasWrittenLastIsNotReadAgain() {
		List<RecordedEvent> stream = stream();
		store("counted");
		AtomicInteger reads = new AtomicInteger();
		TimelineCollection counted = new TimelineCollection(countingReads("counted", reads));
		counted.add(stream.subList(0, 20));
		reads.set(0);
		counted.add(stream.subList(10, 24));
		assertThat(reads).hasValue(0);
		TimelineCollection straight = store("straight-24");
		straight.add(stream.subList(0, 24));
		assertThat(compare(counted, straight).different()).isEmpty();
	}

	@Test
	void whatAnotherInstanceWroteIsFoundOut() {
		List<RecordedEvent> stream = stream().subList(0, 12);
		TimelineCollection one = store("several");
		TimelineCollection other = store("several");
		one.add(stream.subList(0, 4));
		other.add(stream.subList(0, 8));
		one.add(stream.subList(4, 12));
		TimelineCollection straight = store("straight-12");
		straight.add(stream);
		assertThat(compare(one, straight).different()).isEmpty();
	}

	@Test
	void theSameNumberWithOtherContentIsAConflict() {
		RecordedEvent genuine = new ForeignChain("T-1").next(new OrderReleased("T-1", "paid"), LI);
		RecordedEvent forged = new ForeignChain("T-1").next(new OrderReleased("T-1", "never paid"), LI);
		RecordedEvent another = new ForeignChain("T-2").next(new OrderReleased("T-2", "paid"), LI);
		TimelineCollection store = store("conflicts");
		assertThat(store.add(List.of(genuine, forged, another, genuine))).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.TAKEN, Verdict.Kind.REJECTED, Verdict.Kind.TAKEN, Verdict.Kind.DUPLICATE);
		assertThat(store.add(List.of(forged)).getFirst().reason()).isEqualTo("CONFLICT");
		TimelineCollection elsewhere = new TimelineCollection(this.database.getCollection("conflicts"));
		assertThat(elsewhere.add(List.of(forged, genuine))).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.REJECTED, Verdict.Kind.DUPLICATE);
		assertThat(store.find("T-1").orElseThrow().entries()).extracting(TimelineEntry::data)
			.containsExactly(genuine.data());
	}

	@Test
	void aTimelineThatIsFullHoldsBackNobodyElse() {
		ForeignChain full = new ForeignChain("T-1");
		String much = "x".repeat(5 * 1024 * 1024);
		TimelineCollection store = store("full");
		assertThat(store.add(List.of(full.next(new OrderReleased("T-1", much), LI),
				full.next(new OrderReleased("T-1", much), LI), full.next(new OrderReleased("T-1", much), LI),
				new ForeignChain("T-2").next(new OrderReleased("T-2", "paid"), LI),
				full.next(new OrderReleased("T-1", "small"), LI))))
			.extracting(Verdict::reason)
			.containsExactly(null, null, "TOO_LARGE", null, null);
		assertThat(store.find("T-1").orElseThrow().entries()).hasSize(3);
		assertThat(store.find("T-2")).isPresent();
	}

	@Test
	void whatTheStoreRefusesOfOneOrderIsToldThere() {
		TimelineCollection store = new TimelineCollection(refusing("refused", "T-2", Integer.MAX_VALUE));
		List<RecordedEvent> stream = stream().subList(0, 36);
		assertThat(store.add(stream)).allSatisfy((verdict) -> assertThat(verdict.kind()).isNotNull())
			.filteredOn((verdict) -> "STORE_REFUSED".equals(verdict.reason()))
			.hasSize(12);
		assertThat(store.find("T-1").orElseThrow().entries()).hasSize(12);
		assertThat(store.find("T-2")).isEmpty();
		assertThat(store.find("T-3").orElseThrow().entries()).hasSize(12);
	}

	@Test
	void aWriteConflictGoesBy() {
		TimelineCollection store = new TimelineCollection(refusing("conflicting", "T-2", 2));
		assertThat(store.add(stream().subList(0, 36))).extracting(Verdict::kind).containsOnly(Verdict.Kind.TAKEN);
		assertThat(store.find("T-2").orElseThrow().entries()).hasSize(12);
	}

	@Test
	void bulkWritesGoOutInTheOrderOfId() {
		List<List<String>> sent = new ArrayList<>();
		List<RecordedEvent> shuffled = stream();
		Collections.shuffle(shuffled, new Random(1));
		new TimelineCollection(intercepted("sorted", (writes) -> {
			sent.add(writes.stream().map(TimelineCollectionTest::orderOf).toList());
			return null;
		})).add(shuffled);
		assertThat(sent).isNotEmpty().allSatisfy((orders) -> assertThat(orders).isSorted());
	}

	@Test
	void memoryIsBoundedByOrdersAndByEvents() {
		RecentTimelines recent = new RecentTimelines(2, 5);
		Seen two = Seen.of(1, 0, List.of("order:1", "order:2"));
		recent.remember("T-1", two);
		recent.remember("T-2", two);
		recent.recall(List.of("T-1"));
		recent.remember("T-3", two);
		assertThat(recent.recall(List.of("T-1", "T-2", "T-3"))).containsOnlyKeys("T-1", "T-3");
		recent.remember("T-1", Seen.of(2, 0, List.of("order:1", "order:2", "order:3", "order:4")));
		assertThat(recent.recall(List.of("T-1", "T-3"))).containsOnlyKeys("T-1");
		recent.forget("T-1");
		recent.remember("T-3", two);
		assertThat(recent.recall(List.of("T-1", "T-3"))).containsOnlyKeys("T-3");
	}

	@Test
	void timelinesOfEarlierVersionsGoOn() {
		ForeignChain chain = new ForeignChain("T-1");
		RecordedEvent first = chain.next(new OrderReleased("T-1", "paid"), LI);
		TimelineCollection store = store("earlier");
		this.database.getCollection("earlier")
			.insertOne(new Document("_id", "T-1").append("version", 1L)
				.append("seen", List.of("billing:1"))
				.append("entries", List.of(TimelineEntry.of(first).line())));
		assertThat(store.add(List.of(first, chain.next(new OrderReleased("T-1", "again"), LI))))
			.extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.DUPLICATE, Verdict.Kind.TAKEN);
		assertThat(store.find("T-1").orElseThrow().entries()).hasSize(2);
	}

	@Test
	void earlierMomentsAreTheEntriesUpToThen() {
		TimelineCollection store = store("moments");
		List<RecordedEvent> stream = stream();
		store.add(stream);
		String order = stream.getFirst().envelope().subject();
		Timeline timeline = store.find(order).orElseThrow();
		assertThat(timeline.entries()).isSortedAccordingTo(TimelineEntry.CAUSAL);
		assertThat(timeline.asOf(timeline.entries().getFirst().time().minusMillis(1)).entries()).isEmpty();
		assertThat(timeline.asOf(timeline.entries().getLast().time()).entries()).isEqualTo(timeline.entries());
		assertThat(store.find("nobody")).isEmpty();
	}

	@Test
	void everyEventOfTheContractHasATitleInBothLanguages() {
		EventTitles titles = new EventTitles(new EventCodec());
		for (String type : EventCatalogue.all().keySet()) {
			assertThat(titles.of(type).en()).as(type).isNotBlank().isNotEqualTo(type);
			assertThat(titles.of(type).zh()).as(type).containsPattern("\\p{IsHan}");
		}
		Set<String> english = new TreeSet<>(
				EventCatalogue.all().keySet().stream().map((type) -> titles.of(type).en()).toList());
		assertThat(english).hasSize(EventCatalogue.all().size());
		assertThat(titles.of("io.gendan.order.OrderFramed.v9").zh()).isEqualTo("io.gendan.order.OrderFramed.v9");
	}

	private MongoCollection<Document> countingReads(String name, AtomicInteger reads) {
		return proxy(name, (method, arguments) -> {
			if (method.equals("find")) {
				reads.incrementAndGet();
			}
		});
	}

	/** Refuses the writes of one order so many times. */
	private MongoCollection<Document> refusing(String name, String order, int times) {
		AtomicInteger left = new AtomicInteger(times);
		MongoCollection<Document> collection = this.database.getCollection(name);
		return intercepted(name, (writes) -> {
			List<WriteModel<Document>> others = writes.stream()
				.filter((write) -> !orderOf(write).equals(order))
				.toList();
			if (others.size() == writes.size() || left.getAndDecrement() <= 0) {
				return null;
			}
			BulkWriteResult result = others.isEmpty() ? BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of())
					: collection.bulkWrite(others);
			int refused = writes.stream().map(TimelineCollectionTest::orderOf).toList().indexOf(order);
			return new MongoBulkWriteException(result,
					List.of(new BulkWriteError(112, "planted", new BsonDocument(), refused)), null, new ServerAddress(),
					Set.of());
		});
	}

	private MongoCollection<Document> intercepted(String name,
			Function<List<WriteModel<Document>>, @Nullable RuntimeException> bulkWrite) {
		return proxy(name, (method, arguments) -> {
			if (method.equals("bulkWrite")) {
				@SuppressWarnings("unchecked")
				RuntimeException answer = bulkWrite.apply((List<WriteModel<Document>>) arguments[0]);
				if (answer != null) {
					throw answer;
				}
			}
		});
	}

	@SuppressWarnings("unchecked")
	private MongoCollection<Document> proxy(String name, BiConsumer<String, Object[]> before) {
		store(name);
		MongoCollection<Document> collection = this.database.getCollection(name);
		return (MongoCollection<Document>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
				new Class<?>[] { MongoCollection.class }, (proxy, method, arguments) -> {
					before.accept(method.getName(), arguments);
					try {
						return method.invoke(collection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private static String orderOf(WriteModel<Document> write) {
		return (write instanceof InsertOneModel<Document> insert) ? insert.getDocument().getString("_id")
				: ((Document) ((UpdateOneModel<Document>) write).getFilter()).getString("_id");
	}

	private static TimelineComparison.Result compare(TimelineCollection one, TimelineCollection other) {
		return new TimelineComparison(one, other, () -> {
		}).all((order, marks) -> {
		});
	}

	private TimelineCollection store(String name) {
		TimelineCollection store = new TimelineCollection(this.database.getCollection(name));
		store.createIndexes();
		return store;
	}

	/** Stories of some orders; what stands in the events does not matter here. */
	private static List<RecordedEvent> stream() {
		List<RecordedEvent> stream = new ArrayList<>();
		Actor actor = new Actor("salesperson", "li");
		for (int number = 1; number <= ORDERS; number++) {
			String order = "T-" + number;
			ForeignChain chain = new ForeignChain(order);
			for (int round = 1; round <= 3; round++) {
				stream.addAll(Arrays.asList(chain.next(new OrderCancelled(order, "li", Personal.of("because")), actor),
						chain.next(new OrderApproved(order, round, "wang", null), actor),
						chain.next(new QualityPassed(order, round, "zhou"), actor),
						chain.next(new OrderReleased(order, "已付款"), actor)));
			}
		}
		return stream;
	}

}
