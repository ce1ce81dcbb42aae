package io.gendan.order.imports;

import java.util.Map;

/**
 * A fault of a file, with its place.
 *
 * @param row line of the file on which the row begins
 * @param order number in the file
 * @param field column, or name of the field if no column has it; empty for the whole row
 * @param code stable reason
 * @param facts what the text of the reason names
 */
record RowFault(long row, String order, String field, String code, Map<String, Object> facts) {

	/** What the rest of a document takes. */
	private static final long FRAME = 200;

	/**
	 * How large it is at the most, as it is kept.
	 * @return bytes
	 */
	long bytes() {
		long characters = this.order.length() + this.field.length() + this.facts.toString().length();
		return FRAME + 3 * characters;
	}

}
