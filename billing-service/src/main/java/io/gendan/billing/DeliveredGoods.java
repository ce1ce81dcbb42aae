package io.gendan.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.gendan.contract.Money;
import io.gendan.contract.billing.DeliveredLine;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import org.jspecify.annotations.Nullable;

/**
 * What arrived (LOG-6). While goods came damaged or otherwise than ordered and nothing is
 * agreed about it, nobody knows what is to be invoiced.
 *
 * @param at when the goods were signed for, null until then
 * @param differences whether something differed from the order, or came damaged
 * @param agreed quantities per line as agreed, null until then
 */
record DeliveredGoods(@Nullable Instant at, boolean differences, @Nullable List<DeliveredLine> agreed) {

	static final DeliveredGoods NONE = new DeliveredGoods(null, false, null);

	DeliveredGoods {
		agreed = (agreed != null) ? List.copyOf(agreed) : null;
	}

	DeliveredGoods with(GoodsDelivered delivered) {
		boolean differing = !delivered.differences().isEmpty() || delivered.condition() != GoodsCondition.INTACT;
		return new DeliveredGoods(delivered.at(), this.differences || differing, this.agreed);
	}

	DeliveredGoods with(List<DeliveredLine> lines) {
		return new DeliveredGoods(this.at, this.differences, lines);
	}

	boolean signed() {
		return this.at != null;
	}

	/** Whether somebody has to say what arrived. */
	boolean unclear() {
		return signed() && this.differences && this.agreed == null;
	}

	/** Whether the invoice can be written. */
	boolean clear() {
		return signed() && !unclear();
	}

	/** What a line of the order comes to, by what arrived of it. */
	Money amount(OrderLine line) {
		return agreed(line).filter((arrived) -> arrived.quantity().value().compareTo(line.quantity().value()) != 0)
			.map((arrived) -> line.unitPrice().times(arrived.quantity().value()))
			.orElse(line.amount());
	}

	/** What the whole order comes to. */
	Money amount(OrderPlaced order) {
		return order.lines().stream().map(this::amount).reduce(Money.zero(order.total().currency()), Money::plus);
	}

	private Optional<DeliveredLine> agreed(OrderLine line) {
		return Optional.ofNullable(this.agreed)
			.flatMap((lines) -> lines.stream().filter((arrived) -> arrived.line() == line.line()).findFirst());
	}

}
