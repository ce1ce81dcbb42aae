package io.gendan.contract.customer;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;

/**
 * Business with a customer is stopped, or goes on.
 *
 * @param customer customer number
 * @param old the standing before
 * @param standing the standing now
 * @param reason why
 */
@EventType("io.gendan.order.StandingChanged.v1")
public record StandingChanged(String customer, Standing old, Standing standing,
		Personal reason) implements CustomerEvent {

}
