package io.gendan.messaging.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.PublishedMark;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events pipelined, in sequence per order, and marks orders as published in bulk
 * once the broker has acknowledged. It holds no truth: what it forgets, the sweep finds
 * again.
 */
public final class OutboxRelay {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private static final int CAPACITY = 20_000;

	private final Producer<String, byte[]> producer;

	private final LedgerStore store;

	private final String topic;

	private final PublishedEvents metrics;

	private final long markMillis;

	private final Consumer<PublishedMark> marked;

	private final LinkedBlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>(CAPACITY);

	private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

	/**
	 * A relay.
	 * @param producer sends; idempotent
	 * @param store the ledgers
	 * @param topic topic of the service
	 * @param metrics counts
	 * @param markMillis how often acknowledged events are marked, in milliseconds
	 * @param marked told of every mark
	 */
	public OutboxRelay(Producer<String, byte[]> producer, LedgerStore store, String topic, PublishedEvents metrics,
			long markMillis, Consumer<PublishedMark> marked) {
		this.producer = producer;
		this.store = store;
		this.topic = topic;
		this.metrics = metrics;
		this.markMillis = markMillis;
		this.marked = marked;
	}

	/**
	 * Takes what has become safe. Never waits: with a full queue the sweep finds the
	 * order later.
	 * @param outgoing the order and its unacknowledged events
	 */
	public void offer(Outgoing outgoing) {
		boolean nothingToSend = outgoing.tail().isEmpty();
		// In one step, so that the marker cannot take the flight away in between.
		this.flights.compute(outgoing.order(), (order, before) -> {
			Flight flight = (before == null && !nothingToSend) ? new Flight() : before;
			if (flight != null) {
				flight.written(outgoing.version(), outgoing.head());
			}
			return flight;
		});
		if (!nothingToSend && !this.queue.offer(outgoing)) {
			this.flights.remove(outgoing.order());
		}
	}

	/**
	 * How far the events of an order are known to be acknowledged.
	 * @param order order number
	 * @return a sequence, 0 when nothing is known
	 */
	public long acknowledged(String order) {
		Flight flight = this.flights.get(order);
		return (flight != null) ? flight.acknowledged() : 0;
	}

	/**
	 * Whether this relay is busy with an order.
	 * @param order order number
	 * @return true if its events are under way
	 */
	public boolean carries(String order) {
		return this.flights.containsKey(order);
	}

	/**
	 * Orders with events that the broker has not acknowledged.
	 * @return a number
	 */
	public int backlog() {
		return (int) this.flights.values().stream().filter((flight) -> !flight.complete()).count();
	}

	/**
	 * How long the oldest event has been waiting for its acknowledgement.
	 * @return nanoseconds
	 */
	public long age() {
		return this.flights.values().stream().mapToLong(Flight::age).max().orElse(0);
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
			mark();
		}
	}

	private void sendAndMark() throws InterruptedException {
		long markedAt = System.nanoTime();
		while (true) {
			Outgoing next = this.flights.isEmpty() ? this.queue.take()
					: this.queue.poll(this.markMillis, TimeUnit.MILLISECONDS);
			if (next != null) {
				send(next);
			}
			if (next == null || System.nanoTime() - markedAt > TimeUnit.MILLISECONDS.toNanos(this.markMillis)) {
				mark();
				markedAt = System.nanoTime();
			}
		}
	}

	private void send(Outgoing outgoing) {
		Flight flight = this.flights.get(outgoing.order());
		if (flight == null) {
			return;
		}
		for (RecordedEvent event : outgoing.tail()) {
			long sequence = event.envelope().sequence();
			if (flight.mayLeave(sequence)) {
				ProducerRecord<String, byte[]> message = new ProducerRecord<>(this.topic, outgoing.order(),
						event.bytes());
				CloudEventHeaders.write(event.envelope()).forEach(message.headers()::add);
				try {
					this.producer.send(message, (metadata, failure) -> answered(flight, event, failure));
				}
				catch (RuntimeException ex) {
					answered(flight, event, ex);
				}
			}
		}
	}

	private void answered(Flight flight, RecordedEvent event, @Nullable Exception failure) {
		if (failure == null) {
			flight.acknowledge(event.envelope().sequence());
			this.metrics.published(event.envelope());
		}
		else {
			flight.fail();
			this.metrics.failed();
			log.error("Event {} could not be published; it is tried again with the next sweep", event.envelope().id(),
					failure);
		}
	}

	/**
	 * A marked flight is remembered for one more round: a decision that read the ledger
	 * before the mark must not send the same events again.
	 */
	private void settle(PublishedMark mark) {
		Flight flight = this.flights.get(mark.order());
		if (flight != null) {
			flight.settle(mark.version());
		}
	}

	private void mark() {
		List<PublishedMark> marks = new ArrayList<>();
		this.flights.forEach((order, flight) -> {
			if (flight.failed()) {
				this.flights.remove(order, flight);
			}
			else if (flight.settled()) {
				this.flights.computeIfPresent(order, (key, same) -> same.settled() ? null : same);
			}
			else if (flight.complete()) {
				marks.add(flight.mark(order));
			}
		});
		if (marks.isEmpty()) {
			return;
		}
		try {
			this.store.markPublished(marks);
			marks.forEach(this.marked);
			marks.forEach(this::settle);
		}
		catch (RuntimeException ex) {
			log.warn("{} orders could not be marked as published; tried again", marks.size(), ex);
		}
	}

}
