package io.gendan.order;

import java.math.BigDecimal;

import io.gendan.stage.Laden;
import org.jspecify.annotations.Nullable;

/** What can be asked of this stage. Who asks stands in the context. */
public sealed interface OrderCommand {

	/** The longest order number, in characters. */
	int LONGEST_NUMBER = 40;

	/**
	 * Place a new order (ORD-4).
	 *
	 * @param form what was filled in
	 * @param known what is known of what it names; a repeated command may know more
	 */
	record Place(OrderForm form, Known known) implements OrderCommand, Laden {

		@Override
		public long load() {
			return this.known.bytes();
		}

	}

	/**
	 * Place an order again that the review has returned for correction (REV-4).
	 *
	 * @param form the corrected order, complete
	 * @param known what is known of what it names; a repeated command may know more
	 */
	record PlaceAgain(OrderForm form, Known known) implements OrderCommand, Laden {

		@Override
		public long load() {
			return this.known.bytes();
		}

	}

	/** The customer confirms the reviewed order (ORD-9). */
	record Confirm() implements OrderCommand {
	}

	/**
	 * Give the order up: before the confirmation at once, after it only as somebody who
	 * may approve that (ORD-11).
	 *
	 * @param reason why, required
	 * @param cost what that costs the company, in units of the order's currency; null
	 * when it is not known
	 */
	record Cancel(@Nullable String reason, @Nullable BigDecimal cost) implements OrderCommand {
	}

	/**
	 * Ask for a confirmed order to be given up; the review decides (ORD-11, REV-6).
	 *
	 * @param reason why, required
	 * @param cost what that costs the company, in units of the order's currency; null
	 * when it is not known
	 */
	record RequestCancellation(@Nullable String reason, @Nullable BigDecimal cost) implements OrderCommand {
	}

	/** Close the dossier of a completed order (ORD-21). */
	record Archive() implements OrderCommand {
	}

}
