package io.gendan.local.edge.identity;

import java.util.List;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Issues tokens to the demo users. Only its own addresses are guarded: what passes
 * through the gateway is checked by the services.
 */
@Configuration(proxyBeanMethods = false)
class IdentityProvider {

	@Bean
	SecurityFilterChain identityChain(HttpSecurity http) {
		return http.securityMatcher("/oauth2/**", "/.well-known/**", "/userinfo", "/connect/**", "/login", "/logout")
			.oauth2AuthorizationServer((server) -> server.oidc(Customizer.withDefaults()))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.formLogin(Customizer.withDefaults())
			.exceptionHandling((failures) -> failures.defaultAuthenticationEntryPointFor(
					new LoginUrlAuthenticationEntryPoint("/login"), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
			.build();
	}

	@Bean
	RegisteredClientRepository clients(IdentitySettings settings) {
		return new DemoClients(settings);
	}

	@Bean
	UserDetailsService users() {
		var users = DemoUser.ALL.stream()
			.map((user) -> User.withUsername(user.username()).password(DemoUser.PASSWORD).roles(user.role()).build())
			.toList();
		return new InMemoryUserDetailsManager(users);
	}

	@Bean
	JWKSource<SecurityContext> keys(IdentitySettings settings) {
		return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.keyFile())));
	}

	@Bean
	AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
		return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
	}

	@Bean
	OAuth2AuthorizationService logins() {
		return new RememberedLogins();
	}

	@Bean
	PasswordEncoder passwords() {
		return new SharedSecret();
	}

	@Bean
	OAuth2TokenCustomizer<JwtEncodingContext> whoAndInWhichRole() {
		return (token) -> {
			var principal = token.getPrincipal();
			if (principal != null) {
				DemoUser.named(principal.getName()).ifPresent((user) -> {
					token.getClaims().claim("roles", List.of(user.role())).claim("name", user.name());
					user.claims().forEach((claim, values) -> token.getClaims().claim(claim, values));
				});
			}
		};
	}

}
