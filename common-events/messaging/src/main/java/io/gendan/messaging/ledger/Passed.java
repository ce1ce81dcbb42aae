package io.gendan.messaging.ledger;

import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Envelope;

/**
 * The newest events of a service that an order has passed over, since its stage does not
 * listen to their types: enough to know one again, or to see that another comes in its
 * place.
 *
 * @param prints sequence and {@link #print(Envelope) print} in turn, the oldest first
 */
public record Passed(List<Long> prints) {

	/** No event yet. */
	public static final Passed NONE = new Passed(List.of());

	/** More would let documents grow; the timeline remembers all. */
	private static final int REMEMBERED = 32;

	private static final int DIGITS = 16;

	public Passed {
		prints = List.copyOf(prints);
	}

	/**
	 * What tells an event from others with its number: the first 64 bits of its hash.
	 * @param envelope the event
	 * @return the print
	 */
	public static long print(Envelope envelope) {
		try {
			return Long.parseUnsignedLong(envelope.hash(), 0, DIGITS, 16);
		}
		// A mended letter keeps whatever it had for a hash.
		catch (IndexOutOfBoundsException | NumberFormatException ex) {
			return envelope.hash().hashCode();
		}
	}

	/**
	 * The same with one event more.
	 * @param envelope an event
	 * @return without the oldest if there are too many
	 */
	public Passed with(Envelope envelope) {
		List<Long> more = new ArrayList<>(this.prints);
		more.add(envelope.sequence());
		more.add(print(envelope));
		return new Passed(more.subList(Math.max(0, more.size() - 2 * REMEMBERED), more.size()));
	}

	/**
	 * Whether an event with this sequence is remembered.
	 * @param envelope an event
	 * @return true if it is, or another in its place
	 */
	public boolean holds(Envelope envelope) {
		return indexOf(envelope) >= 0;
	}

	/**
	 * Whether another event was passed over in the place of this one.
	 * @param envelope an event
	 * @return false if it is the same, or nothing is remembered
	 */
	public boolean contradicts(Envelope envelope) {
		int index = indexOf(envelope);
		return index >= 0 && this.prints.get(index + 1) != print(envelope);
	}

	private int indexOf(Envelope envelope) {
		for (int i = 0; i < this.prints.size(); i += 2) {
			if (this.prints.get(i) == envelope.sequence()) {
				return i;
			}
		}
		return -1;
	}

}
