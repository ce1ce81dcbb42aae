package io.gendan.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import io.gendan.messaging.budget.ByteBudget;
import io.gendan.messaging.engine.NoKeys;
import io.gendan.messaging.engine.Activities;
import io.gendan.messaging.engine.ActivityRunner;
import io.gendan.messaging.engine.BatchingGateway;
import io.gendan.messaging.engine.DeadlineQueue;
import io.gendan.messaging.engine.GapWatch;
import io.gendan.messaging.engine.Limits;
import io.gendan.messaging.engine.OrderBatches;
import io.gendan.messaging.engine.RecentOrders;
import io.gendan.messaging.engine.StageEngine;
import io.gendan.messaging.engine.SlaMetrics;
import io.gendan.messaging.engine.StageMetrics;
import io.gendan.messaging.engine.Sweep;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.messaging.outbox.EventProducer;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.outbox.PublishedEvents;
import io.gendan.messaging.signature.EventHeaders;
import io.gendan.stage.Activity;
import io.gendan.stage.StreamKind;
import io.gendan.testing.TestInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.bson.Document;

/** One instance of a service without Spring: several may share a store. */
final class SmallEngine implements AutoCloseable {

	private static final Duration MARKS = Duration.ofMillis(100);

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final MongoClient MONGO = MongoClients.create(TestInfrastructure.store());

	static final Duration PATIENCE = Duration.ofMinutes(10);

	final PlantedProducer producer;

	final PlantedAlarm alarm = new PlantedAlarm();

	final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	final SlaMetrics slas;

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
		this(new PlantedProducer(), MARKS, Memory.PLENTY, new EventCodec(), new SmallStage(), orders, clock,
				activities);
	}

	@SafeVarargs
	private SmallEngine(PlantedProducer producer, Duration marks, Memory memory, EventCodec codec, SmallStage stage,
			MongoCollection<Document> orders, Clock clock, Activity<State, Command>... activities) {
		this.producer = producer;
		this.store = new LedgerStore(orders, stage.kind(), stage.columns());
		this.store.createIndexes();
		LedgerStores stores = new LedgerStores(Map.of(stage.kind().label(), this.store));
		RecentOrders recent = new RecentOrders(new ByteBudget(memory.remembered()));
		this.relay = new OutboxRelay(new EventProducer(() -> this.producer, Duration.ofSeconds(10)), stores,
				"gendan.review", EventHeaders.unsigned(), new PublishedEvents(new SimpleMeterRegistry()),
				marks.toMillis(), recent::published, new ByteBudget(memory.outbox()));
		this.deadlines = new DeadlineQueue(clock, Duration.ofMinutes(90));
		this.activities = new Activities<>(stage.kind(), List.of(activities), Duration.ofSeconds(10),
				new ByteBudget(memory.batch()), clock, this.registry);
		this.slas = new SlaMetrics(stage, this.registry, clock);
		GapWatch gaps = new GapWatch(PATIENCE, this.alarm);
		Limits limits = new Limits(new ByteBudget(memory.batch()), new ByteBudget(memory.ledger()),
				new ByteBudget(memory.ledger()), Duration.ofDays(7));
		this.engine = new StageEngine<>(
				new OrderBatches<>(stage, codec, NoKeys.NONE, this.store, null, recent, this.relay, this.deadlines,
						this.activities, gaps, new StageMetrics(this.registry, this.slas), clock, limits),
				this.store, recent, gaps, limits);
		this.gateway = new BatchingGateway<>(stage.kind(), this.engine, this.store, limits.batch());
		this.sweep = new Sweep(stores, this.relay, this.deadlines, clock, GRACE, Duration.ofMinutes(90),
				limits.batch());
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
		return new SmallEngine(new PlantedProducer(), marks, Memory.PLENTY, new EventCodec(), new SmallStage(), orders,
				clock);
	}

	/**
	 * An instance with little memory.
	 * @param memory how much it has
	 * @param orders the ledgers
	 * @param clock the time
	 * @return the instance
	 */
	static SmallEngine with(Memory memory, MongoCollection<Document> orders, Clock clock) {
		return new SmallEngine(new PlantedProducer(), MARKS, memory, new EventCodec(), new SmallStage(), orders, clock);
	}

	/**
	 * An instance that reads events its own way.
	 * @param codec reads events
	 * @param orders the ledgers
	 * @param clock the time
	 * @return the instance
	 */
	static SmallEngine reading(EventCodec codec, MongoCollection<Document> orders, Clock clock) {
		return new SmallEngine(new PlantedProducer(), MARKS, Memory.PLENTY, codec, new SmallStage(), orders, clock);
	}

	/**
	 * An instance of another version of the stage.
	 * @param stage the stage
	 * @param orders the ledgers
	 * @param clock the time
	 * @return the instance
	 */
	static SmallEngine of(SmallStage stage, MongoCollection<Document> orders, Clock clock) {
		return new SmallEngine(new PlantedProducer(), MARKS, Memory.PLENTY, new EventCodec(), stage, orders, clock);
	}

	/**
	 * An instance with little memory whose events go another way to the broker.
	 * @param producer its way
	 * @param memory how much it has
	 * @param orders the ledgers
	 * @param clock the time
	 * @return the instance
	 */
	static SmallEngine sending(PlantedProducer producer, Memory memory, MongoCollection<Document> orders, Clock clock) {
		return new SmallEngine(producer, MARKS, memory, new EventCodec(), new SmallStage(), orders, clock);
	}

	/**
	 * An empty collection of orders.
	 * @return in a database of its own
	 */
	static MongoCollection<Document> orders() {
		return MONGO.getDatabase("engine-" + UUID.randomUUID()).getCollection(StreamKind.ORDER.collection());
	}

	/**
	 * Sweeps once more, with everything old enough.
	 * @param time the time of this instance
	 * @return whether all events have left
	 */
	boolean sweepUntilNothingIsLeft(SettableClock time) {
		time.advance(GRACE);
		this.sweep.once();
		return this.sweep.backlog() == 0;
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
		return this.store.load(List.of(order)).get(order);
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

	/**
	 * How much an instance holds, in bytes.
	 *
	 * @param batch what is worked on together
	 * @param ledger one document
	 * @param outbox events under way
	 * @param remembered orders written last
	 */
	record Memory(long batch, long ledger, long outbox, long remembered) {

		static final Memory PLENTY = new Memory(1_000_000, 1_000_000, 1_000_000, 16_000_000);

	}

}
