package io.gendan.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Money;
import io.gendan.contract.logistics.FailureReason;
import io.gendan.contract.logistics.GoodsCondition;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a shipment. What a client sends may lack any part: all faults are
 * told at once.
 */
public sealed interface ShipmentCommand {

	/**
	 * Reports which carrier was chosen (LOG-2).
	 *
	 * @param carrier carrier code
	 * @param reason why this one
	 * @param cost quoted cost
	 * @param transitDays quoted transit time in days
	 */
	record ChooseCarrier(String carrier, String reason, Money cost, int transitDays) implements ShipmentCommand {
	}

	/**
	 * Sends the goods on their way (LOG-3).
	 *
	 * @param carrier another carrier than the chosen one, null to keep it (LOG-2)
	 * @param reason why another carrier, null when there is nothing to say
	 * @param waybill waybill number typed in by hand, null to take the booked one
	 * @param arrangement what the carrier has agreed to
	 */
	record Dispatch(@Nullable String carrier, @Nullable String reason, @Nullable String waybill,
			Arrangement arrangement) implements ShipmentCommand {
	}

	/**
	 * What a carrier has agreed to before dispatch.
	 *
	 * @param quote the offer of the carrier that was asked for instead of the chosen one
	 * @param waybill the waybill of the booking, null when one was typed in
	 */
	record Arrangement(@Nullable Quote quote, @Nullable String waybill) {

		/** The carrier was not asked. */
		public static final Arrangement NONE = new Arrangement(null, null);

		/**
		 * Says nothing: the text of a command is how a request that is sent again is
		 * recognised, and what a carrier answered is no part of the request.
		 */
		@Override
		public String toString() {
			return "arrangement";
		}

	}

	/**
	 * Takes a report of the carrier (LOG-4).
	 *
	 * @param trackingId the carrier's id of this report
	 * @param status carrier status
	 * @param place where
	 * @param at when, by the carrier
	 * @param expectedArrival expected arrival, null when the carrier says nothing new
	 */
	record Track(@Nullable String trackingId, @Nullable String status, @Nullable String place, @Nullable Instant at,
			@Nullable LocalDate expectedArrival) implements ShipmentCommand {
	}

	/**
	 * Records a failed delivery attempt (LOG-5).
	 *
	 * @param reason what happened
	 * @param remarks details
	 */
	record FailDelivery(@Nullable FailureReason reason, @Nullable String remarks) implements ShipmentCommand {
	}

	/**
	 * Records the delivery (LOG-6).
	 *
	 * @param signedBy who signed
	 * @param at when, null for now
	 * @param condition condition on arrival, null for intact
	 * @param differences what differs from the order, null or empty when all is right
	 */
	record Deliver(@Nullable String signedBy, @Nullable Instant at, @Nullable GoodsCondition condition,
			@Nullable List<ReportedDifference> differences) implements ShipmentCommand {
	}

	/**
	 * A difference as a client reports it.
	 *
	 * @param line order line
	 * @param remark what differs
	 */
	record ReportedDifference(@Nullable Integer line, @Nullable String remark) {
	}

}
