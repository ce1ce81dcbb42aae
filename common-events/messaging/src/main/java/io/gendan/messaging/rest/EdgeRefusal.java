package io.gendan.messaging.rest;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;

/** Refusals that the edge of every service can give. */
public enum EdgeRefusal implements RefusalCode {

	/** This stage has not heard of the order. */
	ORDER_UNKNOWN(Kind.NOT_FOUND),

	/** A query parameter does not have its form. */
	PARAMETER_INVALID(Kind.INVALID),

	/** Not one of the allowed values. */
	VALUE_UNKNOWN(Kind.INVALID),

	/** Not the cursor of a page. */
	CURSOR_UNKNOWN(Kind.INVALID),

	/** Not the name of a field. */
	FIELD_NAME_INVALID(Kind.INVALID),

	/** A header does not have its form. */
	HEADER_INVALID(Kind.INVALID),

	/** A field that is needed is not there. */
	FIELD_MISSING(Kind.INVALID),

	/** Too few or too many entries or characters. */
	SIZE_OUT_OF_RANGE(Kind.INVALID),

	/** Not a number in the allowed range. */
	NUMBER_OUT_OF_RANGE(Kind.INVALID);

	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

	private final Kind kind;

	EdgeRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

	static Refusal unknownOrder(String order) {
		return new Refusal(ORDER_UNKNOWN, Map.of("order", order), List.of());
	}

	static RefusedException header(String name) {
		return parameter(new FieldFault(name, HEADER_INVALID));
	}

	static RefusedException parameter(FieldFault fault) {
		return new RefusedException(new Refusal(PARAMETER_INVALID, Map.of("count", 1), List.of(fault)));
	}

	static void checkName(String field) {
		if (!NAME.matcher(field).matches()) {
			throw parameter(new FieldFault(field, FIELD_NAME_INVALID));
		}
	}

	static int limit(String text) {
		try {
			int limit = Integer.parseInt(text);
			if (limit >= 1 && limit <= 500) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// told below, with the allowed range
		}
		throw parameter(new FieldFault("limit", NUMBER_OUT_OF_RANGE, Map.of("min", 1, "max", 500)));
	}

}
