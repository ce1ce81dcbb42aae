package io.gendan.messaging.engine;

/**
 * One thing that happens to one order. It is applied to a session, perhaps several times
 * until the write succeeds; the last outcome counts, and only once the batch is through.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 */
abstract sealed class Item<S, C> permits CommandItem, DiscardItem, DueItem, ReceivedItem, ReplayItem, ToldItem {

	private final String order;

	Item(String order) {
		this.order = order;
	}

	final String order() {
		return this.order;
	}

	/**
	 * How much it holds.
	 * @return bytes as they stand in a message
	 */
	abstract long weight();

	/** Its batch is through: the last outcome counts. */
	void done() {
	}

	/**
	 * Lets it happen.
	 * @param session the order; unchanged if this throws
	 */
	abstract void apply(OrderSession<S, C, ?> session);

	/**
	 * It cannot happen, for a reason that is not the stage's decision.
	 * @param failure what was thrown
	 */
	abstract void failed(RuntimeException failure);

}
