package io.gendan.messaging.privacy;

import java.time.Instant;

/** Makes everybody forget the personal data of a customer. */
public interface Erasure {

	/**
	 * Destroys the keys of a customer in every service. Returns when that stands on the
	 * broker, where every service finds it; may be repeated.
	 * @param customer number of the customer
	 * @return by when the keys are gone from the broker's files too
	 */
	Instant erase(String customer);

}
