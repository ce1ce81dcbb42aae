package io.gendan.contract.customer;

import java.time.Instant;

import io.gendan.contract.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Whoever holds personal data of this customer forgets them. Nothing of it stays
 * but its number, also where the customer was never registered.
 *
 * @param customer customer number
 * @param cause why
 * @param reference file number of the request or order that it goes back to: letters A to
 * Z, digits, {@code - / . _}, at most 40, and never so many digits in a row that they
 * could be a telephone
 * @param erasedAt when it was decided
 */
@EventType("io.gendan.order.CustomerErased.v1")
public record CustomerErased(String customer, ErasureCause cause, @Nullable String reference,
		Instant erasedAt) implements CustomerEvent {

}
