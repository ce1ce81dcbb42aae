package io.gendan.logistics.carrier;

import java.time.Duration;

/**
 * How each carrier is guarded. All calls of one carrier share one guard; carriers do not
 * share anything.
 *
 * @param timeLimit longest time one call may take
 * @param attempts calls at the most when a carrier fails; a call that took too long is
 * not repeated
 * @param pause pause before the second call; it doubles with each further one
 * @param jitter by how much a pause is shortened or lengthened at random, 0 to 1
 * @param concurrent calls that may be under way at once
 * @param concurrentWait longest wait for one of them to end
 * @param perSecond calls per second
 * @param rateWait longest wait for the next second
 * @param windowCalls latest calls that are looked at
 * @param minimumCalls calls before anything is concluded from them
 * @param failurePercent failures among them after which no more calls are made
 * @param openFor how long no calls are made before it is tried again
 */
public record GuardSettings(Duration timeLimit, int attempts, Duration pause, double jitter, int concurrent,
		Duration concurrentWait, int perSecond, Duration rateWait, int windowCalls, int minimumCalls,
		float failurePercent, Duration openFor) {
}
