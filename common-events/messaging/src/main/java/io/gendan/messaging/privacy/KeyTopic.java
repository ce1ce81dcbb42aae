package io.gendan.messaging.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.gendan.contract.Service;
import io.gendan.messaging.privacy.KeyStore.StoredKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the keys of this service and the topic of keys in step: reads what others have
 * written, from where the store has come, and writes what was made here. Every instance
 * reads all of it. That a customer is erased stands on the topic for good, so a service
 * that was away for long, and a store that came back from a backup, forget as well before
 * they open anything.
 */
final class KeyTopic {

	private static final Logger log = LoggerFactory.getLogger(KeyTopic.class);

	private static final TopicPartition PARTITION = new TopicPartition(KeyRecord.TOPIC, 0);

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration LOOK = Duration.ofSeconds(30);

	/** A write that still knew the key has ended by then, in any instance. */
	private static final Duration UNDER_WAY = KnownKeys.REMEMBERED_FOR.plusMinutes(5);

	private final KeyRing ring;

	private final KeyStore store;

	private final HouseKeys house;

	private final Forgetful lists;

	private final List<Forgetful> others;

	private final Clock clock;

	private final KeySender sender;

	private final Supplier<Consumer<String, byte[]>> consumers;

	private final Service service;

	private final Duration tick;

	private final Counter refused;

	private volatile boolean caughtUp;

	private volatile @Nullable String failure;

	private long known;

	/**
	 * Nothing is read yet.
	 * @param ring forgets
	 * @param store keeps keys
	 * @param house unwraps
	 * @param lists forget what they show of a customer
	 * @param others forget what they hold of a customer in clear
	 * @param sender writes
	 * @param consumers makes a reader of the topic
	 * @param service whose keys are written
	 * @param tick how often something is written, so that the broker tidies
	 * @param registry counts
	 * @param clock the time
	 */
	KeyTopic(KeyRing ring, KeyStore store, HouseKeys house, Forgetful lists, List<Forgetful> others, KeySender sender,
			Supplier<Consumer<String, byte[]>> consumers, Service service, Duration tick, MeterRegistry registry,
			Clock clock) {
		this.ring = ring;
		this.store = store;
		this.house = house;
		this.lists = lists;
		this.others = List.copyOf(others);
		this.sender = sender;
		this.consumers = consumers;
		this.service = service;
		this.tick = tick;
		this.clock = clock;
		this.refused = Counter.builder("gendan.keys.refused")
			.description("Records of the topic of keys that nobody of the house has written")
			.register(registry);
	}

	/** Whether all that stood on the topic at the start is known here. */
	boolean caughtUp() {
		return this.caughtUp;
	}

	/**
	 * What is in the way at present.
	 * @return null if nothing is
	 */
	@Nullable String trouble() {
		String last = this.failure;
		return (last != null) ? last : this.caughtUp ? null : "what stands on the topic is not known yet";
	}

	/**
	 * Reads and writes until the thread is interrupted.
	 * @throws InterruptedException when the thread is interrupted
	 */
	void run() throws InterruptedException {
		Consumer<String, byte[]> consumer = this.consumers.get();
		try {
			this.store.createIndexes();
			consumer.assign(List.of(PARTITION));
			long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
			this.store.each(this.house::mustUnwrap);
			if (this.store.next() > end) {
				log.warn("The topic {} was made anew", KeyRecord.TOPIC);
				this.store.readAnew();
			}
			this.known = this.store.next();
			consumer.seek(PARTITION, this.known);
			Instant forgotten = Instant.EPOCH;
			long looked = System.nanoTime() - LOOK.toNanos();
			long ticked = System.nanoTime();
			while (!Thread.currentThread().isInterrupted()) {
				takeOrHide(consumer.poll(POLL));
				boolean due = System.nanoTime() - looked > LOOK.toNanos();
				if (due) {
					mustNotGoBack();
					// A write may have been under way that did not know of the erasure.
					this.store.erasedSince(forgotten).forEach(this.lists::forget);
					forgotten = this.clock.instant().minus(UNDER_WAY);
					looked = System.nanoTime();
				}
				// Not before it is known whose keys must not be there.
				if (this.caughtUp && (this.ring.hasFresh() || due)) {
					publish();
				}
				if (System.nanoTime() - ticked > this.tick.toNanos()) {
					this.sender.send(List.of(KeyRecord.tick(this.service.label())));
					ticked = System.nanoTime();
				}
				this.failure = null;
				if (!this.caughtUp && consumer.position(PARTITION) >= end) {
					this.caughtUp = true;
					log.info("The keys of personal data are known up to offset {}", end);
				}
			}
			throw new InterruptedException();
		}
		finally {
			close(consumer);
		}
	}

	/**
	 * Takes down that it cannot go on at present.
	 * @param ex why
	 */
	void failed(Throwable ex) {
		this.failure = ex.toString();
	}

	/** An interrupted thread could not take its leave of the broker. */
	private static void close(Consumer<String, byte[]> consumer) {
		boolean interrupted = Thread.interrupted();
		consumer.close(CloseOptions.timeout(POLL));
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Who cannot be forgotten must not be shown either. */
	private void takeOrHide(ConsumerRecords<String, byte[]> records) {
		try {
			take(records);
		}
		catch (RuntimeException | Error ex) {
			this.caughtUp = false;
			throw ex;
		}
	}

	private void take(ConsumerRecords<String, byte[]> records) {
		if (records.isEmpty()) {
			return;
		}
		mustNotGoBack();
		List<StoredKey> keys = new ArrayList<>();
		List<String> erased = new ArrayList<>();
		long next = 0;
		for (ConsumerRecord<String, byte[]> message : records.records(PARTITION)) {
			next = message.offset() + 1;
			try {
				switch (KeyRecord.read(String.valueOf(message.key()), message.value(), this.house)) {
					case KeyRecord.Read.Key(StoredKey key) -> keys.add(key);
					case KeyRecord.Read.Erased(String customer) -> erased.add(customer);
					case null -> {
					}
				}
			}
			catch (UnsealedException ex) {
				this.refused.increment();
				log.error("The record at offset {} of {} is left out: {}", message.offset(), KeyRecord.TOPIC,
						ex.getMessage());
			}
		}
		List<StoredKey> late = this.store.add(keys);
		if (!late.isEmpty()) {
			this.sender.send(late.stream().map((key) -> KeyRecord.gone(key.id())).toList());
		}
		erased.forEach(this::forget);
		this.store.next(next);
		this.known = next;
	}

	/** A store that came back from a backup does not know what it has read since. */
	private void mustNotGoBack() {
		long next = this.store.next();
		if (next < this.known) {
			this.caughtUp = false;
			throw new IllegalStateException(
					"The store has read the keys up to offset %d, not %d: it is older than it was".formatted(next,
							this.known));
		}
	}

	private void forget(String customer) {
		List<String> ids = this.ring.erase(customer, this.clock.instant());
		this.lists.forget(customer);
		this.others.forEach((other) -> other.forget(customer));
		this.sender.send(ids.stream().map(KeyRecord::gone).toList());
		log.info("A customer is forgotten; {} keys are destroyed", ids.size());
	}

	private void publish() {
		List<StoredKey> unsent = this.store.unsent();
		while (!unsent.isEmpty()) {
			this.sender.send(unsent.stream().map(KeyRecord::of).toList());
			this.store.sent(unsent.stream().map(StoredKey::id).toList());
			unsent = this.store.unsent();
		}
	}

}
