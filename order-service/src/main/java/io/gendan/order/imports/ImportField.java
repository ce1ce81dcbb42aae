package io.gendan.order.imports;

import org.jspecify.annotations.Nullable;

/** Something a mapping can fill in of what a file holds. */
interface ImportField {

	/**
	 * The name in a mapping.
	 * @return such as {@code customerId}
	 */
	String key();

	/**
	 * Where the form has it.
	 * @return such as {@code lines[].unitPrice} or {@code customer.id}
	 */
	String path();

	/** Its place among the fields of its kind. */
	int ordinal();

	/** Whether no file can do without it, so that it must be mapped. */
	boolean required();

	/** Whether its text may have line breaks; names and codes have none. */
	default boolean prose() {
		return false;
	}

	/** Whether it is a date, written in a form of the mapping. */
	default boolean date() {
		return false;
	}

	/** Whether it is a number, written in the form of the mapping. */
	default boolean number() {
		return false;
	}

	/** Whether it is a country, for which the mapping may have names. */
	default boolean country() {
		return false;
	}

	/**
	 * The list it is in, such as {@code lines}: each row has its own. Null for what is
	 * said once, so that all rows of a number must agree.
	 */
	default @Nullable String list() {
		int end = path().indexOf("[]");
		return (end >= 0) ? path().substring(0, end) : null;
	}

	/**
	 * Where the form has it.
	 * @param item place in its list, 0 for the first
	 * @return such as {@code lines[3].unitPrice} or {@code customer.id}
	 */
	default String path(int item) {
		return path().replace("[]", "[" + item + "]");
	}

}
