package io.gendan.contract.product;

import io.gendan.contract.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a product costs customers of a grade, without tax (REV-3).
 *
 * @param grade grade of the customer, absent for the grades that have no price of their
 * own
 * @param list price of one unit as it is offered
 * @param floor the lowest price of one unit, in the same currency
 */
public record GradePrice(@Nullable String grade, Money list, Money floor) {

}
