package io.gendan.messaging.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * What a replay came to.
 *
 * @param letter the letter afterwards
 * @param reason why it is still dead, null if it is not
 * @param detail what a person needs to know about that, null if it is not
 */
public record Replay(LetterView letter, @Nullable String reason, @Nullable String detail) {
}
