package io.gendan.contract.customer;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The register says something else of a customer.
 *
 * @param customer customer number
 * @param before what it said
 * @param after what it says now, all of it
 * @param reason why
 */
@EventType("io.gendan.order.CustomerChanged.v1")
public record CustomerChanged(String customer, CustomerDetails before, CustomerDetails after,
		@Nullable Personal reason) implements CustomerEvent {

}
