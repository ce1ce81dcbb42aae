package io.gendan.contract.billing;

import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import io.gendan.contract.order.InvoiceWish;

/**
 * The invoice is written (BIL-4).
 *
 * @param order order number
 * @param number invoice number; the last invoice of an order is the one that counts
 * @param invoice kind and title
 * @param lines net and tax per line
 * @param net sum without tax
 * @param tax sum of tax
 * @param gross sum with tax
 * @param issuedOn date of the invoice
 */
@EventType("io.gendan.billing.InvoiceIssued.v1")
public record InvoiceIssued(String order, String number, InvoiceWish invoice, List<InvoiceLine> lines, Money net,
		Money tax, Money gross, LocalDate issuedOn) implements BillingEvent {

	public InvoiceIssued {
		lines = List.copyOf(lines);
	}

}
