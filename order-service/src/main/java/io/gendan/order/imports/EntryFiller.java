package io.gendan.order.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the rows of one number say and tells what in them is at fault. What is said
 * once may stand on any of the rows: a blank cell says nothing, and only another value
 * disagrees.
 */
final class EntryFiller {

	private final ColumnMapping mapping;

	private final RowReader reader;

	private final FileEntry entry;

	private final EntryFaults faults;

	private final CellReader cells;

	/** What the rows say once, and on which row it stands first. */
	private final Map<ImportField, String> said = new HashMap<>();

	private final Map<ImportField, Row> places = new HashMap<>();

	/** The rows that can be read. */
	private final List<Row> rows = new ArrayList<>();

	/** The rows that become items of a list, in the order of the items. */
	private final Map<String, List<Row>> items = new HashMap<>();

	EntryFiller(ColumnMapping mapping, RowReader reader, FileEntry entry, int faultsToTell) {
		this.mapping = mapping;
		this.reader = reader;
		this.entry = entry;
		this.faults = new EntryFaults(mapping, entry.number(), faultsToTell);
		this.cells = new CellReader(mapping, reader, this.faults);
	}

	/** The number in the file. */
	String number() {
		return this.entry.number();
	}

	/** The faults so far, for those who find more of them. */
	EntryFaults faults() {
		return this.faults;
	}

	CellReader cells() {
		return this.cells;
	}

	/** The rows that can be read. */
	List<Row> rows() {
		return this.rows;
	}

	/** Whether the rows have no number, so that nobody knows what they are of. */
	boolean nameless() {
		if (!number().isEmpty()) {
			return false;
		}
		ImportField number = this.mapping.kind().number();
		for (Row row : this.entry.rows()) {
			if (row.flaw() != null) {
				flaw(row, row.flaw());
			}
			else if (this.reader.cell(row, number).isEmpty()) {
				this.faults.add(row, number, FieldRefusal.REQUIRED, Map.of());
			}
			else {
				this.faults.add(row, number, FieldRefusal.TOO_LONG, Map.of("max", RowReader.LONGEST_NUMBER));
			}
		}
		return true;
	}

	/** Whether so little of it can be read that it cannot be judged. */
	boolean unreadable() {
		return this.rows.isEmpty() || this.entry.cut();
	}

	/**
	 * Reads the rows.
	 * @param check what else to look at in each row
	 */
	void read(Consumer<Row> check) {
		for (Row row : this.entry.rows()) {
			if (row.flaw() != null) {
				flaw(row, row.flaw());
			}
			else {
				this.rows.add(row);
				checkNumber(row);
				check.accept(row);
			}
		}
		if (this.entry.cut()) {
			this.faults.add(this.entry.rows().getLast(), null, ImportRefusal.ORDER_TOO_LARGE,
					Map.of("count", this.entry.count(), "kept", this.entry.rows().size()));
		}
		if (this.entry.strayRow() != null) {
			this.faults.add(this.entry.strayRow(), "", ImportRefusal.ROW_OF_NO_ORDER, Map.of("order", number()));
		}
		for (ImportField field : this.mapping.kind().fields()) {
			if (field.list() == null && field != OrderField.RECEIVED_AT && field != this.mapping.kind().number()) {
				agree(field);
			}
		}
		this.mapping.kind().lists().forEach((list) -> this.items.put(list, itemRows(list)));
	}

	/** How many items of a list the rows have. */
	int items(String list) {
		return this.items.getOrDefault(list, List.of()).size();
	}

	/** What the rows say once, or the mapping for them; null if neither does. */
	@Nullable String value(ImportField field) {
		String value = this.said.get(field);
		if (value != null || this.rows.isEmpty()) {
			return value;
		}
		return otherwise(this.rows.getFirst(), field);
	}

	/** What the rows say once; if they are silent, what was said before. */
	@Nullable String value(ImportField field, @Nullable String before) {
		String said = value(field);
		return (said != null || this.faults.told(field.path())) ? said : before;
	}

	/** What a row says of an item. */
	@Nullable String value(int item, ImportField field) {
		Row row = this.items.getOrDefault(field.list(), List.of()).get(item);
		String path = field.path(item);
		String value = this.cells.value(row, field, path);
		return (value != null || this.faults.told(path)) ? value : otherwise(row, field);
	}

