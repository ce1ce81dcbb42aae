package io.gendan.messaging.rest;

import java.util.List;
import java.util.Map;

/**
 * A problem detail (RFC 9457) in both languages.
 *
 * @param type URN of the code
 * @param title short text in the caller's language
 * @param status HTTP status
 * @param detail the whole text in the caller's language
 * @param code stable reason
 * @param messages the whole text by language, {@code en} and {@code zh}
 * @param facts what the text names
 * @param errors faults per field, empty when no field is at fault
 */
public record Problem(String type, String title, int status, String detail, String code, Map<String, String> messages,
		Map<String, Object> facts, List<Fault> errors) {

	/**
	 * A fault of one field.
	 *
	 * @param field path of the field
	 * @param code stable reason
	 * @param messages text by language
	 * @param facts what the text names
	 */
	public record Fault(String field, String code, Map<String, String> messages, Map<String, Object> facts) {
	}

}
