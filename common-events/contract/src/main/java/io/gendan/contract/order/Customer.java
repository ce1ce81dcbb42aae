package io.gendan.contract.order;

import org.jspecify.annotations.Nullable;

/**
 * Who orders.
 *
 * @param id customer number
 * @param name company name
 * @param contact contact person
 * @param phone telephone
 * @param creditCode unified social credit code (ORD-1)
 * @param grade A key … C
 */
public record Customer(String id, String name, @Nullable String contact, @Nullable String phone,
		@Nullable String creditCode, @Nullable String grade) {

}
