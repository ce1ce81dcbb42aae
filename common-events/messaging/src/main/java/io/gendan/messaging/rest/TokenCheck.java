package io.gendan.messaging.rest;

import java.time.Clock;
import java.util.List;

import io.gendan.stage.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * What a token must have beside a good signature, whoever decodes it: an end, a beginning
 * that has come, the right audience, and a user that can be written down.
 */
final class TokenCheck implements OAuth2TokenValidator<Jwt> {

	private static final int LONGEST_NAME = 100;

	private final JwtTimestampValidator times;

	private final @Nullable String audience;

	TokenCheck(SecuritySettings settings, Clock clock) {
		this.times = new JwtTimestampValidator(settings.clockSkew());
		this.times.setAllowEmptyExpiryClaim(false);
		this.times.setClock(clock);
		this.audience = settings.audience();
	}

	@Override
	public OAuth2TokenValidatorResult validate(Jwt token) {
		OAuth2TokenValidatorResult lasts = this.times.validate(token);
		if (lasts.hasErrors()) {
			return lasts;
		}
		List<String> audiences = token.getAudience();
		if (this.audience != null && !this.audience.isBlank()
				&& (audiences == null || !audiences.contains(this.audience))) {
			return refused("The token is meant for somebody else");
		}
		String name = token.getClaimAsString("name");
		if (!readable(token.getSubject()) || (name != null && !readable(name))) {
			return refused("The user of the token has no name that can be read");
		}
		return OAuth2TokenValidatorResult.success();
	}

	/** User ids stand in events and logs for ever: nothing that hides or breaks lines. */
	private static boolean readable(@Nullable String text) {
		return text != null && !text.isBlank() && text.length() <= LONGEST_NAME
				&& TypedText.printable(text, TypedText.Form.CODE);
	}

	private static OAuth2TokenValidatorResult refused(String why) {
		return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
	}

}
