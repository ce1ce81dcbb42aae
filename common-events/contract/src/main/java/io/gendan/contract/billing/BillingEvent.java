package io.gendan.contract.billing;

import io.gendan.contract.AboutOrder;

/** Events of billing-service: payment, release, invoice, settlement (BIL). */
public sealed interface BillingEvent extends AboutOrder permits PaymentRequested, PaymentReceived, ReceiptReversed,
		PaymentOverdue, OrderReleased, DifferencesDecided, InvoiceIssued, RestWrittenOff, OrderSettled, CreditRefunded {

}
