package io.gendan.messaging.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has done about a dead letter.
 *
 * @param status what has become of it
 * @param by who did it, null while it is open
 * @param at when, null while it is open
 * @param reason why it was discarded, {@code MENDED} if other data were taken, else null
 */
public record Handling(LetterStatus status, @Nullable String by, @Nullable Instant at, @Nullable String reason) {

	static final Handling OPEN = new Handling(LetterStatus.OPEN, null, null, null);

}
