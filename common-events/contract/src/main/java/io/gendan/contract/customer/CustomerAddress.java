package io.gendan.contract.customer;

import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A place of a customer's.
 *
 * @param label what the place is called
 * @param country ISO 3166 alpha-2
 * @param region province or state
 * @param city city
 * @param address street and number
 * @param postalCode postal code
 * @param receiver who receives
 * @param phone telephone of the receiver
 */
public record CustomerAddress(@Nullable Personal label, String country, @Nullable String region, @Nullable String city,
		Personal address, @Nullable String postalCode, @Nullable Personal receiver, @Nullable Personal phone) {

}
