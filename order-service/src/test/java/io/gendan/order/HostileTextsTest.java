package io.gendan.order;

import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.testing.HostileTexts;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

/** What nobody can see is refused at its field, in every text of every command. */
class HostileTextsTest {

	private static final OrderForm FULL = new OrderForm("2026-03-02T09:00:00+08:00", "EMAIL",
			new OrderForm.Party("K-100", "杭州西湖礼品有限公司", "王芳", "0571-8888", "91330100799655058B", "B"),
			new OrderForm.Address("CN", "浙江", "杭州", "文三路 1 号", "310000", "王芳", "0571-8888"), "CNY",
			List.of(new OrderForm.Line("M8/20", "茶杯", "蓝色", "10", "PCS", "12.30")), "123.00", "2026-04-01", "ROAD",
			"纸箱", "PREPAID", new OrderForm.Invoice("VAT_SPECIAL", "杭州西湖礼品有限公司", "91330100799655058B"), "请轻放",
			List.of("红色包装"), OrderForm.Unsaid.NOTHING);

	@Test
	void everyTextOfEveryCommandIsLookedAt() {
		OrderPlaced placed = OrderForms.placed(OrderForms.good(), 1);
		HostileTexts.<Order, OrderCommand, OrderEvent>in(OrderCommand.class)
			.command(order(), new OrderCommand.Place(FULL, OrderForms.OPEN))
			.command(order(placed, new OrderReturnedForCorrection("SO-1", 1, "wang", List.of())),
					new OrderCommand.PlaceAgain(FULL, OrderForms.OPEN))
			.command(order(placed), new OrderCommand.Cancel("不需要了", null))
			.command(
					order(placed, new OrderApproved("SO-1", 1, "wang", null),
							new OrderConfirmed("SO-1", "li", LocalDate.of(2026, 4, 1))),
					new OrderCommand.RequestCancellation("不需要了", null))
			.andNoOthers();
	}

	private static Scenario<Order, OrderCommand, OrderEvent> order(GendanEvent... past) {
		return Scenario.of(new OrderStage(OrderForms.POLICY)).at(OrderForms.NOW).given(past);
	}

}
