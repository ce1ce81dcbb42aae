package io.gendan.messaging.rest;

import java.lang.reflect.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

import io.gendan.contract.Actor;
import io.gendan.stage.Visibility;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers the {@link Call}: the actor comes from the token, never from the
 * body.
 */
final class CallResolver implements HandlerMethodArgumentResolver {

	static final String KEY = "Idempotency-Key";

	private final TokenClaims claims;

	CallResolver(TokenClaims claims) {
		this.claims = claims;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Call.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		mustFollowTheBody(parameter);
		Jwt token = token();
		Set<String> roles = Admission.roles(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
		Actor actor = new Actor(RoleRank.highest(roles), Objects.requireNonNull(token.getSubject()));
		return new Call(actor, Visibility.of(roles, this.claims.customers(token), actor.id()),
				key(request.getHeader(KEY)), Fingerprints.read(request), version(request.getHeader("If-Match")),
				request.getHeader("traceparent"));
	}

	/** The fingerprint of the body is there only once it has been read. */
	private static void mustFollowTheBody(MethodParameter call) {
		Parameter[] parameters = call.getExecutable().getParameters();
		for (int i = call.getParameterIndex() + 1; i < parameters.length; i++) {
			if (parameters[i].isAnnotationPresent(RequestBody.class)) {
				throw new IllegalStateException("The call must follow the body: " + call.getExecutable());
			}
		}
	}

	private static Jwt token() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication instanceof JwtAuthenticationToken token) {
			return token.getToken();
		}
		throw new AuthenticationCredentialsNotFoundException("no token");
	}

	private static @Nullable String key(@Nullable String header) {
		return (header != null) ? EdgeRefusal.identifier(KEY, text(header), Bulk.LONGEST_KEY) : null;
	}

	/** A header comes with a character for every byte; its text is UTF-8. */
	private static String text(String header) {
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
				.toString();
		}
		catch (CharacterCodingException ex) {
			throw EdgeRefusal.header(KEY);
		}
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
