package io.gendan.stage;

import java.util.Map;

/**
 * A fault of one field.
 *
 * @param field path of the field, such as {@code lines[0].quantity}
 * @param code stable reason
 * @param facts what the message of the reason names, by placeholder
 */
public record FieldFault(String field, RefusalCode code, Map<String, Object> facts) {

	public FieldFault {
		facts = Map.copyOf(facts);
	}

	/**
	 * A fault whose message names nothing else.
	 * @param field path of the field
	 * @param code stable reason
	 */
	public FieldFault(String field, RefusalCode code) {
		this(field, code, Map.of());
	}

}
