package io.gendan.order.imports;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/** Reads the fields of a row as the mapping says. */
final class RowReader {

	private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n]\\s*");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

	private final ColumnMapping mapping;

	private final Map<ImportField, Integer> positions = new EnumMap<>(ImportField.class);

	RowReader(ColumnMapping mapping, List<String> header) {
		this.mapping = mapping;
		mapping.columns().forEach((field, column) -> this.positions.put(field, header.indexOf(column)));
	}

	/** The number the row has in the file; empty if it has none. */
	String number(Row row) {
		return cell(row, ImportField.NUMBER);
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
		String cell = field.prose() ? row.cell(position) : LINE_BREAK.matcher(row.cell(position)).replaceAll(" ");
		Pattern extract = this.mapping.extract().get(field);
		if (extract != null) {
			Matcher matcher = extract.matcher(cell);
			if (matcher.matches() && matcher.groupCount() > 0 && matcher.group(1) != null) {
				return matcher.group(1);
			}
		}
		return cell;
	}

	/** The value of a field: cell, constant or cycle; null if none of them has one. */
	@Nullable String value(Row row, ImportField field) {
		String cell = cell(row, field);
		if (!cell.isEmpty()) {
			return (field == ImportField.SHIP_TO_COUNTRY) ? this.mapping.countryNames().getOrDefault(cell, cell) : cell;
		}
		String constant = this.mapping.constants().get(field);
		if (constant != null) {
			return PLACEHOLDER.matcher(constant)
				.replaceAll((match) -> Matcher.quoteReplacement(placeholder(row, match.group(1))));
		}
		List<String> cycle = this.mapping.cycle().get(field);
		return (cycle != null) ? cycle.get(Math.floorMod(checksum(number(row)), cycle.size())) : null;
	}

	private String placeholder(Row row, String key) {
		ImportField field = ImportField.ofKey(key);
		return (field != null) ? cell(row, field) : "{" + key + "}";
	}

	/** The same for the same number, whatever else is in the file. */
	private static int checksum(String number) {
		CRC32 checksum = new CRC32();
		checksum.update(number.getBytes(StandardCharsets.UTF_8));
		return (int) checksum.getValue();
	}

}
