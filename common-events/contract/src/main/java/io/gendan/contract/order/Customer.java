package io.gendan.contract.order;

import io.gendan.contract.Personal;
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
public record Customer(String id, Personal name, @Nullable Personal contact, @Nullable Personal phone,
		@Nullable Personal creditCode, @Nullable String grade) {

}
