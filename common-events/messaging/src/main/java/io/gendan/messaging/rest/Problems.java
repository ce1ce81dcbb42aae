package io.gendan.messaging.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import com.mongodb.MongoException;
import io.gendan.messaging.SubjectRefusal;
import io.gendan.messaging.budget.GateClosedException;
import io.gendan.messaging.deadletter.DeadLetterException;
import io.gendan.messaging.engine.ClockWrongException;
import io.gendan.messaging.engine.GatewayBusyException;
import io.gendan.messaging.engine.OrderHeldBackException;
import io.gendan.messaging.engine.StoreBusyException;
import io.gendan.messaging.privacy.HouseKeyMissingException;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;

/** Makes problems out of refusals and failures. */
public final class Problems {

	private static final Logger log = LoggerFactory.getLogger(Problems.class);

	private final ProblemTexts texts;

	private final MeterRegistry registry;

	private final Consumer<Refusal> attempts;

	/**
	 * Problems for one service.
	 * @param texts their texts
	 * @param registry counts refusals
	 * @param attempts records those that are kept
	 */
	public Problems(ProblemTexts texts, MeterRegistry registry, Consumer<Refusal> attempts) {
		this.texts = texts;
		this.registry = registry;
		this.attempts = attempts;
	}

	/**
	 * The problem a refusal is; the refusal is counted, and recorded if it is an attempt
	 * at what is not the caller's.
	 * @param refusal why a command was refused
	 * @param locale locale of the request
	 * @return the problem
	 */
	public Problem of(Refusal refusal, Locale locale) {
		this.registry.counter("gendan.refusals", "code", refusal.code().name()).increment();
		this.attempts.accept(refusal);
		List<Problem.Fault> faults = refusal.fields()
			.stream()
			.map((fault) -> new Problem.Fault(fault.field(), fault.code().name(),
					this.texts.of(fault.code().name(), fault.facts()), fault.facts()))
			.toList();
		return of(status(refusal.code()), refusal.code().name(), refusal.facts(), faults, locale);
	}

	/**
	 * The problem a failure is; what is nobody's refusal is written to the log.
	 * @param failure what was thrown
	 * @param where what it was thrown at, for the log
	 * @param locale locale of the request
	 * @return the problem
	 */
	public Problem of(Exception failure, String where, Locale locale) {
		return switch (failure) {
			case RefusedException refused -> of(refused.refusal(), locale);
			case GatewayBusyException busy -> of(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_BUSY", Map.of(), locale);
			case GateClosedException busy -> of(HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_BUSY", Map.of(), locale);
			case RequestRejectedException _, InvalidParameterException _ ->
				of(HttpStatus.BAD_REQUEST, "HTTP_" + HttpStatus.BAD_REQUEST.value(), Map.of(), locale);
			case OrderHeldBackException held -> of(held.refusal(), locale);
			case MongoException away -> away("STORE_UNAVAILABLE", away, where, locale);
			case DataAccessException away -> away("STORE_UNAVAILABLE", away, where, locale);
			case StoreBusyException busy -> away("STORE_UNAVAILABLE", busy, where, locale);
			case HouseKeyMissingException away -> away("KEYS_UNAVAILABLE", away, where, locale);
			case DeadLetterException away -> away("BROKER_UNAVAILABLE", away, where, locale);
			case ClockWrongException wrong -> away("CLOCK_WRONG", Map.of("clock", wrong.shown()), wrong, where, locale);
			default -> {
				String reference = UUID.randomUUID().toString();
				log.error("Unexpected failure {} at {}", reference, where, failure);
				yield of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", Map.of("reference", reference), locale);
			}
		};
	}

	private Problem away(String code, Exception failure, String where, Locale locale) {
		return away(code, Map.of(), failure, where, locale);
	}

	private Problem away(String code, Map<String, Object> facts, Exception failure, String where, Locale locale) {
		log.error("{} at {}", code, where, failure);
		return of(HttpStatus.SERVICE_UNAVAILABLE, code, facts, locale);
	}

	/**
	 * A problem without faults of fields.
	 * @param status HTTP status
	 * @param code stable reason
	 * @param facts what the text names
	 * @param locale locale of the request
	 * @return the problem
	 */
	public Problem of(HttpStatus status, String code, Map<String, Object> facts, Locale locale) {
		return of(status, code, facts, List.of(), locale);
	}

	private Problem of(HttpStatus status, String code, Map<String, Object> facts, List<Problem.Fault> faults,
			Locale locale) {
		Map<String, String> messages = this.texts.of(code, facts);
		String detail = messages.getOrDefault(ProblemTexts.language(locale), code);
		return new Problem("urn:gendan:problem:" + code, status.getReasonPhrase(), status.value(), detail, code,
				messages, facts, faults);
	}

	static HttpStatus status(RefusalCode code) {
		if (SubjectRefusal.isChanged(code)) {
			return HttpStatus.PRECONDITION_FAILED;
		}
		if (code instanceof EdgeRefusal edge && edge.malformed()) {
			return HttpStatus.BAD_REQUEST;
		}
		return switch (code.kind()) {
			case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
			case CONFLICT -> HttpStatus.CONFLICT;
			case FORBIDDEN -> HttpStatus.FORBIDDEN;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
		};
	}

}
