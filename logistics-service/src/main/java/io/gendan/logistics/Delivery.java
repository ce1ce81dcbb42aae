package io.gendan.logistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
				FieldFaults faults = new FieldFaults();
				FailureReason reason = faults.required("reason", command.reason(), FailureReason.LATE);
				String remarks = faults.optionalText("remarks", command.remarks(), LONGEST_REMARK);
				yield outcome(faults, new DeliveryFailed(shipment.order(), waybill(shipment), reason, remarks));
			}
			case DELIVERED -> alreadyDelivered(shipment);
			case WAITING, CHOOSING_CARRIER, READY, BOOKING, CANCELLED -> notShipped(shipment);
		};
	}

	/** What is back can be sent again, or the order cancelled. */
	Outcome<LogisticsEvent> takeBack(Shipment shipment, TakeBack command) {
		return switch (shipment.phase()) {
			case SHIPPED -> {
				FieldFaults faults = new FieldFaults();
				String reason = faults.requiredText("reason", command.reason(), LONGEST_REMARK);
				yield outcome(faults, new GoodsReturned(shipment.order(), waybill(shipment), reason));
			}
			case DELIVERED -> alreadyDelivered(shipment);
			case WAITING, CHOOSING_CARRIER, READY, BOOKING, CANCELLED -> notShipped(shipment);
		};
	}

	Outcome<LogisticsEvent> deliver(Shipment shipment, Deliver command, Context context) {
		return switch (shipment.phase()) {
			case SHIPPED -> {
				FieldFaults faults = new FieldFaults();
				String signedBy = faults.requiredText("signedBy", command.signedBy(), LONGEST_NAME);
				Instant at = (command.at() != null) ? command.at() : context.now();
				faults.happened("at", at, left(shipment), LogisticsRefusal.BEFORE_IT_LEFT, context.now(), this.policy);
				GoodsCondition condition = (command.condition() != null) ? command.condition() : GoodsCondition.INTACT;
				List<Difference> differences = differences(shipment, command.differences(), faults);
				yield outcome(faults,
						new GoodsDelivered(shipment.order(), waybill(shipment), signedBy, at, condition, differences));
			}
			case DELIVERED -> alreadyDelivered(shipment);
			case WAITING, CHOOSING_CARRIER, READY, BOOKING, CANCELLED -> notShipped(shipment);
		};
	}

	private static List<Difference> differences(Shipment shipment, @Nullable List<ReportedDifference> reported,
			FieldFaults faults) {
		List<Difference> differences = new ArrayList<>();
		if (reported == null) {
			return differences;
		}
		if (reported.size() > MOST_DIFFERENCES) {
			faults.add("differences", LogisticsRefusal.TOO_MANY_ENTRIES, Map.of("max", MOST_DIFFERENCES));
			return differences;
		}
		for (int i = 0; i < reported.size(); i++) {
			differences.add(difference(shipment, reported.get(i), "differences[" + i + "]", faults));
		}
		return differences;
	}

	private static Difference difference(Shipment shipment, @Nullable ReportedDifference reported, String path,
			FieldFaults faults) {
		if (reported == null) {
			faults.add(path, LogisticsRefusal.FIELD_REQUIRED, Map.of());
			return new Difference(0, "");
		}
		String remark = faults.requiredText(path + ".remark", reported.remark(), LONGEST_REMARK);
		if (reported.line() == null) {
			faults.add(path + ".line", LogisticsRefusal.FIELD_REQUIRED, Map.of());
			return new Difference(0, remark);
		}
		int line = reported.line();
		boolean known = shipment.placed()
			.filter((placed) -> placed.lines().stream().anyMatch((ordered) -> ordered.line() == line))
			.isPresent();
		if (!known) {
			faults.add(path + ".line", LogisticsRefusal.LINE_UNKNOWN, Map.of("line", line));
		}
		return new Difference(line, remark);
	}

	private static Outcome<LogisticsEvent> outcome(FieldFaults faults, LogisticsEvent event) {
		return faults.all().isEmpty() ? Outcome.accepted(event)
				: Outcome.refused(LogisticsRefusal.FIELDS_INVALID, faults.all());
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
