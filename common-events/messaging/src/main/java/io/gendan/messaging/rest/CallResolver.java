package io.gendan.messaging.rest;

import java.util.List;

import io.gendan.contract.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers the {@link Call}: the actor comes from the token, never from the
 * body.
 */
final class CallResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Call.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		return new Call(actor(), key(request.getHeader("Idempotency-Key")), version(request.getHeader("If-Match")),
				request.getHeader("traceparent"));
	}

	private static Actor actor() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication instanceof JwtAuthenticationToken token) {
			List<String> roles = token.getToken().getClaimAsStringList("roles");
			String role = (roles == null || roles.isEmpty()) ? "none" : roles.getFirst();
			return new Actor(role, token.getName());
		}
		throw new AuthenticationCredentialsNotFoundException("no token");
	}

	private static @Nullable String key(@Nullable String header) {
		if (header != null && (header.isBlank() || header.length() > Bulk.LONGEST_KEY)) {
			throw EdgeRefusal.header("Idempotency-Key");
		}
		return header;
	}

	private static @Nullable Long version(@Nullable String header) {
		if (header == null || header.equals("*")) {
			return null;
		}
		try {
			return Long.valueOf(header.replace("W/", "").replace("\"", ""));
		}
		catch (NumberFormatException ex) {
			throw EdgeRefusal.header("If-Match");
		}
	}

}
