package io.gendan.order.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.gendan.order.OrderForm;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Fills the form of one order from its rows and tells what in the rows is at fault. What
 * is said of the order as a whole may stand on any of its rows: a blank cell says
 * nothing, and only another value disagrees.
 */
final class OrderFiller {

	private final ColumnMapping mapping;

	private final RowReader reader;

	private final FileOrder order;

	private final Instant fileReceivedAt;

	private final OrderFaults faults;

	private final CellReader cells;

	/** What the rows say of the order as a whole, and on which row it stands first. */
	private final Map<ImportField, String> said = new EnumMap<>(ImportField.class);

	private final Map<ImportField, Row> places = new EnumMap<>(ImportField.class);

	/** The rows that become lines, in the order of the lines. */
	private final List<Row> lineRows = new ArrayList<>();

	OrderFiller(ColumnMapping mapping, RowReader reader, FileOrder order, Instant fileReceivedAt, int faultsToTell) {
		this.mapping = mapping;
		this.reader = reader;
		this.order = order;
		this.fileReceivedAt = fileReceivedAt;
		this.faults = new OrderFaults(mapping, order.number(), faultsToTell);
		this.cells = new CellReader(mapping, reader, this.faults);
	}

	/** The faults so far. */
	List<RowFault> faults() {
		return this.faults.all();
	}

	/** The number in the file. */
	String number() {
		return this.order.number();
	}

	String orderNumber() {
		return this.mapping.orderNumberPrefix() + this.order.number();
	}

	/**
	 * Whether it is a cancellation, which is refused for that alone: the file does not
	 * say which order it cancels.
	 */
	boolean cancellation() {
		String prefix = this.mapping.cancellationPrefix();
		if (prefix.isEmpty() || !this.order.number().startsWith(prefix)) {
			return false;
		}
		refused(ImportRefusal.CANCELLATION_WITHOUT_ORDER, Map.of("value", this.order.number()));
		return true;
	}

	/** Whether the rows have no number, so that nobody knows which orders they are of. */
	boolean nameless() {
		if (!this.order.number().isEmpty()) {
			return false;
		}
		for (Row row : this.order.rows()) {
			if (row.flaw() != null) {
				flaw(row, row.flaw());
			}
			else if (this.reader.cell(row, ImportField.NUMBER).isEmpty()) {
				this.faults.add(row, ImportField.NUMBER, FieldRefusal.REQUIRED, Map.of());
			}
			else {
				this.faults.add(row, ImportField.NUMBER, FieldRefusal.TOO_LONG,
						Map.of("max", RowReader.LONGEST_NUMBER));
			}
		}
		return true;
	}

	/** Whether so little of the order can be read that it cannot be judged. */
	boolean unreadable() {
		return this.lineRows.isEmpty() || this.order.cut();
	}

	OrderForm fill() {
		for (Row row : this.order.rows()) {
			if (row.flaw() != null) {
				flaw(row, row.flaw());
			}
			else {
				this.lineRows.add(row);
				checkRow(row);
			}
		}
		if (this.order.cut()) {
			this.faults.add(this.order.rows().getLast(), null, ImportRefusal.ORDER_TOO_LARGE,
					Map.of("count", this.order.count(), "kept", this.order.rows().size()));
		}
		if (this.order.strayRow() != null) {
			this.faults.add(this.order.strayRow(), "", ImportRefusal.ROW_OF_NO_ORDER,
					Map.of("order", this.order.number()));
		}
		for (ImportField field : ImportField.values()) {
			if (!field.perLine() && field != ImportField.RECEIVED_AT && field != ImportField.NUMBER) {
				agree(field);
			}
		}
		return form(receivedAt());
	}

	/** Adds what the domain finds wrong, at the row where it stands. */
	void refused(List<FieldFault> found) {
		for (FieldFault fault : found) {
			if (!this.faults.told(fault.field())) {
				ImportField field = ImportField.ofPath(fault.field());
				this.faults.add(rowOf(fault.field(), field).line(),
						(field != null) ? this.mapping.label(field) : fault.field(), fault.code(), fault.facts());
			}
		}
	}

	/** Adds a refusal of the order as a whole. */
	void refused(RefusalCode code, Map<String, Object> facts) {
		this.faults.add(this.order.rows().getFirst(), ImportField.NUMBER, code, facts);
	}

	private void flaw(Row row, ImportRefusal flaw) {
		this.faults.add(row, null, flaw, Map.of("count", row.columns()));
	}

	private Row rowOf(String path, @Nullable ImportField field) {
		int open = path.indexOf("lines[");
		int close = path.indexOf(']');
		if (open == 0 && close > 0) {
			int line = Integer.parseInt(path, 6, close, 10);
			return (line < this.lineRows.size()) ? this.lineRows.get(line) : this.order.rows().getFirst();
		}
		Row place = (field != null) ? this.places.get(field) : null;
		return (place != null) ? place : this.order.rows().getFirst();
	}

	private void checkRow(Row row) {
		String number = this.reader.cell(row, ImportField.NUMBER);
		if (!number.equals(this.order.number())) {
			this.faults.add(row, ImportField.NUMBER, FieldRefusal.UNPRINTABLE, Map.of());
		}
		if (SpoiltCell.rounded(number)) {
			this.faults.tell(ImportField.NUMBER.path(0));
			this.faults.add(row, ImportField.NUMBER, FieldRefusal.IDENTIFIER_ROUNDED, Map.of("value", number));
		}
		String item = this.reader.cell(row, ImportField.ITEM);
		if (this.mapping.serviceItems() != null && this.mapping.serviceItems().matches(item)) {
			this.faults.add(row, ImportField.ITEM, ImportRefusal.ITEM_NO_GOODS,
					Map.of("value", OrderFaults.shown(item)));
		}
	}

