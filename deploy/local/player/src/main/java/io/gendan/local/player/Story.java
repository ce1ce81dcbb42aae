package io.gendan.local.player;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.aftersales.SurveyAnswered;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.GoodsReworked;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.fulfillment.ProductionScheduled;
import io.gendan.contract.fulfillment.QualityFailed;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.contract.fulfillment.StockReserved;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.ShipmentMoved;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderCompleted;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.ReviewOpened;
import org.jspecify.annotations.Nullable;

/** What the people know of one order, learned from the events alone. */
final class Story {

	/** Milestones of an order. */
	enum Mark {

		PLACED, IN_REVIEW, APPROVED, CONFIRMED, SCHEDULED, PRODUCED, RESERVED, PASSED, PACKED, CARRIER_CHOSEN, SHIPPED,
		MOVED, DELIVERED, ACCEPTED, SURVEYED, CLOSED, COMPLETED, ARCHIVED, REJECTED, CANCELLED

	}

	private final String order;

	private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

	private int round;

	private int failedChecks;

	private int reworks;

	private int receipts;

	private @Nullable Money outstanding;

	private @Nullable Money requested;

	private @Nullable LocalDate expectedArrival;

	Story(String order) {
		this.order = order;
	}

	void happened(GendanEvent event) {
		switch (event) {
			case OrderPlaced placed -> this.marks.add(Mark.PLACED);
			case ReviewOpened opened -> {
				this.round = opened.round();
				this.marks.add(Mark.IN_REVIEW);
			}
			case OrderApproved approved -> this.marks.add(Mark.APPROVED);
			case OrderRejected rejected -> this.marks.add(Mark.REJECTED);
			case OrderConfirmed confirmed -> this.marks.add(Mark.CONFIRMED);
			case OrderCancelled cancelled -> this.marks.add(Mark.CANCELLED);
			case ProductionScheduled scheduled -> this.marks.add(Mark.SCHEDULED);
			case ProductionProgressed progressed when progressed.percent() == 100 -> this.marks.add(Mark.PRODUCED);
			case StockReserved reserved -> this.marks.add(Mark.RESERVED);
			case QualityFailed failed -> this.failedChecks = failed.attempt();
			case GoodsReworked reworked -> this.reworks = reworked.attempt();
			case QualityPassed passed -> this.marks.add(Mark.PASSED);
			case GoodsPacked packed -> this.marks.add(Mark.PACKED);
			case CarrierChosen chosen -> this.marks.add(Mark.CARRIER_CHOSEN);
			case GoodsShipped shipped -> {
				this.marks.add(Mark.SHIPPED);
				this.expectedArrival = shipped.expectedArrival();
			}
			case ShipmentMoved moved -> this.marks.add(Mark.MOVED);
			case GoodsDelivered delivered -> this.marks.add(Mark.DELIVERED);
			case PaymentRequested request -> {
				this.requested = request.amount();
				this.outstanding = (this.outstanding != null) ? this.outstanding : request.amount();
			}
			case PaymentReceived received -> {
				this.receipts++;
				this.outstanding = received.outstanding();
			}
			case GoodsAccepted accepted -> this.marks.add(Mark.ACCEPTED);
			case SurveyAnswered answered -> this.marks.add(Mark.SURVEYED);
			case AftersalesClosed closed -> this.marks.add(Mark.CLOSED);
			case OrderCompleted completed -> this.marks.add(Mark.COMPLETED);
			case OrderArchived archived -> this.marks.add(Mark.ARCHIVED);
			default -> {
			}
		}
	}

	String order() {
		return this.order;
	}

	boolean has(Mark mark) {
		return this.marks.contains(mark);
	}

	boolean ended() {
		return has(Mark.ARCHIVED) || has(Mark.REJECTED) || has(Mark.CANCELLED);
	}

	int round() {
		return this.round;
	}

	int failedChecks() {
		return this.failedChecks;
	}

	int reworks() {
		return this.reworks;
	}

	int receipts() {
		return this.receipts;
	}

	@Nullable Money outstanding() {
		return (this.requested != null) ? this.outstanding : null;
	}

	@Nullable LocalDate expectedArrival() {
		return this.expectedArrival;
	}

	@Override
	public String toString() {
		return this.order + " " + this.marks;
	}

}
