package io.gendan.contract.order;

import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Where the goods go.
 *
 * @param country ISO 3166 alpha-2
 * @param region province or state
 * @param city city
 * @param address street and number
 * @param postalCode postal code
 * @param receiver who receives
 * @param phone telephone of the receiver
 */
public record ShipTo(String country, @Nullable String region, @Nullable String city, Personal address,
		@Nullable String postalCode, @Nullable Personal receiver, @Nullable Personal phone) {

}
