package io.gendan.order.timeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.gendan.contract.Actor;
import io.gendan.contract.EventCatalogue;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.review.OrderApproved;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.TestInfrastructure;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The same events make the same timeline, however they arrive (ORD-17). */
class TimelineStoreTest {

	private static final int ORDERS = 12;

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
		TimelineStore straight = store("straight");
		straight.add(stream);
		for (int seed = 0; seed < 15; seed++) {
			Random random = new Random(seed);
			List<RecordedEvent> arrival = new ArrayList<>(stream);
			stream.stream().filter((event) -> random.nextInt(3) == 0).forEach(arrival::add);
			Collections.shuffle(arrival, random);
			TimelineStore store = store("shuffled" + seed);
			int from = 0;
			while (from < arrival.size()) {
				int to = Math.min(arrival.size(), from + 1 + random.nextInt(20));
				store.add(arrival.subList(from, to));
				from = to;
			}
			TimelineComparison.Result result = new TimelineComparison(store, straight).all();
			assertThat(result.orders()).isEqualTo(ORDERS);
			assertThat(result.different()).as("seed %d", seed).isEmpty();
		}
	}

	@Test
	void aMissingAndAChangedEventShow() {
		List<RecordedEvent> stream = stream();
		TimelineStore whole = store("whole");
		whole.add(stream);
		TimelineStore less = store("less");
		less.add(stream.subList(1, stream.size()));
		String order = stream.getFirst().envelope().subject();
		assertThat(new TimelineComparison(less, whole).all().different()).containsExactly(order);
		TimelineStore changed = store("changed");
		RecordedEvent first = stream.getFirst();
		changed.add(List.of(new RecordedEvent(first.envelope(), first.data().replace("because", "since"))));
		changed.add(stream);
		assertThat(new TimelineComparison(whole, changed).all().different()).containsExactly(order);
		TimelineStore one = store("one");
		one.add(stream.stream().filter((event) -> !event.envelope().subject().equals(order)).toList());
		assertThat(new TimelineComparison(one, whole).all().different()).containsExactly(order);
	}

	@Test
	void severalInstancesWriteTheSameOrders() throws Exception {
		List<RecordedEvent> stream = stream();
		TimelineStore straight = store("alone");
		straight.add(stream);
		TimelineStore shared = store("shared");
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
		assertThat(new TimelineComparison(shared, straight).all().different()).isEmpty();
	}

	@Test
	void theRebuiltCollectionTakesThePlaceOfTheLiveOneWithItsIndex() {
		List<RecordedEvent> stream = stream();
		TimelineStore live = store("live");
		live.add(stream.subList(0, 5));
		TimelineStore rebuilt = store("rebuilt");
		rebuilt.add(stream);
		rebuilt.replace(live);
		assertThat(live.orders()).hasSize(ORDERS);
		live.add(stream);
		assertThat(this.database.listCollectionNames()).contains("live").doesNotContain("rebuilt");
		assertThat(this.database.getCollection("live").listIndexes())
			.anyMatch((index) -> index.get("key", Document.class).keySet().equals(Set.of("_id", "version")));
	}

	@Test
	void whatWasWrittenLastIsNotReadAgain() {
		List<RecordedEvent> stream = stream();
		store("counted");
		AtomicInteger reads = new AtomicInteger();
		TimelineStore counted = new TimelineStore(this.database, countingReads("counted", reads));
		counted.add(stream.subList(0, 20));
		reads.set(0);
		counted.add(stream.subList(10, 24));
		assertThat(reads).hasValue(0);
		TimelineStore straight = store("straight-24");
		straight.add(stream.subList(0, 24));
		assertThat(new TimelineComparison(counted, straight).all().different()).isEmpty();
	}

	@Test
	void whatAnotherInstanceWroteIsFoundOut() {
		List<RecordedEvent> stream = stream().subList(0, 12);
		TimelineStore one = store("several");
		TimelineStore other = store("several");
		one.add(stream.subList(0, 4));
		other.add(stream.subList(0, 8));
		one.add(stream.subList(4, 12));
		TimelineStore straight = store("straight-12");
		straight.add(stream);
		assertThat(new TimelineComparison(one, straight).all().different()).isEmpty();
	}

	@Test
	void nothingIsRememberedOfTheCollectionThatWasReplaced() {
		List<RecordedEvent> stream = stream().subList(0, 12);
		TimelineStore live = store("replaced");
		live.add(stream.subList(0, 4));
		live.add(stream.subList(4, 12));
		TimelineStore rebuilt = store("replacing");
		rebuilt.add(stream.subList(0, 2));
		rebuilt.add(stream.subList(2, 4));
		rebuilt.replace(live);
		live.add(stream);
		TimelineStore straight = store("straight-r");
		straight.add(stream);
		assertThat(new TimelineComparison(live, straight).all().different()).isEmpty();
	}

	@Test
	void workBegunBeforeTheReplacementIsNotRemembered() {
		RecentTimelines recent = new RecentTimelines(2);
		long begun = recent.generation();
		recent.forgetAll();
		recent.remember(Map.of("T-1", new Seen(1, Set.of("order:1"))), begun);
		assertThat(recent.recall(List.of("T-1"))).isEmpty();
		recent.remember(Map.of("T-1", new Seen(1, Set.of("order:1"))), recent.generation());
		assertThat(recent.recall(List.of("T-1", "T-2"))).containsOnlyKeys("T-1");
		recent.remember(Map.of("T-2", Seen.NOTHING), recent.generation());
		recent.recall(List.of("T-1"));
		recent.remember(Map.of("T-3", Seen.NOTHING), recent.generation());
		assertThat(recent.recall(List.of("T-1", "T-2", "T-3"))).containsOnlyKeys("T-1", "T-3");
	}

	@Test
	void earlierMomentsAreTheEntriesUpToThen() {
		TimelineStore store = store("moments");
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
		EventTitles titles = new EventTitles();
		for (String type : EventCatalogue.all().keySet()) {
			assertThat(titles.of(type).en()).as(type).isNotBlank().isNotEqualTo(type);
			assertThat(titles.of(type).zh()).as(type).containsPattern("\\p{IsHan}");
		}
		Set<String> english = new TreeSet<>(
				EventCatalogue.all().keySet().stream().map((type) -> titles.of(type).en()).toList());
		assertThat(english).hasSize(EventCatalogue.all().size());
		assertThat(titles.of("io.gendan.order.OrderFramed.v9").zh()).isEqualTo("io.gendan.order.OrderFramed.v9");
	}

	@SuppressWarnings("unchecked")
	private MongoCollection<Document> countingReads(String name, AtomicInteger reads) {
		MongoCollection<Document> collection = this.database.getCollection(name);
		return (MongoCollection<Document>) Proxy.newProxyInstance(MongoCollection.class.getClassLoader(),
				new Class<?>[] { MongoCollection.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("find")) {
						reads.incrementAndGet();
					}
					try {
						return method.invoke(collection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	private TimelineStore store(String name) {
		TimelineStore store = new TimelineStore(this.database, name);
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
				stream.addAll(Arrays.asList(chain.next(new OrderCancelled(order, "li", "because"), actor),
						chain.next(new OrderApproved(order, round, "wang", null), actor),
						chain.next(new QualityPassed(order, round, "zhou"), actor),
						chain.next(new OrderReleased(order, "已付款"), actor)));
			}
		}
		return stream;
	}

}
