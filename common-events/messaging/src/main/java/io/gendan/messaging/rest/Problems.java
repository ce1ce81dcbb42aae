package io.gendan.messaging.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.gendan.messaging.GatewayRefusal;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;

import org.springframework.http.HttpStatus;

/** Makes problems out of refusals and failures. */
public final class Problems {

	private final ProblemTexts texts;

	public Problems(ProblemTexts texts) {
		this.texts = texts;
	}

	/**
	 * The problem a refusal is.
	 * @param refusal why a command was refused
	 * @param locale locale of the request
	 * @return the problem
	 */
	public Problem of(Refusal refusal, Locale locale) {
		List<Problem.Fault> faults = refusal.fields()
			.stream()
			.map((fault) -> new Problem.Fault(fault.field(), fault.code().name(),
					this.texts.of(fault.code().name(), fault.facts()), fault.facts()))
			.toList();
		return of(status(refusal.code()), refusal.code().name(), refusal.facts(), faults, locale);
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

	private static HttpStatus status(RefusalCode code) {
		if (code == GatewayRefusal.ORDER_CHANGED) {
			return HttpStatus.PRECONDITION_FAILED;
		}
		return switch (code.kind()) {
			case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
			case CONFLICT -> HttpStatus.CONFLICT;
			case FORBIDDEN -> HttpStatus.FORBIDDEN;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
		};
	}

}
