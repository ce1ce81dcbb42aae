package io.gendan.messaging.rest;

import java.io.IOException;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.context.request.WebRequest;

/** Who may not enter is told so, and the attempt is recorded. */
final class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final Logger log = LoggerFactory.getLogger("gendan.access");

	private final Problems problems;

	private final MeterRegistry registry;

	private final JsonMapper json;

	AccessProblems(Problems problems, MeterRegistry registry, JsonMapper json) {
		this.problems = problems;
		this.registry = registry;
		this.json = json;
	}

	static Problem denied(Problems problems, MeterRegistry registry, WebRequest request) {
		registry.counter("gendan.access.refused", "reason", "role").increment();
		log.warn("Refused: {} for {}", request.getDescription(false), request.getRemoteUser());
		return problems.of(HttpStatus.FORBIDDEN, "ROLE_NOT_ALLOWED", Map.of(), request.getLocale());
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		this.registry.counter("gendan.access.refused", "reason", "token").increment();
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		write(this.problems.of(HttpStatus.UNAUTHORIZED, "TOKEN_MISSING_OR_INVALID", Map.of(), request.getLocale()),
				response);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		this.registry.counter("gendan.access.refused", "reason", "role").increment();
		log.warn("Refused: {} {} for {}", request.getMethod(), request.getRequestURI(), request.getRemoteUser());
		write(this.problems.of(HttpStatus.FORBIDDEN, "ROLE_NOT_ALLOWED", Map.of(), request.getLocale()), response);
	}

	private void write(Problem problem, HttpServletResponse response) throws IOException {
		response.setStatus(problem.status());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

}