	/** All rows that say something of the order must say the same. */
	private void agree(ImportField field) {
		if (!this.mapping.columns().containsKey(field)) {
			return;
		}
		String first = null;
		for (Row row : this.lineRows) {
			String value = this.cells.value(row, field, field.path(0));
			if (value != null && first == null) {
				first = value;
				this.places.put(field, row);
			}
			else if (value != null && !value.equals(first)) {
				this.faults.tell(field.path(0));
				this.faults.add(row, field, ImportRefusal.ROWS_DISAGREE, Map.of("value", OrderFaults.shown(value),
						"first", OrderFaults.shown((first != null) ? first : "")));
			}
		}
		if (first != null) {
			this.said.put(field, first);
		}
	}

	/**
	 * The earliest time of the rows, whose dates must be the same; null if none has one.
	 */
	private @Nullable String receivedAt() {
		Instant earliest = null;
		LocalDate date = null;
		for (Row row : this.lineRows) {
			Instant instant = this.cells.receivedAt(row);
			if (instant != null) {
				this.places.putIfAbsent(ImportField.RECEIVED_AT, row);
				LocalDate rowDate = LocalDate.ofInstant(instant, this.mapping.zone());
				date = (date != null) ? date : rowDate;
				if (!rowDate.equals(date)) {
					this.faults.tell(ImportField.RECEIVED_AT.path(0));
					this.faults.add(row, ImportField.RECEIVED_AT, ImportRefusal.DATES_DIFFER,
							Map.of("value", rowDate.toString(), "first", date.toString()));
				}
				earliest = (earliest == null || instant.isBefore(earliest)) ? instant : earliest;
			}
		}
		String constant = this.mapping.constants().get(ImportField.RECEIVED_AT);
		if (earliest != null) {
			return earliest.toString();
		}
		if (constant != null) {
			return this.cells.constant(ImportField.RECEIVED_AT, constant);
		}
		boolean mapped = this.mapping.columns().containsKey(ImportField.RECEIVED_AT);
		if (mapped && !this.lineRows.isEmpty() && !this.faults.told(ImportField.RECEIVED_AT.path(0))) {
			this.faults.tell(ImportField.RECEIVED_AT.path(0));
			this.faults.add(this.lineRows.getFirst(), ImportField.RECEIVED_AT, FieldRefusal.REQUIRED, Map.of());
		}
		return null;
	}

	private OrderForm form(@Nullable String receivedAt) {
		if (this.faults.told(ImportField.RECEIVED_AT.path(0))
				&& !this.said.containsKey(ImportField.REQUESTED_DELIVERY)) {
			// The date that would follow from it is no fault of its own.
			this.faults.tell(ImportField.REQUESTED_DELIVERY.path(0));
		}
		String channel = value(ImportField.CHANNEL);
		return new OrderForm(receivedAt, (channel != null) ? channel : "IMPORT",
				new OrderForm.Party(value(ImportField.CUSTOMER_ID), value(ImportField.CUSTOMER_NAME),
						value(ImportField.CONTACT), value(ImportField.PHONE), value(ImportField.CREDIT_CODE),
						value(ImportField.GRADE)),
				new OrderForm.Address(value(ImportField.SHIP_TO_COUNTRY), value(ImportField.SHIP_TO_REGION),
						value(ImportField.SHIP_TO_CITY), value(ImportField.SHIP_TO_ADDRESS),
						value(ImportField.SHIP_TO_POSTAL_CODE), value(ImportField.SHIP_TO_RECEIVER),
						value(ImportField.SHIP_TO_PHONE)),
				value(ImportField.CURRENCY), lines(), value(ImportField.TOTAL), value(ImportField.REQUESTED_DELIVERY),
				value(ImportField.DELIVERY_METHOD), value(ImportField.PACKAGING), value(ImportField.PAYMENT_TERMS),
				new OrderForm.Invoice(value(ImportField.INVOICE_KIND), value(ImportField.INVOICE_TITLE),
						value(ImportField.TAX_NUMBER)),
				value(ImportField.REMARKS), List.of(),
				new OrderForm.Unsaid(this.fileReceivedAt, this.mapping.deliveryDays()));
	}

	private List<OrderForm.@Nullable Line> lines() {
		List<OrderForm.@Nullable Line> lines = new ArrayList<>(this.lineRows.size());
		for (int line = 0; line < this.lineRows.size(); line++) {
			lines.add(new OrderForm.Line(value(line, ImportField.ITEM), value(line, ImportField.DESCRIPTION),
					value(line, ImportField.SPECIFICATION), value(line, ImportField.QUANTITY),
					value(line, ImportField.UNIT), value(line, ImportField.UNIT_PRICE)));
		}
		return lines;
	}

	private @Nullable String value(ImportField field) {
		String value = this.said.get(field);
		if (value != null || this.lineRows.isEmpty()) {
			return value;
		}
		return otherwise(this.lineRows.getFirst(), field);
	}

	private @Nullable String value(int line, ImportField field) {
		Row row = this.lineRows.get(line);
		String path = field.path(line);
		String value = this.cells.value(row, field, path);
		return (value != null || this.faults.told(path)) ? value : otherwise(row, field);
	}

	private @Nullable String otherwise(Row row, ImportField field) {
		String text = this.reader.otherwise(row, field, (named) -> (named.perLine() || named == ImportField.NUMBER)
				? this.reader.cell(row, named) : this.said.getOrDefault(named, ""));
		return (text != null) ? this.cells.constant(field, text) : null;
	}

}
