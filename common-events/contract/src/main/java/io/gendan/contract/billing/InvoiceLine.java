package io.gendan.contract.billing;

import io.gendan.contract.Money;
import io.gendan.contract.Quantity;

/**
 * One line of an invoice (BIL-4).
 *
 * @param line order line
 * @param net without tax
 * @param taxRatePercent tax rate in percent
 * @param tax tax
 */
public record InvoiceLine(int line, Money net, Quantity taxRatePercent, Money tax) {

}
