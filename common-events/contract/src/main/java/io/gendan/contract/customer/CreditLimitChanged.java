package io.gendan.contract.customer;

import io.gendan.contract.EventType;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A customer may owe more, or less, than before.
 *
 * @param customer customer number
 * @param old the limit before, absent if there was none
 * @param limit how much may be owed at the most
 * @param reason why
 */
@EventType("io.gendan.order.CreditLimitChanged.v1")
public record CreditLimitChanged(String customer, @Nullable Money old, Money limit,
		Personal reason) implements CustomerEvent {

}
