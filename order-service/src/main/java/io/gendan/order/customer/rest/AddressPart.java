package io.gendan.order.customer.rest;

import java.util.List;

import io.gendan.order.customer.CustomerForm;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place of a customer's, as a client sends it.
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
record AddressPart(@Nullable String label, @Schema(example = "CN") @Nullable String country, @Nullable String region,
		@Nullable String city, @Nullable String address, @Nullable String postalCode, @Nullable String receiver,
		@Nullable String phone) {

	static List<CustomerForm.@Nullable Place> places(@Nullable List<@Nullable AddressPart> parts) {
		return (parts != null) ? parts.stream().<CustomerForm.@Nullable Place>map(AddressPart::place).toList()
				: List.of();
	}

	private static CustomerForm.@Nullable Place place(@Nullable AddressPart part) {
		return (part != null) ? new CustomerForm.Place(part.label, part.country, part.region, part.city, part.address,
				part.postalCode, part.receiver, part.phone) : null;
	}

}
