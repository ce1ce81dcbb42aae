package io.gendan.messaging.privacy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How personal data are kept.
 *
 * @param houseKeys JWK set with the symmetric keys of the house, the same for all
 * services; the first wraps the keys of customers
 * @param forgetWithin how long the broker may keep a destroyed key in a file it still
 * writes, and then in one it has not tidied yet; for the topic when it is made
 */
@ConfigurationProperties("gendan.privacy")
public record PrivacySettings(@Nullable Resource houseKeys, @DefaultValue("1h") Duration forgetWithin) {
}
