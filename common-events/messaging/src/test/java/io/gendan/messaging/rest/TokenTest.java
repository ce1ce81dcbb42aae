package io.gendan.messaging.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

/** What is believed of a token, and what is read out of it. */
class TokenTest {

	private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

	@Test
	void aSoundTokenIsBelieved() {
		assertThat(believed(null, (token) -> token.claim("name", "Li Na 李娜"))).isTrue();
	}

	@Test
	void aTokenHasAnEndThatHasNotComeAndABeginningThatHas() {
		assertThat(believed(null, (token) -> token.expiresAt(NOW.minusSeconds(61)))).isFalse();
		assertThat(believed(null, (token) -> token.expiresAt(NOW.minusSeconds(59)))).as("clocks differ").isTrue();
		assertThat(believed(null, (token) -> token.notBefore(NOW.plusSeconds(61)))).isFalse();
		assertThat(believed(null, (token) -> token.notBefore(NOW.plusSeconds(59)))).isTrue();
		assertThat(believed(null, (token) -> token.claims((claims) -> claims.remove("exp")))).isFalse();
	}

	@Test
	void theAudienceCountsWhereOneIsSet() {
		assertThat(believed("gendan", (token) -> {
		})).isFalse();
		assertThat(believed("gendan", (token) -> token.audience(List.of("other")))).isFalse();
		assertThat(believed("gendan", (token) -> token.audience(List.of("other", "gendan")))).isTrue();
		assertThat(believed(" ", (token) -> token.audience(List.of("other")))).as("blank is none").isTrue();
	}

	@ParameterizedTest(name = "{index}")
	@ValueSource(
			strings = { " ", "a\nb", "a\u0000", "a\u202Eb", "a\u200Bb", "\uFEFFa", "a\u2028b", "\uD800", "\uE000" })
	void aUserIsWrittenInWhatCanBeSeen(String text) {
		assertThat(believed(null, (token) -> token.subject(text))).isFalse();
		assertThat(believed(null, (token) -> token.claim("name", text))).isFalse();
	}

	@Test
	void aUserHasAnIdOfBoundedLength() {
		assertThat(believed(null, (token) -> token.subject("u".repeat(100)))).isTrue();
		assertThat(believed(null, (token) -> token.subject("u".repeat(101)))).isFalse();
		assertThat(believed(null, (token) -> token.claims((claims) -> claims.remove("sub")))).isFalse();
	}

	@Test
	void allRolesCountWhereverTheyStand() {
		assertThat(claims("roles").roles(token((token) -> token.claim("roles", List.of("a", "b", "a", " ", 7)))))
			.containsExactly("a", "b");
		assertThat(claims("realm_access.roles")
			.roles(token((token) -> token.claim("realm_access", Map.of("roles", List.of("a", "b"))))))
			.containsExactly("a", "b");
		assertThat(claims("https://gendan.io/roles")
			.roles(token((token) -> token.claim("https://gendan.io/roles", List.of("a"))))).containsExactly("a");
		assertThat(claims("roles").roles(token((token) -> token.claim("roles", "a")))).containsExactly("a");
		assertThat(claims("realm_access.roles").roles(token((token) -> token.claim("realm_access", "a")))).isEmpty();
		assertThat(claims("roles").customers(token((token) -> {
		}))).isEmpty();
	}

	@Test
	void onlyAnIntegrationIsGrantedAnything() {
		assertThat(authorities(List.of("integration"), null)).containsExactlyInAnyOrder("ROLE_integration",
				"orders:place");
		assertThat(authorities(List.of("integration"), List.of("receipts:book"))).as("and nothing else")
			.containsExactlyInAnyOrder("ROLE_integration", "receipts:book");
		assertThat(authorities(List.of("integration"), List.of())).containsExactly("ROLE_integration");
		assertThat(authorities(List.of("customer"), List.of("receipts:book"))).containsExactly("ROLE_customer");
		assertThat(authorities(List.of("integration"), List.of("ROLE_finance"))).as("a grant is no role")
			.containsExactly("ROLE_integration");
	}

	private static Set<String> authorities(List<String> roles, @Nullable List<String> grants) {
		Jwt token = token((builder) -> {
			builder.claim("roles", roles);
			if (grants != null) {
				builder.claim("grants", grants);
			}
		});
		return Set.copyOf(claims("roles").authorities(token).stream().map(GrantedAuthority::getAuthority).toList());
	}

	private static boolean believed(@Nullable String audience, Consumer<Jwt.Builder> change) {
		return !new TokenCheck(settings(audience, "roles"), CLOCK).validate(token(change)).hasErrors();
	}

	private static TokenClaims claims(String rolesClaim) {
		return new TokenClaims(settings(null, rolesClaim));
	}

	private static SecuritySettings settings(@Nullable String audience, String rolesClaim) {
		return new SecuritySettings(null, audience, Duration.ofSeconds(60), rolesClaim, "customers", "grants",
				Duration.ofDays(90));
	}

	private static Jwt token(Consumer<Jwt.Builder> change) {
		Jwt.Builder token = Jwt.withTokenValue("t")
			.header("alg", "RS256")
			.subject("li")
			.expiresAt(NOW.plusSeconds(600));
		change.accept(token);
		return token.build();
	}

}
