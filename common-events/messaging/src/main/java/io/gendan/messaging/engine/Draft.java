package io.gendan.messaging.engine;

import java.util.List;

import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Head;

/**
 * What one happening adds to an order: worked out as a whole before any of it counts.
 *
 * @param entries new lines of the ledger
 * @param head the last own event afterwards
 * @param lamport highest Lamport clock afterwards
 * @param state the state afterwards
 * @param <S> the state of the stage
 */
record Draft<S>(List<Entry> entries, Head head, long lamport, S state) {
}
