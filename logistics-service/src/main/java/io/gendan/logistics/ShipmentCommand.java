package io.gendan.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.gendan.contract.Money;
import io.gendan.contract.logistics.BookingFailure;
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
	 * @param waybill waybill number when it was booked by hand, null to book now
	 */
	record Dispatch(@Nullable String carrier, @Nullable String reason,
			@Nullable String waybill) implements ShipmentCommand {
	}

	/**
	 * Reports that the carrier takes the goods (LOG-3).
	 *
	 * @param attempt which order of transport
	 * @param quote the offer of a carrier that was not the chosen one, null for the
	 * chosen one and when goods that left by hand go without an offer
	 * @param waybill waybill number
	 */
	record Book(int attempt, @Nullable Quote quote, String waybill) implements ShipmentCommand {
	}

	/**
	 * Reports that the carrier does not take the goods (LOG-3).
	 *
	 * @param attempt which order of transport
	 * @param reason whether it declines or does not answer
	 */
	record RefuseTransport(int attempt, BookingFailure reason) implements ShipmentCommand {
	}

	/**
	 * Reports that bookings that are not used are cancelled with their carriers (LOG-3).
	 *
	 * @param attempts which orders of transport
	 */
	record CancelBookings(Set<Integer> attempts) implements ShipmentCommand {
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
	 * Records that goods which could not be delivered are back (LOG-5).
	 *
	 * @param reason why
	 * @param condition what they look like from outside, null when nobody knows
	 */
	record TakeBack(@Nullable String reason, @Nullable GoodsCondition condition) implements ShipmentCommand {
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
