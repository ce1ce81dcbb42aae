package io.gendan.messaging;

import java.util.List;
import java.util.function.Function;

import io.gendan.messaging.query.ListFormat;
import io.gendan.messaging.query.ListPosition;
import io.gendan.stage.Column;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a list, to be written as they are read.
 *
 * @param format what it is written as
 * @param name name of the file, without its ending
 * @param label label of the numbers, the first column
 * @param columns the other columns
 * @param pages reads the page that begins after a row
 */
public record ListFile(ListFormat format, String name, String label, List<Column> columns,
		Function<@Nullable ListPosition, Part> pages) implements ListAnswer {

	public ListFile {
		columns = List.copyOf(columns);
	}

	/**
	 * Some of the rows.
	 *
	 * @param page the rows
	 * @param next the row after which the next part begins, null if this is the last
	 */
	public record Part(OrderPage page, @Nullable ListPosition next) {
	}

}
