package io.gendan.contract.review;

import io.gendan.contract.Personal;

/**
 * One remark of a returned order.
 *
 * @param field path of the field, such as lines[0].unitPrice
 * @param remark what to correct
 */
public record Correction(String field, Personal remark) {

}
