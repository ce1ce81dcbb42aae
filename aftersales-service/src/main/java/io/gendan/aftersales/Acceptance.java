package io.gendan.aftersales;

import java.time.Instant;

import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * The customer has accepted the goods (AFT-1).
 *
 * @param by who accepted for the customer
 * @param remarks what was said
 * @param serviceUntil end of the service window (AFT-7)
 */
public record Acceptance(Personal by, @Nullable Personal remarks, Instant serviceUntil) {
}
