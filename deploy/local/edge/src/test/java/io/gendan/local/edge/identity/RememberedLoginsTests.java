package io.gendan.local.edge.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedLoginsTests {

	private final DemoClients clients = new DemoClients(new IdentitySettings(URI.create("http://localhost"),
			Path.of("unused"), Duration.ofHours(8), List.of("http://localhost/back")));

	private final RememberedLogins logins = new RememberedLogins();

	@Test
	void aLoginAtTheFormIsRememberedUntilItIsRemoved() {
		var login = authorization(DemoClients.BROWSER, AuthorizationGrantType.AUTHORIZATION_CODE);
		this.logins.save(login);
		assertThat(this.logins.findById(login.getId())).isEqualTo(login);
		this.logins.remove(login);
		assertThat(this.logins.findById(login.getId())).isNull();
	}

	@Test
	void theTokensOfScriptsDoNotPileUp() {
		var token = authorization("erp.integration", AuthorizationGrantType.CLIENT_CREDENTIALS);
		this.logins.save(token);
		assertThat(this.logins.findById(token.getId())).isNull();
	}

	private OAuth2Authorization authorization(String client, AuthorizationGrantType grant) {
		return OAuth2Authorization.withRegisteredClient(this.clients.findByClientId(client))
			.id("of-" + client)
			.principalName(client)
			.authorizationGrantType(grant)
			.build();
	}

}
