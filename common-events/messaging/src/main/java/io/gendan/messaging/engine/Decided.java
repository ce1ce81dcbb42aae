package io.gendan.messaging.engine;

import java.time.Instant;

import io.gendan.contract.GendanEvent;
import io.gendan.messaging.ledger.LedgerChange;
import org.jspecify.annotations.Nullable;

/**
 * An order after the decisions of a batch.
 *
 * @param session the order
 * @param change what is to be written, null if nothing has changed
 * @param due when the order wants to be looked at next, null for never
 * @param struck whether its due instant was among what happened
 * @param remembered whether it was decided without reading the store
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
record Decided<S, C, E extends GendanEvent>(OrderSession<S, C, E> session, @Nullable LedgerChange change,
		@Nullable Instant due, boolean struck, boolean remembered) {

	String order() {
		return this.session.order();
	}

}
