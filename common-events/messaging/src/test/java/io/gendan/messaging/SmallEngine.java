package io.gendan.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.gendan.contract.Actor;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.messaging.SmallStage.Command;
import io.gendan.messaging.SmallStage.State;
import io.gendan.messaging.engine.Activities;
import io.gendan.messaging.engine.ActivityRunner;
import io.gendan.messaging.engine.BatchingGateway;
import io.gendan.messaging.engine.DeadlineQueue;
import io.gendan.messaging.engine.GapWatch;
import io.gendan.messaging.engine.RecentOrders;
import io.gendan.messaging.engine.StageEngine;
import io.gendan.messaging.engine.StageMetrics;
import io.gendan.messaging.engine.Sweep;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.outbox.PublishedEvents;
import io.gendan.stage.Activity;
import io.gendan.testing.TestInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;

/** One instance of a service without Spring: several may share a store. */
final class SmallEngine implements AutoCloseable {

	private static final Duration MARKS = Duration.ofMillis(100);

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final MongoClient MONGO = MongoClients.create(TestInfrastructure.store());

	static final Duration PATIENCE = Duration.ofMinutes(10);

	final PlantedProducer producer = new PlantedProducer();

	final PlantedAlarm alarm = new PlantedAlarm();

	final LedgerStore store;

	final OutboxRelay relay;

	final DeadlineQueue deadlines;

	final Activities<State, Command> activities;

	final StageEngine<State, Command, ReviewEvent> engine;

	final BatchingGateway<State, Command, ReviewEvent> gateway;

	final Sweep sweep;

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	@SafeVarargs
	SmallEngine(MongoCollection<Document> orders, Clock clock, Activity<State, Command>... activities) {
		this(MARKS, new EventCodec(), orders, clock, activities);
	}

	@SafeVarargs
	private SmallEngine(Duration marks, EventCodec codec, MongoCollection<Document> orders, Clock clock,
			Activity<State, Command>... activities) {
		this.store = new LedgerStore(orders);
		this.store.createIndexes();
		RecentOrders<State> recent = new RecentOrders<>(1000);
		this.relay = new OutboxRelay(this.producer, this.store, "gendan.review",
				new PublishedEvents(new SimpleMeterRegistry()), marks.toMillis(), recent::published);
		this.deadlines = new DeadlineQueue(clock, Duration.ofMinutes(90));
		this.activities = new Activities<>(List.of(activities), Duration.ofSeconds(10));
		this.engine = new StageEngine<>(new SmallStage(), codec, this.store, recent, this.relay, this.deadlines,
				this.activities, new GapWatch(PATIENCE, this.alarm), new StageMetrics(new SimpleMeterRegistry()),
				clock);
		this.gateway = new BatchingGateway<>(this.engine, this.store);
		this.sweep = new Sweep(this.store, this.relay, this.deadlines, clock, GRACE, Duration.ofMinutes(90));
		start(this.relay::run);
		start(this.gateway::run);
	}

	/**
	 * An instance with a mark interval of its own.
	 * @param marks how often acknowledged events are marked
	 * @param orders the ledgers
	 * @param clock the time
	 * @return the instance
	 */
	static SmallEngine markingEvery(Duration marks, MongoCollection<Document> orders, Clock clock) {
		return new SmallEngine(marks, new EventCodec(), orders, clock);
	}

	/**
	 * An instance that reads events its own way.
	 * @param codec reads events
	 * @param orders the ledgers
	 * @param clock the time
	 * @return the instance
	 */
	static SmallEngine reading(EventCodec codec, MongoCollection<Document> orders, Clock clock) {
		return new SmallEngine(MARKS, codec, orders, clock);
	}

	/**
	 * An empty collection of orders.
	 * @return in a database of its own
	 */
	static MongoCollection<Document> orders() {
		return MONGO.getDatabase("engine-" + UUID.randomUUID()).getCollection(LedgerStore.COLLECTION);
	}

	void strikeDeadlines() {
		start(() -> this.deadlines.run(this.engine::due));
	}

	void performActivities() {
		for (ActivityRunner<State, Command> runner : this.activities.runners()) {
			start(() -> runner.run(this.gateway));
		}
	}

	CommandResult<State> command(String order, Command command) {
		return this.gateway.execute(CommandRequest.of(order, command, new Actor("sales-manager", "wang")));
	}

	State state(String order) {
		return this.gateway.find(order).orElseThrow().state();
	}

	List<GendanEvent> own(String order) {
		EventCodec codec = new EventCodec();
		return ledger(order).entries()
			.stream()
			.filter((entry) -> entry.own())
			.flatMap((entry) -> codec.event(entry.event()).stream())
			.toList();
	}

	Ledger ledger(String order) {
		return this.store.load(List.of(order)).getOrDefault(order, Ledger.empty(order));
	}

	@Override
	public void close() {
		this.threads.forEach(Thread::interrupt);
	}

	private void start(Loop loop) {
		this.threads.add(Thread.ofPlatform().daemon().start(() -> {
			try {
				loop.run();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}));
	}

	/** Runs until it is interrupted. */
	private interface Loop {

		void run() throws InterruptedException;

	}

}
