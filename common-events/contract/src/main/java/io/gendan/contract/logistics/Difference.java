package io.gendan.contract.logistics;

import io.gendan.contract.Personal;

/**
 * A difference between ordered and delivered (LOG-6).
 *
 * @param line order line
 * @param remark what differs
 */
public record Difference(int line, Personal remark) {

}