	/** Whether it is the rows that say it once. */
	boolean says(ImportField field) {
		return this.said.containsKey(field);
	}

	/** Remembers where something stands that is read elsewhere. */
	void place(ImportField field, Row row) {
		this.places.putIfAbsent(field, row);
	}

	/** Adds what the domain finds wrong, at the row where it stands. */
	void refused(List<FieldFault> found) {
		for (FieldFault fault : found) {
			if (!this.faults.told(fault.field())) {
				ImportField field = this.mapping.kind().ofPath(fault.field());
				this.faults.add(rowOf(fault.field(), field).line(),
						(field != null) ? this.mapping.label(field) : fault.field(), fault.code(), fault.facts());
			}
		}
	}

	/** Adds a refusal of a field. */
	void refused(ImportField field, RefusalCode code, Map<String, Object> facts) {
		this.faults.add(rowOf(field.path(), field), field, code, facts);
	}

	/** Adds a refusal at its fields, or at the number if it names none. */
	void refused(Refusal refusal) {
		if (refusal.fields().isEmpty()) {
			refused(this.mapping.kind().number(), refusal.code(), refusal.facts());
		}
		else {
			refused(refusal.fields());
		}
	}

	private void flaw(Row row, ImportRefusal flaw) {
		this.faults.add(row, null, flaw, Map.of("count", row.columns()));
	}

	private Row rowOf(String path, @Nullable ImportField field) {
		int open = path.indexOf('[');
		int close = path.indexOf(']');
		if (open > 0 && close > open + 1) {
			List<Row> of = this.items.getOrDefault(path.substring(0, open), List.of());
			int item = Integer.parseInt(path, open + 1, close, 10);
			return (item < of.size()) ? of.get(item) : this.entry.rows().getFirst();
		}
		Row place = (field != null) ? this.places.get(field) : null;
		return (place != null) ? place : this.entry.rows().getFirst();
	}

	private void checkNumber(Row row) {
		ImportField field = this.mapping.kind().number();
		String number = this.reader.cell(row, field);
		if (!number.equals(number())) {
			this.faults.add(row, field, FieldRefusal.UNPRINTABLE, Map.of());
		}
		if (SpoiltCell.rounded(number)) {
			this.faults.tell(field.path(0));
			this.faults.add(row, field, FieldRefusal.IDENTIFIER_ROUNDED, Map.of("value", number));
		}
	}

	/** All rows that say something must say the same. */
	private void agree(ImportField field) {
		if (!this.mapping.columns().containsKey(field)) {
			return;
		}
		String first = null;
		for (Row row : this.rows) {
			String value = this.cells.value(row, field, field.path(0));
			if (value != null && first == null) {
				first = value;
				this.places.put(field, row);
			}
			else if (value != null && !value.equals(first)) {
				this.faults.tell(field.path(0));
				this.faults.add(row, field, ImportRefusal.ROWS_DISAGREE, Map.of("value", EntryFaults.shown(value),
						"first", EntryFaults.shown((first != null) ? first : "")));
			}
		}
		if (first != null) {
			this.said.put(field, first);
		}
	}

	/**
	 * Each row of an order is a line of it. In other files a row may say nothing of a
	 * list, and a row that says it once more is no other item.
	 */
	private List<Row> itemRows(String list) {
		if (this.mapping.kind() == ImportKind.ORDERS) {
			return this.rows;
		}
		List<ImportField> fields = this.mapping.columns()
			.keySet()
			.stream()
			.filter((field) -> list.equals(field.list()))
			.toList();
		Set<List<String>> seen = new HashSet<>();
		return this.rows.stream().filter((row) -> {
			List<String> texts = fields.stream().map((field) -> this.reader.cell(row, field)).toList();
			return texts.stream().anyMatch((text) -> !text.isEmpty()) && seen.add(texts);
		}).toList();
	}

	private @Nullable String otherwise(Row row, ImportField field) {
		String text = this.reader.otherwise(row, field,
				(named) -> (named.list() != null || named == this.mapping.kind().number())
						? this.reader.cell(row, named) : this.said.getOrDefault(named, ""));
		return (text != null) ? this.cells.constant(field, text) : null;
	}

}
