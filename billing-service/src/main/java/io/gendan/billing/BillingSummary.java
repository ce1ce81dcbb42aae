package io.gendan.billing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Money;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.stage.Column;

/** The fields by which lists of billings are shown and filtered. */
final class BillingSummary {

	static final List<Column> COLUMNS = List.of(Column.oneOf("state", BillingPhase.class),
			Column.text("customer").withIndex(), Column.oneOf("terms", PaymentTerms.class), Column.text("currency"),
			Column.decimal("amount"), Column.decimal("received"), Column.decimal("outstanding"),
			Column.decimal("credit"), Column.date("dueOn").withIndex(), Column.text("invoice").withIndex(),
			Column.flag("released"));

	private BillingSummary() {
	}

	static Map<String, Object> of(Billing billing) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("state", billing.phase().name());
		billing.placed().ifPresent((placed) -> {
			fields.put("customer", placed.customer().id());
			fields.put("terms", placed.paymentTerms().name());
			fields.put("currency", placed.total().currency());
			fields.put("amount", plain(placed.total()));
		});
		billing.received().ifPresent((received) -> fields.put("received", plain(received)));
		billing.outstanding().ifPresent((outstanding) -> fields.put("outstanding", plain(outstanding)));
		billing.credit().ifPresent((credit) -> fields.put("credit", plain(credit)));
		billing.request().ifPresent((request) -> fields.put("dueOn", request.dueOn().toString()));
		billing.invoice().ifPresent((invoice) -> fields.put("invoice", invoice.number()));
		fields.put("released", billing.released());
		return fields;
	}

	private static String plain(Money money) {
		return money.amount().toPlainString();
	}

}
