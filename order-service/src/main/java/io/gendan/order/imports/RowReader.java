package io.gendan.order.imports;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/** Reads the fields of a row as the mapping says. */
final class RowReader {

	/** Longer than any number of an order, customer or product. */
	static final int LONGEST_NUMBER = 100;

	/** Longer than any text of a form. */
	private static final int LONGEST_TEXT = 5000;

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w{1,40})}");

	private final ColumnMapping mapping;

	private final Map<ImportField, Integer> positions = new HashMap<>();

	RowReader(ColumnMapping mapping, List<String> header) {
		this.mapping = mapping;
		mapping.columns().forEach((field, column) -> this.positions.put(field, header.indexOf(column)));
	}

	/**
	 * The number that says which rows belong together; empty if it has none, or none that
	 * can be relied on: in a row whose cells are out of their columns only the first cell
	 * is sure, and that only if it is whole.
	 */
	String number(Row row) {
		boolean sure = !row.shifted()
				|| (this.positions.getOrDefault(this.mapping.kind().number(), -1) == 0 && row.cells().size() > 1);
		String number = sure ? CellText.visible(cell(row, this.mapping.kind().number())) : "";
		return (number.length() <= LONGEST_NUMBER) ? number : "";
	}

	/**
	 * What stands in the column of a field; empty if nothing does. A name or code that
	 * was broken over two lines of its cell is put together again.
	 */
	String cell(Row row, ImportField field) {
		Integer position = this.positions.get(field);
		if (position == null) {
			return "";
		}
		String cell = CellText.of(row.cell(position));
		String text = field.prose() ? cell : oneLine(cell);
		CellPattern extract = this.mapping.extract().get(field);
		return (extract != null && !text.isEmpty()) ? extract.extract(text) : text;
	}

	/**
	 * What the mapping says of a field without a cell: constant or cycle; null if neither
	 * does.
	 * @param row the row
	 * @param field the field
	 * @param cells gives what stands in the place of a placeholder
	 */
	@Nullable String otherwise(Row row, ImportField field, Function<ImportField, String> cells) {
		String constant = this.mapping.constants().get(field);
		if (constant != null) {
			return filled(constant, cells);
		}
		List<String> cycle = this.mapping.cycle().get(field);
		return (cycle != null) ? cycle.get(Math.floorMod(checksum(number(row)), cycle.size())) : null;
	}

	/**
	 * Looks at every run of spaces once: a search for spaces with a line break among them
	 * would begin anew at each space.
	 */
	private static String oneLine(String cell) {
		return broken(cell) ? SPACES.matcher(cell).replaceAll((spaces) -> broken(spaces.group()) ? " " : spaces.group())
				: cell;
	}

	private static boolean broken(String text) {
		return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
	}

	private String filled(String constant, Function<ImportField, String> cells) {
		Matcher placeholder = PLACEHOLDER.matcher(constant);
		StringBuilder filled = new StringBuilder();
		int from = 0;
		while (placeholder.find() && filled.length() <= LONGEST_TEXT) {
			ImportField field = this.mapping.kind().ofKey(placeholder.group(1));
			filled.append(constant, from, placeholder.start())
				.append((field != null) ? cells.apply(field) : placeholder.group());
			from = placeholder.end();
		}
		return (from == 0) ? constant : filled.append(constant, from, constant.length()).toString();
	}

	/** The same for the same number, whatever else is in the file. */
	private static int checksum(String number) {
		CRC32 checksum = new CRC32();
		checksum.update(number.getBytes(StandardCharsets.UTF_8));
		return (int) checksum.getValue();
	}

}
