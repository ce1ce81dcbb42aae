package io.gendan.messaging.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.budget.ByteBudget;
import io.gendan.messaging.budget.Weight;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.messaging.ledger.PublishedMark;
import io.gendan.messaging.signature.EventHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events pipelined, in sequence per order, and marks orders as published in bulk
 * once the broker has acknowledged. It holds no truth: what does not fit into memory, or
 * is forgotten, stays in the store, and the sweep brings it later.
 */
public final class OutboxRelay {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	/** A broker that takes nothing off for so long is away. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/** A failure that has not come again for several sweeps is over. */
	private static final Duration OVER = Duration.ofMinutes(2);

	private final EventProducer producer;

	private final String topic;

	private final EventHeaders headers;

	private final PublishedEvents metrics;

	private final long markMillis;

	private final Hold hold;

	private final LinkedBlockingQueue<Departure> queue = new LinkedBlockingQueue<>();

	private final Flights flights;

	private final AtomicLong refusals = new AtomicLong();

	private volatile @Nullable Failing failing;

	private volatile boolean brokerKnown;

	private volatile int partitions = 1;

	/**
	 * A relay.
	 * @param producer sends; idempotent
	 * @param store the ledgers
	 * @param topic topic of the service
	 * @param headers makes the record headers of events
	 * @param metrics counts
	 * @param markMillis how often acknowledged events are marked, in milliseconds
	 * @param marked told of every mark
	 * @param budget how many bytes of events may be under way
	 */
	public OutboxRelay(EventProducer producer, LedgerStores store, String topic, EventHeaders headers,
			PublishedEvents metrics, long markMillis, Consumer<PublishedMark> marked, ByteBudget budget) {
		this.producer = producer;
		this.topic = topic;
		this.headers = headers;
		this.metrics = metrics;
		this.markMillis = markMillis;
		this.flights = new Flights(store, marked);
		this.hold = new Hold(budget, PATIENCE);
	}

	/**
	 * Takes what has become safe. Waits a little for a broker that is only slow; what
	 * does not fit into memory then stays in the store until there is room.
	 * @param outgoing the order and its unacknowledged events
	 */
	public void offer(Outgoing outgoing) {
		int partition = partition(outgoing.order());
		if (!outgoing.tail().isEmpty()) {
			this.hold.await(partition, Weight.of(outgoing.tail().getLast()));
		}
		this.flights.change(outgoing.order(), (before) -> board(outgoing, before, partition));
	}

	private @Nullable Flight board(Outgoing outgoing, @Nullable Flight before, int partition) {
		List<RecordedEvent> tail = outgoing.tail();
		if (tail.isEmpty()) {
			if (before != null) {
				before.written(outgoing.version(), outgoing.head());
			}
			return before;
		}
		Flight flight = (before == null) ? new Flight() : before.fits(tail) ? before : before.leftFor(tail);
		flight.written(outgoing.version(), outgoing.head());
		List<RecordedEvent> missing = flight.missing(tail);
		if (missing.isEmpty()) {
			return flight;
		}
		if (this.hold.take(partition, Departure.weight(missing))) {
			flight.board(missing);
			this.queue.add(new Departure(outgoing.order(), flight, partition, missing));
		}
		else {
			this.refusals.incrementAndGet();
			return flight.empty() ? null : flight;
		}
		return flight;
	}

	/**
	 * How far the events of an order are known to be acknowledged.
	 * @param order order number
	 * @return the last one, {@link Head#NONE} when nothing is known
	 */
	public Head acknowledged(String order) {
		Flight flight = this.flights.get(order);
		return (flight != null) ? flight.acknowledged() : Head.NONE;
	}

	/**
	 * Whether this relay would take events of an order that has some in the store.
	 * @param order order number
	 * @return false if all of them are under way, or if there is no room for them
	 */
	public boolean wants(String order) {
		Flight flight = this.flights.get(order);
		return (flight == null || flight.behind()) && this.hold.inviting(partition(order));
	}

	/**
	 * Whether this relay is busy with an order.
	 * @param order order number
	 * @return true if some of its events are under way
	 */
	public boolean carries(String order) {
		return this.flights.get(order) != null;
	}

