package io.gendan.messaging.signature;

/**
 * Why an event may not be taken.
 *
 * @param reason stable reason: {@code SIGNATURE_MISSING}, {@code SIGNATURE_WRONG},
 * {@code SIGNATURE_KEY_UNKNOWN}
 * @param detail what a person needs to know
 */
public record Objection(String reason, String detail) {
}
