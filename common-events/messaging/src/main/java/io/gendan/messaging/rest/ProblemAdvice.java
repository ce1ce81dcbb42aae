package io.gendan.messaging.rest;

import java.util.Locale;
import java.util.Map;

import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error is an answer: what, where, why, what now, in both languages, and never a
 * stack trace.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private final Problems problems;

	private final AccessProblems access;

	private final StreamReadConstraints limits;

	ProblemAdvice(Problems problems, AccessProblems access, JsonMapper json) {
		this.problems = problems;
		this.access = access;
		this.limits = json.tokenStreamFactory().streamReadConstraints();
	}

	@ExceptionHandler
	ResponseEntity<Object> denied(AccessDeniedException denied, HttpServletRequest request) {
		return respond(this.access.denied(request), new HttpHeaders());
	}

	@ExceptionHandler
	ResponseEntity<Object> multipart(MultipartException broken, WebRequest request) {
		return respond(this.problems.of(HttpStatus.BAD_REQUEST, "MULTIPART_INVALID", Map.of(), request.getLocale()),
				new HttpHeaders());
	}

	/**
	 * What has begun to leave cannot be taken back: it is broken off, so that it shows.
	 */
	@ExceptionHandler
	ResponseEntity<Object> failed(Exception failure, ServletWebRequest request) throws Exception {
		HttpServletResponse response = request.getResponse();
		if (response != null && response.isCommitted()) {
			throw failure;
		}
		return failed(failure, (WebRequest) request);
	}

	private ResponseEntity<Object> failed(Exception failure, WebRequest request) {
		HttpStatus limit = BodyLimit.exceededBy(failure);
		if (limit != null) {
			return exceeded(limit, request);
		}
		Problem problem = this.problems.of(failure, request.getDescription(false), request.getLocale());
		HttpHeaders headers = new HttpHeaders();
		if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
			headers.set(HttpHeaders.RETRY_AFTER, "2");
		}
		return respond(problem, headers);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		HttpStatus limit = BodyLimit.exceededBy(ex);
		return (limit != null) ? exceeded(limit, request)
				: respond(UnreadableBody.problem(ex, this.limits, this.problems, request.getLocale()), headers);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
			MissingServletRequestParameterException ex, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		return failed(EdgeRefusal.parameter(new FieldFault(ex.getParameterName(), FieldRefusal.REQUIRED)), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		Class<?> form = ex.getRequiredType();
		return failed(
				EdgeRefusal.parameter(new FieldFault(String.valueOf(ex.getPropertyName()), EdgeRefusal.VALUE_INVALID,
						Map.of("form", (form != null) ? form.getSimpleName().toLowerCase(Locale.ROOT) : ""))),
				request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode statusCode, WebRequest request) {
		HttpStatus status = HttpStatus.valueOf(statusCode.value());
		return respond(this.problems.of(status, "HTTP_" + status.value(), Map.of(), request.getLocale()), headers);
	}

	private ResponseEntity<Object> exceeded(HttpStatus limit, WebRequest request) {
		String code = (limit == HttpStatus.CONTENT_TOO_LARGE) ? "BODY_TOO_LARGE" : "BODY_TOO_SLOW";
		return respond(this.problems.of(limit, code, Map.of(), request.getLocale()), new HttpHeaders());
	}

	private static ResponseEntity<Object> respond(Problem problem, HttpHeaders headers) {
		HttpHeaders sent = new HttpHeaders(headers);
		sent.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return new ResponseEntity<>(problem, sent, HttpStatusCode.valueOf(problem.status()));
	}

}
