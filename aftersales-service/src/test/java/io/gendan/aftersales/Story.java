package io.gendan.aftersales;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.aftersales.AftersalesCommand.GivenScore;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.aftersales.AcceptanceRequested;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.AftersalesEvent;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.aftersales.Score;
import io.gendan.contract.aftersales.SurveyAnswered;
import io.gendan.contract.logistics.Difference;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
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
import io.gendan.testing.Scenario;

/** What the tests tell stories with. */
final class Story {

	static final Instant DELIVERED = Instant.parse("2026-03-02T02:00:00Z");

	static final Instant SERVICE_UNTIL = DELIVERED.plus(Duration.ofDays(7));

	private Story() {
	}

	static AftersalesStage stage() {
		return new AftersalesStage(new AftersalesPolicy(Duration.ofDays(2), Duration.ofDays(7)));
	}

	static Scenario<Aftersales, AftersalesCommand, AftersalesEvent> order() {
		return Scenario.of(stage()).at(DELIVERED);
	}

	static Scenario<Aftersales, AftersalesCommand, AftersalesEvent> deliveredOrder() {
		return order().given(placed("SO-1"), delivered("SO-1"), asked());
	}

	static Scenario<Aftersales, AftersalesCommand, AftersalesEvent> acceptedOrder() {
		return deliveredOrder().given(accepted());
	}

	static OrderPlaced placed(String order) {
		Money total = Money.of("1200.00", "CNY");
		return new OrderPlaced(order, 1, DELIVERED.minus(Duration.ofDays(20)), Channel.WEB, "li",
				new Customer("C-1", Personal.of("南方五金有限公司"), Personal.of("王先生"), null, null, "B"),
				new ShipTo("CN", "广东", "深圳", Personal.of("科技路 1 号"), null, null, null),
				List.of(new OrderLine(1, "M8-40", "六角螺栓", null, Quantity.of("100"), "箱", Money.of("12.00", "CNY"),
						total)),
				total, LocalDate.of(2026, 3, 10), DeliveryMethod.ROAD, null, PaymentTerms.PREPAID,
				new InvoiceWish(InvoiceKind.ORDINARY, Personal.of("南方五金有限公司"), null), null, List.of());
	}

	static OrderCancelled cancelled() {
		return new OrderCancelled("SO-1", "li", Personal.of("客户取消"));
	}

	static GoodsDelivered delivered(String order) {
		return new GoodsDelivered(order, "SF-1", Personal.of("赵"), DELIVERED, GoodsCondition.INCOMPLETE,
				List.of(new Difference(1, Personal.of("少一箱"))));
	}

	static AcceptanceRequested asked() {
		return new AcceptanceRequested("SO-1", DELIVERED.plus(Duration.ofDays(2)));
	}

	static GoodsAccepted accepted() {
		return new GoodsAccepted("SO-1", Personal.of("zhao"), null, SERVICE_UNTIL);
	}

	static SurveyAnswered answered() {
		return new SurveyAnswered("SO-1", List.of(new Score("goods", 5)), null);
	}

	static AftersalesClosed closed() {
		return new AftersalesClosed("SO-1", Personal.of("service window ended"));
	}

	static AftersalesCommand accept() {
		return new AftersalesCommand.Accept(null);
	}

	static AftersalesCommand answer(GivenScore... scores) {
		return new AftersalesCommand.AnswerSurvey(List.of(scores), null);
	}

	static AftersalesCommand close() {
		return new AftersalesCommand.Close("客户满意");
	}

	static GivenScore score(String part, String score) {
		return new GivenScore(part, new BigDecimal(score));
	}

}
