package io.gendan.messaging.rest;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.gendan.messaging.ForeignOrder;
import io.gendan.messaging.access.RefusedAttempt;
import io.gendan.messaging.access.RefusedAttempts;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who may not enter is told so, and the attempt is recorded. */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final Problems problems;

	private final RefusedAttempts attempts;

	private final TokenClaims claims;

	private final MeterRegistry registry;

	private final JsonMapper json;

	AccessProblems(Problems problems, RefusedAttempts attempts, TokenClaims claims, MeterRegistry registry,
			JsonMapper json) {
		this.problems = problems;
		this.attempts = attempts;
		this.claims = claims;
		this.registry = registry;
		this.json = json;
	}

	/**
	 * What somebody is told whose roles do not suffice.
	 * @param request what was tried
	 * @return the problem
	 */
	Problem denied(HttpServletRequest request) {
		record(request, null, RefusedAttempt.Reason.ROLE);
		return this.problems.of(HttpStatus.FORBIDDEN, "ROLE_NOT_ALLOWED", Map.of(), request.getLocale());
	}

	/**
	 * Records what was tried by the present request on an order that is another's.
	 * @param why why it was refused
	 * @param order number of the order
	 */
	void refused(ForeignOrder why, String order) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present) {
			record(present.getRequest(), order, (why == ForeignOrder.CUSTOMER_NOT_YOURS)
					? RefusedAttempt.Reason.CUSTOMER : RefusedAttempt.Reason.ORDER);
		}
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		record(request, null, RefusedAttempt.Reason.TOKEN);
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		write(this.problems.of(HttpStatus.UNAUTHORIZED, "TOKEN_MISSING_OR_INVALID", Map.of(), request.getLocale()),
				response);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		write(denied(request), response);
	}

	private void record(HttpServletRequest request, @Nullable String order, RefusedAttempt.Reason reason) {
		this.registry.counter("gendan.access.refused", "reason", reason.name().toLowerCase(Locale.ROOT)).increment();
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		Jwt token = (caller instanceof JwtAuthenticationToken known) ? known.getToken() : null;
		String user = (token != null) ? token.getSubject() : null;
		this.attempts.add(new RefusedAttempt((user != null) ? user : RefusedAttempt.NOBODY,
				(token != null) ? token.getClaimAsString("name") : null,
				(token != null) ? List.copyOf(this.claims.roles(token)) : List.of(), request.getMethod(),
				request.getRequestURI(), order, reason));
	}

	private void write(Problem problem, HttpServletResponse response) throws IOException {
		response.setStatus(problem.status());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

}
