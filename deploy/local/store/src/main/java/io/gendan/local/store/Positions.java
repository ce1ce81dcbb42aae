package io.gendan.local.store;

import org.jspecify.annotations.Nullable;

/**
 * Where documents lie, one after the other. Between batches it is paused and holds
 * nothing but the place it has come to.
 */
interface Positions {

	/** The next place; null at the end. */
	@Nullable Key next();

	/**
	 * The first place from here on that is not before the given one. Only where places
	 * come in their own order.
	 */
	@Nullable Key seek(Key least);

	/** Lets go of what is held open. */
	void pause();

}
