package io.gendan.acceptance.soak;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.gendan.acceptance.soak.Fault.Kind;

/** What all services tell of one order: every effect once, and sums that agree. */
final class OrderStory {

	/** What happens exactly once to an order that ends in the archive. */
	static final Set<String> ONCE = Set.of("OrderConfirmed", "GoodsPacked", "PaymentRequested", "OrderReleased",
			"GoodsShipped", "GoodsDelivered", "InvoiceIssued", "OrderSettled", "AcceptanceRequested", "GoodsAccepted",
			"AftersalesClosed", "OrderCompleted", "OrderArchived");

	private final String order;

	private final List<ReadEvent> events = new ArrayList<>();

	OrderStory(String order) {
		this.order = order;
	}

	/**
	 * Adds what one service tells.
	 * @param told in the order of the sequence
	 */
	void add(List<ReadEvent> told) {
		this.events.addAll(told);
	}

	boolean archived() {
		return has("OrderArchived");
	}

	/** Whether nothing more is to come. */
	boolean ended() {
		return archived() || has("OrderCancelled") || has("OrderRejected");
	}

	BigDecimal placed() {
		return last("OrderPlaced").amount("total");
	}

	List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		Map<String, Long> counts = this.events.stream()
			.collect(Collectors.groupingBy(ReadEvent::type, Collectors.counting()));
		for (String type : ONCE) {
			long count = counts.getOrDefault(type, 0L);
			if (count > 1 || (count == 0 && archived())) {
				faults.add(new Fault(Kind.NOT_ONCE, "%s of %s: %d times".formatted(type, this.order, count)));
			}
		}
		vouchers(faults);
		if (faults.isEmpty() && has("OrderSettled")) {
			money(faults);
		}
		return faults;
	}

	private void vouchers(List<Fault> faults) {
		List<String> vouchers = of("PaymentReceived").stream()
			.map((receipt) -> receipt.json().path("voucher").asString())
			.toList();
		if (Set.copyOf(vouchers).size() < vouchers.size()) {
			faults.add(new Fault(Kind.NOT_ONCE, "a receipt of %s: %s".formatted(this.order, vouchers)));
		}
	}

	private void money(List<Fault> faults) {
		ReadEvent settled = last("OrderSettled");
		BigDecimal invoiced = settled.amount("invoiced");
		BigDecimal received = of("PaymentReceived").stream()
			.filter((receipt) -> receipt.sequence() < settled.sequence())
			.map((receipt) -> receipt.amount("amount"))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		BigDecimal credit = received.subtract(invoiced).max(BigDecimal.ZERO);
		agree(faults, "invoice and settlement", last("InvoiceIssued").amount("gross"), invoiced);
		agree(faults, "receipts and settlement", received, settled.amount("received"));
		agree(faults, "credit", credit, settled.amount("credit"));
		if (!has("DifferencesDecided")) {
			agree(faults, "order and invoice", placed(), invoiced);
		}
	}

	private void agree(List<Fault> faults, String what, BigDecimal one, BigDecimal other) {
		if (one.compareTo(other) != 0) {
			faults.add(new Fault(Kind.MONEY, "%s of %s: %s and %s".formatted(what, this.order, one, other)));
		}
	}

	private boolean has(String type) {
		return !of(type).isEmpty();
	}

	private ReadEvent last(String type) {
		return of(type).getLast();
	}

	private List<ReadEvent> of(String type) {
		return this.events.stream().filter((event) -> event.type().equals(type)).toList();
	}

}
