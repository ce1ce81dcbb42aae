package io.gendan.messaging.query;

import org.jspecify.annotations.Nullable;

/**
 * In which order a list comes; rows that are equal by it come by their numbers, and rows
 * without a value at its end.
 *
 * @param column the column, null for the number
 * @param descending whether the largest come first
 */
public record ListSort(@Nullable String column, boolean descending) {

	/** The smallest number first. */
	public static final ListSort BY_NUMBER = new ListSort(null, false);

}
