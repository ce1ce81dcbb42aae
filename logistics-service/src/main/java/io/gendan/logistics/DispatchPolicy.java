package io.gendan.logistics;

import java.time.Duration;
import java.util.SortedSet;

/**
 * What a dispatch may ask for (LOG-3).
 *
 * @param carriers codes of the carriers there are
 * @param bookingPatience how long a carrier that does not answer is tried before the
 * order of transport is given up
 */
public record DispatchPolicy(SortedSet<String> carriers, Duration bookingPatience) {
}
