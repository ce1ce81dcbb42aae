package io.gendan.order.customer.rest;

import java.util.List;

import io.gendan.order.customer.CustomerForm;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to speak with at a customer's, as a client sends it.
 *
 * @param name who
 * @param function what they do there
 * @param phone telephone
 * @param email e-mail address
 */
record ContactPart(@Nullable String name, @Schema(example = "采购 purchasing") @Nullable String function,
		@Nullable String phone, @Schema(example = "wang.fang@example.com") @Nullable String email) {

	static List<CustomerForm.@Nullable Person> persons(@Nullable List<@Nullable ContactPart> parts) {
		return (parts != null) ? parts.stream().<CustomerForm.@Nullable Person>map(ContactPart::person).toList()
				: List.of();
	}

	private static CustomerForm.@Nullable Person person(@Nullable ContactPart part) {
		return (part != null) ? new CustomerForm.Person(part.name, part.function, part.phone, part.email) : null;
	}

}
