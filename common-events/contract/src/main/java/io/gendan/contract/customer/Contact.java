package io.gendan.contract.customer;

import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to speak with at a customer's.
 *
 * @param name who
 * @param function what they do there
 * @param phone telephone
 * @param email e-mail address
 */
public record Contact(Personal name, @Nullable Personal function, @Nullable Personal phone, @Nullable Personal email) {

}
