package io.gendan.local.edge.identity;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The OAuth clients: each demo user is one, for scripts; {@code browser} is a public one,
 * for people who log in at the form. All share one secret, which Spring's own in-memory
 * repository does not allow.
 */
final class DemoClients implements RegisteredClientRepository {

	static final String BROWSER = "browser";

	private final Map<String, RegisteredClient> byId;

	DemoClients(IdentitySettings settings) {
		var scripts = DemoUser.ALL.stream().map((user) -> script(user, settings.tokenLifetime()));
		this.byId = Stream.concat(scripts, Stream.of(browser(settings)))
			.collect(Collectors.toUnmodifiableMap(RegisteredClient::getId, Function.identity()));
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return this.byId.get(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return this.byId.get(clientId);
	}

	@Override
	public void save(RegisteredClient client) {
		throw new UnsupportedOperationException("the demo clients are fixed");
	}

	private static RegisteredClient script(DemoUser user, Duration lifetime) {
		return RegisteredClient.withId(user.username())
			.clientId(user.username())
			.clientName(user.name())
			.clientSecret(DemoUser.PASSWORD)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(lifetime).build())
			.build();
	}

	private static RegisteredClient browser(IdentitySettings settings) {
		return RegisteredClient.withId(BROWSER)
			.clientId(BROWSER)
			.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUris((uris) -> uris.addAll(settings.redirectUris()))
			.scope(OidcScopes.OPENID)
			.scope(OidcScopes.PROFILE)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
			.tokenSettings(TokenSettings.builder().accessTokenTimeToLive(settings.tokenLifetime()).build())
			.build();
	}

}
