package io.gendan.contract.order;

/** Kinds of invoices (BIL-4). */
public enum InvoiceKind {

	ORDINARY, VAT_SPECIAL, NONE

}
