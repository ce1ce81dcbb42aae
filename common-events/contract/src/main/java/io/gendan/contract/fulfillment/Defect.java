package io.gendan.contract.fulfillment;

/**
 * One finding of a quality check.
 *
 * @param line order line
 * @param aspect what was checked
 * @param remark what is wrong
 */
public record Defect(int line, CheckAspect aspect, String remark) {

}
