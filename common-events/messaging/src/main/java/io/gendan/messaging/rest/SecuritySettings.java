package io.gendan.messaging.rest;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is believed of a token. Claims are named by their path, such as
 * {@code realm_access.roles}.
 *
 * @param issuer who must have issued it
 * @param audience whom it must be meant for, null to take any
 * @param clockSkew how far clocks may differ
 * @param rolesClaim claim with the roles
 * @param customersClaim claim with the numbers of the customers the token may act for,
 * {@code *} for all
 * @param grantsClaim claim with what a client in the role {@code integration} may do
 * @param refusalsKept how long refused attempts are kept
 */
@ConfigurationProperties("gendan.security")
public record SecuritySettings(@Nullable String issuer, @Nullable String audience,
		@DefaultValue("60s") Duration clockSkew, @DefaultValue("roles") String rolesClaim,
		@DefaultValue("customers") String customersClaim, @DefaultValue("grants") String grantsClaim,
		@DefaultValue("90d") Duration refusalsKept) {
}
