package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one batch adds to a ledger: written whole or not at all.
 *
 * @param order order number
 * @param version version of the document it was decided on, 0 if there was none
 * @param before token of the write it was decided on, 0 if there was none
 * @param write token of this write, unlike all others
 * @param added new entries
 * @param bytes size of the document afterwards, see {@link Ledger#bytes()}
 * @param clock highest Lamport clock now
 * @param head the last own event now
 * @param published acknowledged sequence as far as known
 * @param inbox how far it has heard of other services
 * @param keys idempotency keys that take effect
 * @param forgetting whether {@code keys} are all that are kept, in place of those before
 * @param summary fields for lists
 * @param due when the order wants to be looked at next
 */
public record LedgerChange(String order, long version, long before, long write, List<Entry> added, long bytes,
		long clock, Head head, long published, OrderInbox inbox, List<UsedKey> keys, boolean forgetting,
		Map<String, Object> summary, @Nullable Instant due) {

	/**
	 * Whether there is something to publish afterwards.
	 * @return true if the own head is not acknowledged yet
	 */
	boolean pending() {
		return this.head.sequence() > this.published;
	}

}
