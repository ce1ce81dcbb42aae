package io.gendan.messaging.rest;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.mongodb.MongoException;
import io.gendan.messaging.deadletter.DeadLetterException;
import io.gendan.messaging.engine.StoreBusyException;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error is an answer: what, where, why, what now, in both languages, and never a
 * stack trace.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private final Problems problems;

	private final MeterRegistry registry;

	ProblemAdvice(Problems problems, MeterRegistry registry) {
		this.problems = problems;
		this.registry = registry;
	}

	@ExceptionHandler
	ResponseEntity<Object> refused(RefusedException refused, WebRequest request) {
		this.registry.counter("gendan.refusals", "code", refused.refusal().code().name()).increment();
		return respond(this.problems.of(refused.refusal(), request.getLocale()), new HttpHeaders());
	}

	@ExceptionHandler
	ResponseEntity<Object> denied(AccessDeniedException denied, WebRequest request) {
		return respond(AccessProblems.denied(this.problems, this.registry, request), new HttpHeaders());
	}

	@ExceptionHandler({ MongoException.class, DataAccessException.class, StoreBusyException.class })
	ResponseEntity<Object> storeAway(RuntimeException failure, WebRequest request) {
		log.error("The store did not answer {}", request.getDescription(false), failure);
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, "2");
		return respond(
				this.problems.of(HttpStatus.SERVICE_UNAVAILABLE, "STORE_UNAVAILABLE", Map.of(), request.getLocale()),
				headers);
	}

	@ExceptionHandler
	ResponseEntity<Object> brokerAway(DeadLetterException failure, WebRequest request) {
		log.error("The broker did not answer {}", request.getDescription(false), failure);
		return respond(
				this.problems.of(HttpStatus.SERVICE_UNAVAILABLE, "BROKER_UNAVAILABLE", Map.of(), request.getLocale()),
				new HttpHeaders());
	}

	@ExceptionHandler
	ResponseEntity<Object> multipart(MultipartException broken, WebRequest request) {
		return respond(this.problems.of(HttpStatus.BAD_REQUEST, "MULTIPART_INVALID", Map.of(), request.getLocale()),
				new HttpHeaders());
	}

	@ExceptionHandler
	ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
		if (BodyLimit.exceededBy(failure)) {
			return tooLarge(request);
		}
		String reference = UUID.randomUUID().toString();
		log.error("Unexpected failure {} at {}", reference, request.getDescription(false), failure);
		return respond(this.problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", Map.of("reference", reference),
				request.getLocale()), new HttpHeaders());
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return BodyLimit.exceededBy(ex) ? tooLarge(request)
				: respond(UnreadableBody.problem(ex, this.problems, request.getLocale()), headers);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode statusCode, WebRequest request) {
		HttpStatus status = HttpStatus.valueOf(statusCode.value());
		Map<String, Object> facts = Map.of("request", request.getDescription(false));
		return respond(this.problems.of(status, "HTTP_" + status.value(), facts, request.getLocale()), headers);
	}

	private ResponseEntity<Object> tooLarge(WebRequest request) {
		Locale locale = request.getLocale();
		return respond(this.problems.of(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", Map.of(), locale),
				new HttpHeaders());
	}

	private static ResponseEntity<Object> respond(Problem problem, HttpHeaders headers) {
		HttpHeaders sent = new HttpHeaders(headers);
		sent.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return new ResponseEntity<>(problem, sent, HttpStatusCode.valueOf(problem.status()));
	}

}
