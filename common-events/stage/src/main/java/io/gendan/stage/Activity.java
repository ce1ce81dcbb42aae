package io.gendan.stage;

import java.util.Map;

/**
 * Work outside the order's own document that a state asks for: reserving stock, asking a
 * carrier. It runs after the state is safe, for all orders of a batch at once, and
 * reports back by a command. After a crash it runs again, so it must be idempotent per
 * order.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 */
public interface Activity<S, C> {

	/**
	 * The name, for logs and metrics.
	 * @return lower case with hyphens
	 */
	String name();

	/**
	 * Whether an order waits for this work.
	 * @param state its present state
	 * @return true until the reported command has taken effect
	 */
	boolean wanted(S state);

	/**
	 * Does the work.
	 * @param orders the orders that want it, by number
	 * @return the command that reports the result, by order number; an order left out is
	 * tried again later
	 */
	Map<String, C> perform(Map<String, S> orders);

}
