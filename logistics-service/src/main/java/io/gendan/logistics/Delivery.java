package io.gendan.logistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.contract.logistics.DeliveryFailed;
import io.gendan.contract.logistics.Difference;
import io.gendan.contract.logistics.FailureReason;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsReturned;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.logistics.ShipmentCommand.Deliver;
import io.gendan.logistics.ShipmentCommand.FailDelivery;
import io.gendan.logistics.ShipmentCommand.ReportedDifference;
import io.gendan.logistics.ShipmentCommand.TakeBack;
import io.gendan.stage.Context;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/** Decides on delivery attempts (LOG-5, LOG-6); after a failed one another may follow. */
final class Delivery {

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_REMARK = 2000;

	private static final int MOST_DIFFERENCES = 1000;

	private final ReportPolicy policy;

	Delivery(ReportPolicy policy) {
		this.policy = policy;
	}

	Outcome<LogisticsEvent> fail(Shipment shipment, FailDelivery command) {
		return switch (shipment.phase()) {
			case SHIPPED -> {
				FieldCheck check = new FieldCheck();
				FailureReason reason = check.need("reason", command.reason(), FailureReason.LATE);
				String remarks = check.prose("remarks", command.remarks(), LONGEST_REMARK);
				yield outcome(check,
						new DeliveryFailed(shipment.order(), waybill(shipment), reason, Personal.ofNullable(remarks)));
			}
			case DELIVERED -> alreadyDelivered(shipment);
			case WAITING, CHOOSING_CARRIER, READY, BOOKING, CANCELLED -> notShipped(shipment);
		};
	}

	/**
	 * What is back can be sent again once it is checked and packed, or the order
	 * cancelled.
	 */
	Outcome<LogisticsEvent> takeBack(Shipment shipment, TakeBack command) {
		return switch (shipment.phase()) {
			case SHIPPED -> {
				FieldCheck check = new FieldCheck();
				String reason = check.need("reason", check.prose("reason", command.reason(), LONGEST_REMARK));
				yield outcome(check, new GoodsReturned(shipment.order(), waybill(shipment), Personal.of(reason),
						command.condition()));
			}
			case DELIVERED -> alreadyDelivered(shipment);
			case WAITING, CHOOSING_CARRIER, READY, BOOKING, CANCELLED -> notShipped(shipment);
		};
	}

	Outcome<LogisticsEvent> deliver(Shipment shipment, Deliver command, Context context) {
		return switch (shipment.phase()) {
			case SHIPPED -> {
				FieldCheck check = new FieldCheck();
				String signedBy = check.need("signedBy", check.word("signedBy", command.signedBy(), LONGEST_NAME));
				Instant at = (command.at() != null) ? command.at() : context.now();
				check.happened("at", at, left(shipment), LogisticsRefusal.BEFORE_IT_LEFT, context.now(), this.policy);
				GoodsCondition condition = (command.condition() != null) ? command.condition() : GoodsCondition.INTACT;
				List<Difference> differences = differences(shipment, command.differences(), check);
				yield outcome(check, new GoodsDelivered(shipment.order(), waybill(shipment), Personal.of(signedBy), at,
						condition, differences));
			}
			case DELIVERED -> alreadyDelivered(shipment);
			case WAITING, CHOOSING_CARRIER, READY, BOOKING, CANCELLED -> notShipped(shipment);
		};
	}

	private static List<Difference> differences(Shipment shipment, @Nullable List<ReportedDifference> reported,
			FieldCheck check) {
		List<Difference> differences = new ArrayList<>();
		if (reported == null) {
			return differences;
		}
		if (reported.size() > MOST_DIFFERENCES) {
			check.fault("differences", LogisticsRefusal.TOO_MANY_ENTRIES, Map.of("max", MOST_DIFFERENCES));
			return differences;
		}
		for (int i = 0; i < reported.size(); i++) {
			differences.add(difference(shipment, reported.get(i), "differences[" + i + "]", check));
		}
		return differences;
	}

	private static Difference difference(Shipment shipment, @Nullable ReportedDifference reported, String path,
			FieldCheck check) {
		if (reported == null) {
			check.fault(path, FieldRefusal.REQUIRED);
			return new Difference(0, Personal.of(""));
		}
		Personal remark = Personal
			.of(check.need(path + ".remark", check.prose(path + ".remark", reported.remark(), LONGEST_REMARK)));
		if (reported.line() == null) {
			check.fault(path + ".line", FieldRefusal.REQUIRED);
			return new Difference(0, remark);
		}
		int line = reported.line();
		boolean known = shipment.placed()
			.filter((placed) -> placed.lines().stream().anyMatch((ordered) -> ordered.line() == line))
			.isPresent();
		if (!known) {
			check.fault(path + ".line", LogisticsRefusal.LINE_UNKNOWN, Map.of("line", line));
		}
		return new Difference(line, remark);
	}

	private static Outcome<LogisticsEvent> outcome(FieldCheck check, LogisticsEvent event) {
		return check.clean() ? Outcome.accepted(event)
				: Outcome.refused(LogisticsRefusal.FIELDS_INVALID, check.faults());
	}

	/** What was dispatched before events told the time is judged by its order. */
	private static Instant left(Shipment shipment) {
		return shipment.journey()
			.map((journey) -> journey.shipped().at())
			.or(() -> shipment.placed().map(OrderPlaced::receivedAt))
			.orElse(Instant.MIN);
	}

	private static String waybill(Shipment shipment) {
		return shipment.journey().map((journey) -> journey.shipped().waybill()).orElse("");
	}

	private static Outcome<LogisticsEvent> notShipped(Shipment shipment) {
		return Outcome.refused(LogisticsRefusal.NOT_SHIPPED,
				Map.of("order", shipment.order(), "state", shipment.phase().name()));
	}

	private static Outcome<LogisticsEvent> alreadyDelivered(Shipment shipment) {
		return Outcome.refused(LogisticsRefusal.ALREADY_DELIVERED, Map.of("order", shipment.order()));
	}

}
