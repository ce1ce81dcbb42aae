package io.gendan.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.stage.TypedText.Form;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed in field by field and remembers every fault, so that all are
 * told at once. Texts come out in their one spelling ({@link TypedText}); a text at fault
 * reads as none.
 */
public class FieldReader {

	/** Longer than any text of a field, with whatever spaces around it. */
	private static final int LONGEST = 100_000;

	private final List<FieldFault> faults = new ArrayList<>();

	/**
	 * The faults noted so far.
	 * @return none if all is sound
	 */
	public final List<FieldFault> faults() {
		return List.copyOf(this.faults);
	}

	/**
	 * Whether nothing has been found wrong.
	 * @return true if there is no fault
	 */
	public final boolean clean() {
		return this.faults.isEmpty();
	}

	/**
	 * Whether nothing has been found wrong with a field.
	 * @param field path of the field
	 * @return true if it has no fault
	 */
	public final boolean sound(String field) {
		return this.faults.stream().noneMatch((fault) -> fault.field().equals(field));
	}

	/**
	 * Notes a fault whose message names nothing else.
	 * @param field path of the field
	 * @param code stable reason
	 */
	public final void fault(String field, RefusalCode code) {
		fault(field, code, Map.of());
	}

	/**
	 * Notes a fault.
	 * @param field path of the field
	 * @param code stable reason
	 * @param facts what the message of the reason names, by placeholder
	 */
	public final void fault(String field, RefusalCode code, Map<String, Object> facts) {
		fault(new FieldFault(field, code, facts));
	}

	/**
	 * Notes a fault that somebody else has found.
	 * @param fault the fault
	 */
	public final void fault(FieldFault fault) {
		this.faults.add(fault);
	}

	/**
	 * Reads a text on one line, such as a name.
	 * @param field path of the field
	 * @param typed what was typed in
	 * @param max characters at the most
	 * @return the text, null if there is none or after a fault
	 */
	public final @Nullable String word(String field, @Nullable String typed, int max) {
		return text(field, typed, max, Form.WORD);
	}

	/**
	 * Reads a text that may have line breaks.
	 * @param field path of the field
	 * @param typed what was typed in
	 * @param max characters at the most
	 * @return the text, null if there is none or after a fault
	 */
	public final @Nullable String prose(String field, @Nullable String typed, int max) {
		return text(field, typed, max, Form.PROSE);
	}

	/**
	 * Reads a code or number by which something is known.
	 * @param field path of the field
	 * @param typed what was typed in
	 * @param max characters at the most
	 * @return the code, null if there is none or after a fault
	 */
	public @Nullable String code(String field, @Nullable String typed, int max) {
		return text(field, typed, max, Form.CODE);
	}

	/**
	 * Asks for a text to be there.
	 * @param field path of the field
	 * @param text what was read
	 * @return the text; empty after a fault
	 */
	public final String need(String field, @Nullable String text) {
		return need(field, text, "");
	}

	/**
	 * Asks for a value to be there.
	 * @param field path of the field
	 * @param value what was read
	 * @param missing what stands in for it after a fault
	 * @param <T> any type
	 * @return the value
	 */
	public final <T> T need(String field, @Nullable T value, T missing) {
		if (value == null && sound(field)) {
			fault(field, FieldRefusal.REQUIRED);
		}
		return (value != null) ? value : missing;
	}

	private @Nullable String text(String field, @Nullable String typed, int max, Form form) {
		if (typed == null) {
			return null;
		}
		if (typed.length() > LONGEST || TypedText.exceeds(typed, max)) {
			fault(field, FieldRefusal.TOO_LONG, Map.of("max", max));
			return null;
		}
		String text = TypedText.normal(typed);
		if (text.isEmpty()) {
			return null;
		}
		boolean fits = text.codePointCount(0, text.length()) <= max;
		boolean printable = TypedText.printable(text, form);
		if (!fits) {
			fault(field, FieldRefusal.TOO_LONG, Map.of("max", max));
		}
		if (!printable) {
			fault(field, FieldRefusal.UNPRINTABLE);
		}
		return (fits && printable) ? text : null;
	}

}
