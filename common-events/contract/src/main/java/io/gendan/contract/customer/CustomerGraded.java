package io.gendan.contract.customer;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;

/**
 * A customer has another grade.
 *
 * @param customer customer number
 * @param old the grade before
 * @param grade A key … C
 * @param reason why
 */
@EventType("io.gendan.order.CustomerGraded.v1")
public record CustomerGraded(String customer, String old, String grade, Personal reason) implements CustomerEvent {

}
