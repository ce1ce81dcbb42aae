package io.gendan.contract.fulfillment;

import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a quality check.
 *
 * @param line order line
 * @param aspect what was checked
 * @param remark what is wrong
 * @param quantity how much of the line is lost or damaged; missing when it was not
 * counted, and in events of an older version
 */
public record Defect(int line, CheckAspect aspect, Personal remark, @Nullable Quantity quantity) {

}
