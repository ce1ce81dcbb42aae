package io.gendan.local.edge.identity;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers logins at the form, whose code is still to be exchanged. The tokens of
 * scripts carry everything themselves and are never looked up, so a record of them would
 * only grow.
 */
final class RememberedLogins implements OAuth2AuthorizationService {

	private final OAuth2AuthorizationService logins = new InMemoryOAuth2AuthorizationService();

	@Override
	public void save(OAuth2Authorization authorization) {
		if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
			this.logins.save(authorization);
		}
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.logins.remove(authorization);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.logins.findById(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return this.logins.findByToken(token, type);
	}

}