	/**
	 * Whether there is room for what had to be left in the store.
	 * @return true if at least half of the memory is free
	 */
	public boolean hasRoom() {
		return this.hold.halfEmpty();
	}

	/**
	 * How often events had to be left in the store because there was no room for them.
	 * @return a number that only grows
	 */
	public long refusals() {
		return this.refusals.get();
	}

	/**
	 * Orders with events that the broker has not acknowledged.
	 * @return a number
	 */
	public int backlog() {
		return this.flights.incomplete();
	}

	/**
	 * How long the oldest event has been waiting for its acknowledgement, or since when
	 * no event could be sent.
	 * @return nanoseconds
	 */
	public long age() {
		long now = System.nanoTime();
		Failing last = this.failing;
		long failing = (last != null && now - last.last() < OVER.toNanos()) ? now - last.since() : 0;
		return Math.max(this.flights.age(), failing);
	}

	/**
	 * Why the last event could not be sent, if none has been sent since.
	 * @return name of an exception, or "none"
	 */
	public String lastFailure() {
		Failing last = this.failing;
		return (last != null) ? last.reason() : "none";
	}

	/**
	 * Sends and marks until the thread is interrupted; what is acknowledged by then is
	 * marked before it ends.
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void run() throws InterruptedException {
		try {
			sendAndMark();
		}
		finally {
			this.flights.mark();
		}
	}

	private void sendAndMark() throws InterruptedException {
		long markedAt = System.nanoTime();
		boolean idle = true;
		while (true) {
			Departure next = idle ? this.queue.take() : this.queue.poll(this.markMillis, TimeUnit.MILLISECONDS);
			idle = next == null && this.flights.none();
			this.producer.renewIfDead();
			if (next != null) {
				send(next);
			}
			if (next == null || System.nanoTime() - markedAt > TimeUnit.MILLISECONDS.toNanos(this.markMillis)) {
				countPartitions();
				this.flights.mark();
				markedAt = System.nanoTime();
			}
		}
	}

	private void send(Departure departure) {
		for (RecordedEvent event : departure.events()) {
			if (departure.flight().failed()) {
				this.hold.release(departure.partition(), Weight.of(event));
				continue;
			}
			ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.topic, departure.order(), event.bytes());
			this.headers.of(event.envelope()).forEach(message.headers()::add);
			try {
				this.producer.send(message, (metadata, failure) -> answered(departure, event, failure));
			}
			catch (RuntimeException ex) {
				answered(departure, event, ex);
			}
		}
	}

	private void answered(Departure departure, RecordedEvent event, @Nullable Exception failure) {
		this.hold.release(departure.partition(), Weight.of(event));
		if (failure == null) {
			this.brokerKnown = true;
			this.failing = null;
			departure.flight().acknowledge(event.envelope().sequence());
			this.metrics.published(event.envelope());
		}
		else {
			failed(departure.flight().waitingSince(), failure);
			departure.flight().fail(event.envelope().sequence());
			this.metrics.failed();
			log.error("Event {} could not be published; it is tried again with the next sweep", event.envelope().id(),
					failure);
		}
	}

	private void failed(long since, Exception failure) {
		Failing before = this.failing;
		Throwable reason = (failure.getCause() != null) ? failure.getCause() : failure;
		this.failing = new Failing((before != null) ? before.since() : since, System.nanoTime(),
				reason.getClass().getSimpleName());
	}

	/** As the broker's clients do it; where it is not known yet, all share one. */
	private int partition(String order) {
		return Utils.toPositive(Utils.murmur2(order.getBytes(StandardCharsets.UTF_8))) % this.partitions;
	}

	/** Asks nothing before the broker was there, for that would hold up the relay. */
	private void countPartitions() {
		if (this.brokerKnown) {
			this.partitions = Math.max(1, this.producer.partitions(this.topic));
		}
	}

	/**
	 * No event has left since then.
	 *
	 * @param since since when the first one has been waiting
	 * @param last when the last one failed
	 * @param reason why
	 */
	private record Failing(long since, long last, String reason) {
	}

}
