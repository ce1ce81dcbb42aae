package io.gendan.messaging.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.gendan.messaging.SettableClock;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A token is checked once, as long as it lasts and never when it was refused. */
class CheckedTokensTest {

	private final SettableClock clock = new SettableClock();

	private final AtomicInteger checks = new AtomicInteger();

	private final CheckedTokens tokens = new CheckedTokens((token) -> {
		this.checks.incrementAndGet();
		return check(token);
	}, (token) -> token.getSubject().equals("unbelievable")
			? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
			: OAuth2TokenValidatorResult.success(), this.clock);

	private final Instant end = this.clock.instant().plusSeconds(30);

	@Test
	void aTokenIsCheckedOnce() {
		assertThat(this.tokens.decode("good")).isSameAs(this.tokens.decode("good"));
		assertThat(this.tokens.decode("other").getSubject()).isEqualTo("other");
		assertThat(this.checks).hasValue(2);
	}

	@Test
	void anExpiredTokenIsCheckedAgain() {
		this.tokens.decode("good");
		this.clock.advance(Duration.ofSeconds(31));
		assertThatThrownBy(() -> this.tokens.decode("good")).isInstanceOf(BadJwtException.class);
	}

	@Test
	void aRefusedTokenIsRefusedAgain() {
		for (int i = 0; i < 2; i++) {
			assertThatThrownBy(() -> this.tokens.decode("forged")).isInstanceOf(BadJwtException.class);
		}
	}

	@Test
	void aTokenThatCannotBeBelievedIsRefusedWhoeverDecodedIt() {
		for (int i = 0; i < 2; i++) {
			assertThatThrownBy(() -> this.tokens.decode("unbelievable")).isInstanceOf(JwtValidationException.class);
		}
		assertThat(this.checks).hasValue(2);
	}

	private Jwt check(String token) {
		if (token.equals("forged") || !this.end.isAfter(this.clock.instant())) {
			throw new BadJwtException("refused");
		}
		return Jwt.withTokenValue(token).header("alg", "RS256").subject(token).expiresAt(this.end).build();
	}

}
