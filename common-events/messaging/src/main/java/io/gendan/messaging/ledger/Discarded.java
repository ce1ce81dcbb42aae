package io.gendan.messaging.ledger;

import java.time.Instant;

import io.gendan.contract.Envelope;
import io.gendan.contract.Service;

/**
 * The decision that an event shall have no effect: what waits behind it may go on. It
 * stays in the ledger, so that the jump can be explained.
 *
 * @param source the service that wrote the event
 * @param sequence its sequence
 * @param prevHash hash of the event before it
 * @param hash its hash
 * @param withMissing whether what is missing before it is passed over too
 * @param by who has decided
 * @param at when
 * @param reason why
 */
public record Discarded(Service source, long sequence, String prevHash, String hash, boolean withMissing, String by,
		Instant at, String reason) {

	/**
	 * The decision about an event.
	 * @param envelope the event
	 * @param withMissing whether what is missing before it is passed over too
	 * @param by who has decided
	 * @param at when
	 * @param reason why
	 * @return the decision
	 */
	public static Discarded of(Envelope envelope, boolean withMissing, String by, Instant at, String reason) {
		return new Discarded(envelope.source(), envelope.sequence(), envelope.prevHash(), envelope.hash(), withMissing,
				by, at, reason);
	}

}
