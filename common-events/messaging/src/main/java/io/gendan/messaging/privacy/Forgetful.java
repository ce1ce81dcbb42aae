package io.gendan.messaging.privacy;

/**
 * Holds something that is personal and not sealed, and forgets it with its customer
 * . Every bean of this type is told of every erasure, perhaps more than once.
 */
@FunctionalInterface
public interface Forgetful {

	/**
	 * Forgets what it holds of a customer.
	 * @param customer number of the customer
	 * @throws RuntimeException if it cannot; it is told again
	 */
	void forget(String customer);

}
