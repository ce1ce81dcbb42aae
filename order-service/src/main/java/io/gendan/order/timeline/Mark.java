package io.gendan.order.timeline;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;

import io.gendan.contract.Envelope;
import io.gendan.contract.HashChain;
import io.gendan.contract.Service;

/**
 * What a timeline remembers of an event beside its entry: which it was, and the first 64
 * bits of its hash and of the hash before it. That is enough to notice other content
 * under the same number and a chain that does not close; that an event is genuine is told
 * by its whole hash where it is read.
 *
 * @param service the service it comes from
 * @param sequence sequence of the service
 * @param hash of the event, 0 if it was kept before hashes were
 * @param before hash of the event before it
 */
record Mark(Service service, long sequence, long hash, long before) {

	static final Comparator<Mark> IN_SEQUENCE = Comparator.comparing(Mark::service).thenComparingLong(Mark::sequence);

	/** Stands before the first event of a service. */
	static final Mark NONE = new Mark(Service.ORDER, 0, print(HashChain.GENESIS), 0);

	private static final int DIGITS = 16;

	/** Room for the service beside a sequence, which has 53 bits at most. */
	private static final int SERVICE_BITS = 3;

	static Mark of(Envelope envelope) {
		return new Mark(envelope.source(), envelope.sequence(), print(envelope.hash()), print(envelope.prevHash()));
	}

	/**
	 * Reads what {@link #text()} wrote.
	 * @param text the text
	 * @return the mark
	 */
	static Mark of(String text) {
		String[] parts = text.split(":");
		Service service = Service.valueOf(parts[0].toUpperCase(Locale.ROOT));
		boolean hashed = parts.length > 2;
		return new Mark(service, Long.parseLong(parts[1]), hashed ? print(parts[2]) : 0, hashed ? print(parts[3]) : 0);
	}

	/**
	 * The mark as it is stored.
	 * @return its parts
	 */
	String text() {
		return this.service.label() + ":" + this.sequence + ":" + digits(this.hash) + ":" + digits(this.before);
	}

	/**
	 * What tells this event from all others of the order.
	 * @return service and sequence in one number
	 */
	long key() {
		return this.sequence << SERVICE_BITS | this.service.ordinal();
	}

	private static long print(String hash) {
		return Long.parseUnsignedLong(hash, 0, DIGITS, 16);
	}

	private static String digits(long print) {
		return HexFormat.of().toHexDigits(print);
	}

}
