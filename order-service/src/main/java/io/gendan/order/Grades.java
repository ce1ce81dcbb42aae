package io.gendan.order;

import java.util.List;
import java.util.Map;

import io.gendan.stage.FieldRefusal;
import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** The grades of customers, A key … C (ORD-1). */
public final class Grades {

	/** All there are, the best first. */
	public static final List<String> ALL = List.of("A", "B", "C");

	private static final int LONGEST = 40;

	private Grades() {
	}

	/**
	 * Reads a grade that may be left out.
	 * @param reader gathers faults
	 * @param field path of the field
	 * @param raw what was typed in
	 * @return the grade, null if there is none or after a fault
	 */
	public static @Nullable String grade(FormReader reader, String field, @Nullable String raw) {
		String grade = reader.word(field, raw, LONGEST);
		if (grade != null && !ALL.contains(grade)) {
			reader.fault(field, FieldRefusal.CHOICE_UNKNOWN, Map.of("value", grade, "allowed", String.join(", ", ALL)));
			return null;
		}
		return grade;
	}

}
