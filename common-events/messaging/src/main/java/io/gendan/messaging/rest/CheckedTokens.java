package io.gendan.messaging.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks the signature of a token once a minute instead of with every request; a clerk
 * sends the same one all morning. A withdrawn signing key is noticed within that minute,
 * an expired token at once.
 */
final class CheckedTokens implements JwtDecoder {

	private static final Duration KEPT = Duration.ofMinutes(1);

	private static final int CAPACITY = 1000;

	private final JwtDecoder decoder;

	private final OAuth2TokenValidator<Jwt> check;

	private final Clock clock;

	private final Cache<String, Jwt> checked = Caffeine.newBuilder()
		.maximumSize(CAPACITY)
		.expireAfterWrite(KEPT)
		.executor(Runnable::run)
		.build();

	CheckedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> check, Clock clock) {
		this.decoder = decoder;
		this.check = check;
		this.clock = clock;
	}

	@Override
	public Jwt decode(String token) {
		Jwt known = this.checked.getIfPresent(token);
		if (known != null && lasts(known.getExpiresAt())) {
			return known;
		}
		Jwt jwt = checkedSignature(token);
		OAuth2TokenValidatorResult result = this.check.validate(jwt);
		if (result.hasErrors()) {
			throw new JwtValidationException("The token cannot be believed", result.getErrors());
		}
		this.checked.put(token, jwt);
		return jwt;
	}

	private Jwt checkedSignature(String token) {
		try {
			return this.decoder.decode(token);
		}
		catch (BadJwtException ex) {
			throw ex;
		}
		catch (JwtException ex) {
			throw new KeysUnavailableException(ex);
		}
	}

	private boolean lasts(@Nullable Instant expiresAt) {
		return expiresAt != null && expiresAt.isAfter(this.clock.instant());
	}

}
