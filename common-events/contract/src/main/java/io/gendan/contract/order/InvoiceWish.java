package io.gendan.contract.order;

import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Invoice kind and title (BIL-4).
 *
 * @param kind kind
 * @param title name on the invoice
 * @param taxNumber tax number of the customer
 */
public record InvoiceWish(InvoiceKind kind, Personal title, @Nullable Personal taxNumber) {

}
