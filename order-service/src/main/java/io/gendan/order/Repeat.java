package io.gendan.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;

/**
 * Tells a repeated order from a number used twice. Who entered it does not matter, nor
 * when it was received and what follows from that, if the form does not say so:
 * tomorrow's export of the same order is the same order (ORD-6). What the form leaves to
 * the register or to the product list is taken as it was then, so that it is the same
 * order also when they say something else by now. What they do not know now they did not
 * know then either.
 */
final class Repeat {

	private final OrderForm form;

	private final OrderPlaced before;

	/**
	 * A form that comes for an order that is there.
	 * @param form what was filled in
	 * @param before the order as it was placed last, its personal texts in clear
	 */
	Repeat(OrderForm form, OrderPlaced before) {
		this.form = form;
		this.before = before;
	}

	/**
	 * What stands in for what the form leaves blank.
	 * @param known what is known of what it names
	 * @return as it was taken then
	 */
	Inherited inherited(Known known) {
		List<Inherited.Line> lines = lines(known);
		if (!(known.customer() instanceof KnownCustomer.Registered)
				|| !this.before.customer().id().equals(Known.customer(this.form))) {
			return new Inherited(null, null, null, null, null, null, null, null, null, lines);
		}
		return new Inherited(this.before.customer().name(), this.before.customer().contact(),
				this.before.customer().phone(), this.before.customer().creditCode(), this.before.customer().grade(),
				RegisterEntry.saysNoPlace(this.form.shipTo()) ? this.before.shipTo() : null, this.before.paymentTerms(),
				this.before.invoice().title(), this.before.invoice().taxNumber(), lines);
	}

	private List<Inherited.Line> lines(Known known) {
		List<Inherited.Line> lines = new ArrayList<>();
		for (int index = 0; index < Math.min(this.form.lines().size(), this.before.lines().size()); index++) {
			OrderForm.Line line = Objects.requireNonNullElse(this.form.lines().get(index), OrderForm.Line.EMPTY);
			OrderLine then = this.before.lines().get(index);
			boolean listed = known.product(then.item()) instanceof KnownProduct.Listed
					&& then.item().equals(Known.item(line));
			lines.add(listed ? new Inherited.Line(then.description(), then.specification(), then.unit(),
					then.unitPrice().amount()) : Inherited.Line.NOTHING);
		}
		return lines;
	}

	/**
	 * Whether the form says what the order says.
	 * @param now what has become of the form
	 * @return true if it is the same order
	 */
	boolean isSame(OrderPlaced now) {
		Instant receivedAt = !Typed.blank(this.form.receivedAt()) ? now.receivedAt() : this.before.receivedAt();
		LocalDate requested = !Typed.blank(this.form.requestedDelivery()) ? now.requestedDelivery()
				: this.before.requestedDelivery();
		return new OrderPlaced(now.order(), this.before.round(), receivedAt, now.channel(), this.before.enteredBy(),
				now.customer(), now.shipTo(), now.lines(), now.total(), requested, now.deliveryMethod(),
				now.packaging(), now.paymentTerms(), now.invoice(), now.remarks(), now.keyPoints())
			.equals(this.before);
	}

}
