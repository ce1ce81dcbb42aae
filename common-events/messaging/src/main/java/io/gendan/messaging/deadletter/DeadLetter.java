package io.gendan.messaging.deadletter;

import io.gendan.messaging.topic.TopicRecord;

/**
 * A record that could not be processed.
 *
 * @param record the record as it came
 * @param reason stable reason: {@code MALFORMED}, {@code GAP}, {@code CHAIN_BROKEN},
 * {@code CONFLICT}, {@code HANDLER_FAILED}, {@code SIGNATURE_*}
 * @param detail what a person needs to know
 */
public record DeadLetter(TopicRecord record, String reason, String detail) {
}
