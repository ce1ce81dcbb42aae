package io.gendan.messaging.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.gendan.messaging.privacy.KeyStore.StoredKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes into this service what stands on the topic of keys, from where its store has
 * come: keys of others, and whom to forget. Every instance reads all of it.
 */
final class KeyReader {

	private static final Logger log = LoggerFactory.getLogger(KeyReader.class);

	private static final TopicPartition PARTITION = new TopicPartition(KeyRecord.TOPIC, 0);

	private static final Duration POLL = Duration.ofMillis(500);

	private final KeyStore store;

	private final HouseKeys house;

	private final Forgetting forgetting;

	private final KeySender sender;

	private final Counter refused;

	private volatile boolean caughtUp;

	private long end;

	private long known;

	/**
	 * Nothing is read yet.
	 * @param store keeps keys
	 * @param house unwraps
	 * @param forgetting forgets customers
	 * @param sender takes keys off the broker
	 * @param registry counts
	 */
	KeyReader(KeyStore store, HouseKeys house, Forgetting forgetting, KeySender sender, MeterRegistry registry) {
		this.store = store;
		this.house = house;
		this.forgetting = forgetting;
		this.sender = sender;
		this.refused = Counter.builder("gendan.keys.refused")
			.description("Records of the topic of keys that nobody of the house has written")
			.register(registry);
	}

	/** Whether all that stood on the topic at the start is known here. */
	boolean caughtUp() {
		return this.caughtUp;
	}

	/**
	 * Goes to where the store has come.
	 * @param consumer reads the topic
	 * @throws HouseKeyMissingException if something is stored that cannot be unwrapped
	 */
	void begin(Consumer<String, byte[]> consumer) {
		this.store.createIndexes();
		consumer.assign(List.of(PARTITION));
		this.end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
		this.store.each(this.house::mustUnwrap);
		if (this.store.next() > this.end) {
			log.warn("The topic {} was made anew", KeyRecord.TOPIC);
			this.store.readAnew();
		}
		this.known = this.store.next();
		consumer.seek(PARTITION, this.known);
	}

	/**
	 * Takes what comes next, if anything comes soon.
	 * @param consumer reads the topic
	 * @return ids of the keys that have come
	 */
	List<String> read(Consumer<String, byte[]> consumer) {
		ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
		List<String> come = List.of();
		try {
			if (!records.isEmpty()) {
				mustNotGoBack();
				come = take(records.records(PARTITION));
			}
		}
		// Who cannot be forgotten must not be shown either.
		catch (RuntimeException | Error ex) {
			this.caughtUp = false;
			throw ex;
		}
		if (!this.caughtUp && consumer.position(PARTITION) >= this.end) {
			this.caughtUp = true;
			log.info("The keys of personal data are known up to offset {}", this.end);
		}
		return come;
	}

	private List<String> take(List<ConsumerRecord<String, byte[]>> records) {
		List<StoredKey> keys = new ArrayList<>();
		List<String> erased = new ArrayList<>();
		for (ConsumerRecord<String, byte[]> message : records) {
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
		takeOff(this.store.add(keys).stream().map(StoredKey::id).toList());
		erased.forEach((customer) -> takeOff(this.forgetting.forget(customer)));
		long next = records.getLast().offset() + 1;
		this.store.next(next);
		this.known = next;
		return keys.stream().map(StoredKey::id).toList();
	}

	/** What belongs to nobody any more must not stay on the broker. */
	private void takeOff(List<String> ids) {
		this.sender.send(ids.stream().map(KeyRecord::gone).toList());
	}

	/**
	 * A store that came back from a backup does not know what it has read since.
	 * @throws IllegalStateException if it has read less than before
	 */
	void mustNotGoBack() {
		long next = this.store.next();
		if (next < this.known) {
			this.caughtUp = false;
			throw new IllegalStateException(
					"The store has read the keys up to offset %d, not %d: it is older than it was".formatted(next,
							this.known));
		}
	}

}
