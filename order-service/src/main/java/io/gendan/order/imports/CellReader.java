package io.gendan.order.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

import io.gendan.stage.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one entry into what a form says: numbers with a point, dates as
 * year, month and day. What cannot be read is told at its row and column.
 */
final class CellReader {

	private final ColumnMapping mapping;

	private final RowReader reader;

	private final EntryFaults faults;

	CellReader(ColumnMapping mapping, RowReader reader, EntryFaults faults) {
		this.mapping = mapping;
		this.reader = reader;
		this.faults = faults;
	}

	/**
	 * What a cell says of a field; null if it says nothing, or nothing that can be read.
	 */
	@Nullable String value(Row row, ImportField field, String path) {
		String cell = this.reader.cell(row, field);
		if (cell.isEmpty()) {
			return null;
		}
		String value = SpoiltCell.error(cell) ? null : read(field, cell);
		if (value == null) {
			this.faults.tell(path);
			tell(row, field, cell);
		}
		return value;
	}

	/** The time of receipt a cell names; null as above. */
	@Nullable Instant receivedAt(Row row) {
		String cell = this.reader.cell(row, OrderField.RECEIVED_AT);
		if (cell.isEmpty()) {
			return null;
		}
		Instant instant = this.mapping.form(OrderField.RECEIVED_AT).instant(cell, this.mapping.zone());
		if (instant == null) {
			this.faults.tell(OrderField.RECEIVED_AT.path(0));
			tell(row, OrderField.RECEIVED_AT, cell);
		}
		return instant;
	}

	/**
	 * A constant is written by whoever wrote the mapping: a date may also be ISO 8601.
	 */
	String constant(ImportField field, String text) {
		if (field == OrderField.REQUESTED_DELIVERY) {
			LocalDate date = this.mapping.form(field).date(text);
			return (date != null) ? date.toString() : text;
		}
		if (field == OrderField.RECEIVED_AT) {
			Instant instant = this.mapping.form(field).instant(text, this.mapping.zone());
			return (instant != null) ? instant.toString() : isoDate(text);
		}
		return text;
	}

	private String isoDate(String text) {
		try {
			return LocalDate.parse(text).atStartOfDay(this.mapping.zone()).toInstant().toString();
		}
		catch (DateTimeParseException ex) {
			return text;
		}
	}

	private @Nullable String read(ImportField field, String cell) {
		if (field.number()) {
			return this.mapping.numbers().plain(cell);
		}
		if (field.date()) {
			LocalDate date = this.mapping.form(field).date(cell);
			return (date != null) ? date.toString() : null;
		}
		return field.country() ? this.mapping.countryNames().getOrDefault(cell, cell) : cell;
	}

	private void tell(Row row, ImportField field, String cell) {
		String shown = EntryFaults.shown(cell);
		if (SpoiltCell.error(cell)) {
			this.faults.add(row, field, ImportRefusal.CELL_HAS_ERROR, Map.of("value", shown));
		}
		else if (field.date()) {
			this.faults.add(row, field, ImportRefusal.DATE_FORM_WRONG,
					Map.of("value", shown, "form", this.mapping.form(field).toString()));
		}
		else {
			this.faults.add(row, field,
					SpoiltCell.rounded(cell) ? ImportRefusal.NUMBER_ROUNDED : FieldRefusal.NUMBER_INVALID,
					Map.of("value", shown));
		}
	}

}
