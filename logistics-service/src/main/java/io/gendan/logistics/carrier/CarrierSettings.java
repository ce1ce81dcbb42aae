package io.gendan.logistics.carrier;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which carriers there are and how they are guarded.
 *
 * @param currency ISO 4217 code in which carriers are asked for offers
 * @param bookingPatience how long a carrier that does not answer is tried for one
 * dispatch
 * @param guard how each carrier is guarded
 * @param tariffs carriers known by their price list
 */
@ConfigurationProperties("gendan.logistics.carriers")
record CarrierSettings(String currency, Duration bookingPatience, GuardSettings guard, List<Tariff> tariffs) {
}
