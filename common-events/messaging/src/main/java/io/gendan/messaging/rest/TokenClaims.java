package io.gendan.messaging.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads roles, customers and grants out of a token; all of each, not only the first. */
final class TokenClaims {

	static final String INTEGRATION = "integration";

	/** What an integration may do that is granted nothing in particular. */
	static final Set<String> USUAL_GRANTS = Set.of("orders:place");

	/** How an authority begins that is a role. */
	static final String ROLE = "ROLE_";

	private final SecuritySettings settings;

	TokenClaims(SecuritySettings settings) {
		this.settings = settings;
	}

	/**
	 * The roles.
	 * @param token a token
	 * @return as the token names them, in its order
	 */
	Set<String> roles(Jwt token) {
		return texts(at(token, this.settings.rolesClaim()));
	}

	/**
	 * The customers the token may act for.
	 * @param token a token
	 * @return customer numbers, or {@code *} among them; none by default
	 */
	Set<String> customers(Jwt token) {
		return texts(at(token, this.settings.customersClaim()));
	}

	/**
	 * What security decides by.
	 * @param token a token
	 * @return every role, and for an integration what its client is granted
	 */
	Collection<GrantedAuthority> authorities(Jwt token) {
		Set<String> roles = roles(token);
		List<GrantedAuthority> authorities = new ArrayList<>();
		roles.forEach((role) -> authorities.add(new SimpleGrantedAuthority(ROLE + role)));
		if (roles.contains(INTEGRATION)) {
			Object claim = at(token, this.settings.grantsClaim());
			Set<String> grants = (claim != null) ? texts(claim) : USUAL_GRANTS;
			grants.stream()
				// A grant must not pass for a role.
				.filter((grant) -> !grant.startsWith(ROLE))
				.forEach((grant) -> authorities.add(new SimpleGrantedAuthority(grant)));
		}
		return authorities;
	}

	/** A claim may have dots in its own name, as those that are addresses do. */
	private static @Nullable Object at(Jwt token, String path) {
		Object whole = token.getClaim(path);
		return (whole != null) ? whole : at(token.getClaims(), path);
	}

	private static @Nullable Object at(Map<?, ?> claims, String path) {
		int dot = path.indexOf('.');
		if (dot < 0) {
			return claims.get(path);
		}
		return (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) ? at(inner, path.substring(dot + 1))
				: null;
	}

	private static Set<String> texts(@Nullable Object claim) {
		Set<String> texts = new LinkedHashSet<>();
		if (claim instanceof Collection<?> many) {
			many.stream().filter(String.class::isInstance).map(String.class::cast).forEach(texts::add);
		}
		else if (claim instanceof String one) {
			texts.add(one);
		}
		texts.removeIf(String::isBlank);
		return texts;
	}

}
