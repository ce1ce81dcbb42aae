package io.gendan.messaging.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes everything in this service forget a customer. */
final class Forgetting {

	private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

	/** A write that still knew the key has ended by then, in any instance. */
	private static final Duration UNDER_WAY = KnownKeys.REMEMBERED_FOR.plusMinutes(5);

	private final KeyRing ring;

	private final KeyStore store;

	private final Forgetful lists;

	private final List<Forgetful> others;

	private final Clock clock;

	private Instant forgotten = Instant.EPOCH;

	/**
	 * Nobody is forgotten yet.
	 * @param ring destroys keys
	 * @param store knows who is erased
	 * @param lists forget what they show of a customer
	 * @param others forget what they hold of a customer in clear
	 * @param clock the time
	 */
	Forgetting(KeyRing ring, KeyStore store, Forgetful lists, List<Forgetful> others, Clock clock) {
		this.ring = ring;
		this.store = store;
		this.lists = lists;
		this.others = List.copyOf(others);
		this.clock = clock;
	}

	/**
	 * Forgets a customer.
	 * @param customer number of the customer
	 * @return ids of the keys that were destroyed
	 */
	List<String> forget(String customer) {
		List<String> ids = this.ring.erase(customer, this.clock.instant());
		this.lists.forget(customer);
		this.others.forEach((other) -> other.forget(customer));
		log.info("A customer is forgotten; {} keys are destroyed", ids.size());
		return ids;
	}

	/**
	 * All are forgotten again next time: the store may not be the one that it was. And
	 * whom other instances have read of meanwhile, this one does not read of any more.
	 */
	void begin() {
		this.forgotten = Instant.EPOCH;
		this.ring.forgetRemembered();
	}

	/** A write may have been under way that did not know of the erasure. */
	void again() {
		Instant now = this.clock.instant();
		this.store.erasedSince(this.forgotten).forEach(this.lists::forget);
		this.forgotten = now.minus(UNDER_WAY);
	}

}
