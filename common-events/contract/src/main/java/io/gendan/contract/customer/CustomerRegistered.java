package io.gendan.contract.customer;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer is known from now on.
 *
 * @param customer customer number
 * @param details who and where it is
 * @param grade A key … C
 * @param creditLimit how much may be owed at the most, absent as long as nobody has said
 * @param standing whether business is done with it
 */
@EventType("io.gendan.order.CustomerRegistered.v1")
public record CustomerRegistered(String customer, CustomerDetails details, String grade, @Nullable Money creditLimit,
		Standing standing) implements CustomerEvent {

}
