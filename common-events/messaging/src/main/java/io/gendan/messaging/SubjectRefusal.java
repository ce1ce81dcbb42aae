package io.gendan.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.gendan.contract.Subject;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;

/**
 * A refusal that every kind of stream has, in the words of one kind: what is
 * {@code ORDER_UNKNOWN} for orders is {@code PRODUCT_UNKNOWN} for products.
 *
 * @param reason the same for orders
 * @param label label of the kind
 */
public record SubjectRefusal(RefusalCode reason, String label) implements RefusalCode {

	private static final String ORDER = "ORDER";

	/**
	 * The refusal of something that concerns one subject.
	 * @param reason why, as it is told of orders
	 * @param subject what it concerns
	 * @return with the number under the label of its kind
	 */
	public static Refusal of(RefusalCode reason, Subject subject) {
		return of(reason, subject, Map.of());
	}

	/**
	 * The refusal of something that concerns one subject.
	 * @param reason why, as it is told of orders
	 * @param subject what it concerns
	 * @param more what the message names beside the number
	 * @return with the number under the label of its kind
	 */
	public static Refusal of(RefusalCode reason, Subject subject, Map<String, Object> more) {
		Map<String, Object> facts = new LinkedHashMap<>(more);
		facts.put(subject.kind(), subject.number());
		RefusalCode code = subject.kind().equals(Subject.ORDER) ? reason : new SubjectRefusal(reason, subject.kind());
		return new Refusal(code, facts, List.of());
	}

	/**
	 * Whether a subject has changed since the caller saw it, of whatever kind it is.
	 * @param code a code
	 * @return true if it says so
	 */
	public static boolean isChanged(RefusalCode code) {
		return code == GatewayRefusal.ORDER_CHANGED
				|| (code instanceof SubjectRefusal refusal && refusal.reason() == GatewayRefusal.ORDER_CHANGED);
	}

	@Override
	public String name() {
		String kind = this.label.toUpperCase(Locale.ROOT).replace('-', '_');
		return this.reason.name().startsWith(ORDER) ? kind + this.reason.name().substring(ORDER.length())
				: this.reason.name();
	}

	@Override
	public Kind kind() {
		return this.reason.kind();
	}

	@Override
	public boolean attempt() {
		return this.reason.attempt();
	}

}
