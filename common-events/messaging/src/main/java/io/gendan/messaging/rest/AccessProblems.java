package io.gendan.messaging.rest;

import java.io.IOException;
import java.util.Map;

import io.gendan.messaging.access.RefusedAttempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Who may not enter is told so, and the attempt is recorded. */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final Problems problems;

	private final Attempts attempts;

	private final JsonMapper json;

	AccessProblems(Problems problems, Attempts attempts, JsonMapper json) {
		this.problems = problems;
		this.attempts = attempts;
		this.json = json;
	}

	/**
	 * What somebody is told whose roles do not suffice.
	 * @param request what was tried
	 * @return the problem
	 */
	Problem denied(HttpServletRequest request) {
		this.attempts.refused(request, RefusedAttempt.Reason.ROLE);
		return this.problems.of(HttpStatus.FORBIDDEN, "ROLE_NOT_ALLOWED", Map.of(), request.getLocale());
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		this.attempts.refused(request, RefusedAttempt.Reason.TOKEN);
		if (failure instanceof KeysUnavailableException) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "2");
			write(this.problems.of(HttpStatus.SERVICE_UNAVAILABLE, "IDENTITY_UNAVAILABLE", Map.of(),
					request.getLocale()), response);
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		write(this.problems.of(HttpStatus.UNAUTHORIZED, "TOKEN_MISSING_OR_INVALID", Map.of(), request.getLocale()),
				response);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		write(denied(request), response);
	}

	private void write(Problem problem, HttpServletResponse response) throws IOException {
		response.setStatus(problem.status());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

}
