package io.gendan.stage;

import java.time.Instant;

/**
 * A time that was promised for what a state waits for. It stands until that has come,
 * also when the time has run out; the normal end of a window is none.
 *
 * @param name what is promised, such as {@code review}; a label of metrics
 * @param due until when
 */
public record Sla(String name, Instant due) {
}
