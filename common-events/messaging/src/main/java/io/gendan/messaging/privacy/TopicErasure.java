package io.gendan.messaging.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Tells every service by the topic of keys to forget a customer, and takes all keys of
 * that customer off the broker that are known here. A key that a service makes meanwhile
 * it takes off itself, when it reads of the erasure.
 */
final class TopicErasure implements Erasure {

	/** Closing, tidying and deleting a file, each on its own clock. */
	private static final Duration TIDYING = Duration.ofMinutes(5);

	private final KeyStore store;

	private final HouseKeys house;

	private final KeySender sender;

	private final Duration forgetWithin;

	private final Clock clock;

	TopicErasure(KeyStore store, HouseKeys house, KeySender sender, Duration forgetWithin, Clock clock) {
		this.store = store;
		this.house = house;
		this.sender = sender;
		this.forgetWithin = forgetWithin;
		this.clock = clock;
	}

	@Override
	public Instant erase(String customer) {
		List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
		records.add(KeyRecord.erased(customer, this.house));
		this.store.ofCustomer(customer).forEach((key) -> records.add(KeyRecord.gone(key.id())));
		this.sender.send(records);
		// A file is closed when it is so old and something new comes, which is as often;
		// then what is in it may wait as long to be tidied.
		return this.clock.instant().plus(this.forgetWithin.multipliedBy(3)).plus(TIDYING);
	}

}
