package io.gendan.messaging.signature;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.gendan.contract.Service;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether events are signed, and whether signatures are asked for.
 *
 * @param keyFile the private key of this service, a JSON Web Key as {@code NewSigningKey}
 * makes it; without one nothing is signed
 * @param check what becomes of events without a valid signature
 * @param keys per service the key set its events are checked with: a file, or an address
 * that begins with http
 * @param refresh how often key sets are read again
 */
@ConfigurationProperties("gendan.signing")
public record SigningSettings(@Nullable Path keyFile, @DefaultValue("off") Check check,
		@DefaultValue Map<Service, String> keys, @DefaultValue("1m") Duration refresh) {

	/** What becomes of events without a valid signature. */
	public enum Check {

		/** Signatures are not looked at. */
		OFF,

		/** They are taken, counted and told in the log. */
		WARN,

		/** They go to the dead letters. */
		REQUIRE

	}

}
