package io.gendan.messaging.rest;

import java.util.List;
import java.util.Map;

import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldReader;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;

/** Refusals that the edge of every service can give. */
public enum EdgeRefusal implements RefusalCode {

	/** This stage has not heard of the order. */
	ORDER_UNKNOWN(Kind.NOT_FOUND),

	/** A query parameter or header does not have its form. */
	PARAMETER_INVALID(Kind.INVALID),

	/** Query parameters that the address does not take. */
	PARAMETER_UNKNOWN(Kind.INVALID),

	/** Query parameters where none are taken. */
	PARAMETER_NOT_TAKEN(Kind.INVALID),

	/** A query parameter that stands more than once. */
	PARAMETER_TWICE(Kind.INVALID),

	/** A body does not have its form. */
	BODY_INVALID(Kind.INVALID),

	/** A value that cannot be read as what it should be. */
	VALUE_INVALID(Kind.INVALID),

	/** Not one of the allowed values. */
	VALUE_UNKNOWN(Kind.INVALID),

	/** Not the cursor of a page. */
	CURSOR_UNKNOWN(Kind.INVALID),

	/** A header does not have its form. */
	HEADER_INVALID(Kind.INVALID),

	/** Too few or too many entries or characters. */
	SIZE_OUT_OF_RANGE(Kind.INVALID),

	/** Not a number in the allowed range. */
	NUMBER_OUT_OF_RANGE(Kind.INVALID);

	private static final int LARGEST_PAGE = 500;

	private final Kind kind;

	EdgeRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

	static RefusedException header(String name) {
		return parameter(new FieldFault(name, HEADER_INVALID));
	}

	/**
	 * A refusal of one query parameter.
	 * @param fault what is wrong with it
	 * @return status 400
	 */
	public static RefusedException parameter(FieldFault fault) {
		return parameters(List.of(fault));
	}

	static RefusedException parameters(List<FieldFault> faults) {
		return new RefusedException(new Refusal(PARAMETER_INVALID, Map.of("count", faults.size()), faults));
	}

	static RefusedException body(List<FieldFault> faults) {
		return new RefusedException(new Refusal(BODY_INVALID, Map.of("count", faults.size()), faults));
	}

	/**
	 * How many rows a page shall have.
	 * @param text the query parameter {@code limit}
	 * @return 1 to {@value #LARGEST_PAGE}
	 * @throws RefusedException if it is anything else
	 */
	public static int limit(String text) {
		return number("limit", text, 1, LARGEST_PAGE);
	}

	/**
	 * A query parameter that is a number.
	 * @param name its name
	 * @param text its value
	 * @param min the least it may be
	 * @param max the most it may be
	 * @return the number
	 * @throws RefusedException if it is anything else
	 */
	public static int number(String name, String text, int min, int max) {
		try {
			int number = Integer.parseInt(text);
			if (number >= min && number <= max) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// told below, with the allowed range
		}
		throw parameter(outOfRange(name, min, max));
	}

	/**
	 * A query parameter or header that is an identifier.
	 * @param name its name
	 * @param text its value
	 * @param max characters at the most
	 * @return the identifier in its one spelling
	 * @throws RefusedException if there is nothing to be seen, or too much
	 */
	static String identifier(String name, String text, int max) {
		FieldReader reader = new FieldReader();
		String identifier = reader.need(name, reader.code(name, text, max));
		if (!reader.clean()) {
			throw parameters(reader.faults());
		}
		return identifier;
	}

	static FieldFault outOfRange(String name, int min, int max) {
		return new FieldFault(name, NUMBER_OUT_OF_RANGE, Map.of("min", min, "max", max));
	}

	/**
	 * Whether the request itself is malformed, and not what is asked for by it.
	 * @return true for what status 400 is for
	 */
	boolean malformed() {
		return switch (this) {
			case PARAMETER_INVALID, PARAMETER_UNKNOWN, PARAMETER_NOT_TAKEN -> true;
			default -> false;
		};
	}

}
