package io.gendan.review;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.order.Channel;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.InvoiceKind;
import io.gendan.contract.order.InvoiceWish;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.order.ShipTo;
import io.gendan.contract.review.Correction;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.contract.review.ReviewOverdue;
import io.gendan.review.ReviewCommand.Approve;
import io.gendan.review.ReviewCommand.Reject;
import io.gendan.review.ReviewCommand.RequestedCorrection;
import io.gendan.review.ReviewCommand.ReturnForCorrection;
import io.gendan.testing.Scenario;

/** What the tests tell stories with. */
final class Story {

	/** Monday 2 March 2026, ten o'clock in Shanghai. */
	static final Instant MONDAY_TEN = Instant.parse("2026-03-02T02:00:00Z");

	/** Four working hours later, an hour of lunch between. */
	static final Instant MONDAY_FIFTEEN = Instant.parse("2026-03-02T07:00:00Z");

	static final Actor WANG = new Actor("sales-manager", "wang");

	private Story() {
	}

	static WorkingCalendar officeHours(ZoneId zone) {
		return new WorkingCalendar(zone,
				Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
				List.of(new WorkingHours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
						new WorkingHours(LocalTime.of(13, 0), LocalTime.of(18, 0))),
				Set.of(), Set.of());
	}

	static ReviewStage stage() {
		return new ReviewStage(
				new ReviewPolicy(Duration.ofHours(4), "general-manager", officeHours(ZoneId.of("Asia/Shanghai"))));
	}

	static Scenario<Review, ReviewCommand, ReviewEvent> order() {
		return Scenario.of(stage()).at(MONDAY_TEN).by(WANG);
	}

	static Scenario<Review, ReviewCommand, ReviewEvent> openReview() {
		return order().given(placed("SO-1", 1, "li"), opened(1));
	}

	static OrderPlaced placed(String order, int round, String enteredBy) {
		Money total = Money.of("1200.00", "CNY");
		return new OrderPlaced(order, round, MONDAY_TEN.minus(Duration.ofHours(1)), Channel.WEB, enteredBy,
				new Customer("C-1", Personal.of("南方五金有限公司"), Personal.of("王先生"), null, null, "B"),
				new ShipTo("CN", "广东", "深圳", Personal.of("科技路 1 号"), null, null, null),
				List.of(new OrderLine(1, "M8-40", "六角螺栓", null, Quantity.of("100"), "箱", Money.of("12.00", "CNY"),
						total)),
				total, LocalDate.of(2026, 3, 10), DeliveryMethod.ROAD, null, PaymentTerms.PREPAID,
				new InvoiceWish(InvoiceKind.ORDINARY, Personal.of("南方五金有限公司"), null), null, List.of());
	}

	static OrderCancelled cancelled(String order) {
		return new OrderCancelled(order, "li", Personal.of("客户取消"));
	}

	static ReviewOpened opened(int round) {
		return new ReviewOpened("SO-1", round, MONDAY_FIFTEEN);
	}

	static ReviewOverdue overdue(int round) {
		return new ReviewOverdue("SO-1", round, MONDAY_FIFTEEN, "general-manager");
	}

	static OrderApproved approved(int round) {
		return new OrderApproved("SO-1", round, "wang", null);
	}

	static OrderRejected rejected(int round) {
		return new OrderRejected("SO-1", round, "wang", Personal.of("价格过低"));
	}

	static OrderReturnedForCorrection returned(int round) {
		return new OrderReturnedForCorrection("SO-1", round, "wang",
				List.of(new Correction("lines[0].unitPrice", Personal.of("低于底价"))));
	}

	static ReviewCommand approve() {
		return new Approve(null);
	}

	static ReviewCommand reject() {
		return new Reject("价格过低");
	}

	static ReviewCommand returnForCorrection() {
		return new ReturnForCorrection(List.of(new RequestedCorrection("lines[0].unitPrice", "低于底价")));
	}

}
