package io.gendan.order.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.order.OrderForm;
import io.gendan.order.OrderRefusal;
import io.gendan.stage.FieldFault;
import io.gendan.stage.RefusalCode;
import org.jspecify.annotations.Nullable;

/** Fills the form of one order from its rows and tells what in the rows is at fault. */
final class OrderFiller {

	private final ColumnMapping mapping;

	private final RowReader reader;

	private final FileOrder order;

	private final ZoneId businessZone;

	private final Instant fileReceivedAt;

	private final List<RowFault> faults = new ArrayList<>();

	/** Fields already told about, so that the domain need not tell them again. */
	private final Set<ImportField> told = EnumSet.noneOf(ImportField.class);

	private final Map<ImportField, String> values = new EnumMap<>(ImportField.class);

	/** The rows that become lines, in the order of the lines. */
	private final List<Row> lineRows = new ArrayList<>();

	OrderFiller(ColumnMapping mapping, RowReader reader, FileOrder order, ZoneId businessZone, Instant fileReceivedAt) {
		this.mapping = mapping;
		this.reader = reader;
		this.order = order;
		this.businessZone = businessZone;
		this.fileReceivedAt = fileReceivedAt;
	}

	/** The faults so far. */
	List<RowFault> faults() {
		return List.copyOf(this.faults);
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
		fault(this.order.rows().getFirst(), ImportField.NUMBER, ImportRefusal.CANCELLATION_WITHOUT_ORDER,
				Map.of("value", this.order.number()));
		return true;
	}

	/** Whether the rows have no number, so that nobody knows which orders they are of. */
	boolean nameless() {
		if (!this.order.number().isEmpty()) {
			return false;
		}
		for (Row row : this.order.rows()) {
			if (row.flaw() != null) {
				fault(row, null, row.flaw(), Map.of("count", row.cells().size()));
			}
			fault(row, ImportField.NUMBER, OrderRefusal.REQUIRED, Map.of());
		}
		return true;
	}

	/** Whether nothing of the order can be read. */
	boolean unreadable() {
		return this.lineRows.isEmpty();
	}

	OrderForm fill() {
		for (Row row : this.order.rows()) {
			if (row.flaw() != null) {
				fault(row, null, row.flaw(), Map.of("count", row.cells().size()));
			}
			else {
				this.lineRows.add(row);
				checkLine(row);
			}
		}
		for (ImportField field : ImportField.values()) {
			if (!field.perLine() && field != ImportField.RECEIVED_AT) {
				agree(field);
			}
		}
		Instant receivedAt = receivedAt();
		return form(receivedAt);
	}

	/** Adds what the domain finds wrong, at the row where it stands. */
	void refused(List<FieldFault> found) {
		for (FieldFault fault : found) {
			ImportField field = ImportField.ofPath(fault.field());
			if (field == null || !this.told.contains(field)) {
				this.faults.add(new RowFault(rowOf(fault.field()).line(), this.order.number(),
						(field != null) ? this.mapping.label(field) : fault.field(), fault.code().name(),
						fault.facts()));
			}
		}
	}

	/** Adds a refusal of the order as a whole. */
	void refused(RefusalCode code, Map<String, Object> facts) {
		fault(this.order.rows().getFirst(), ImportField.NUMBER, code, facts);
	}

	private Row rowOf(String path) {
		int open = path.indexOf("lines[");
		int close = path.indexOf(']');
		if (open == 0 && close > 0) {
			int line = Integer.parseInt(path, 6, close, 10);
			return (line < this.lineRows.size()) ? this.lineRows.get(line) : this.order.rows().getFirst();
		}
		return this.order.rows().getFirst();
	}

	private void checkLine(Row row) {
		String item = this.reader.cell(row, ImportField.ITEM);
		if (this.mapping.serviceItems() != null && this.mapping.serviceItems().matcher(item).matches()) {
			fault(row, ImportField.ITEM, ImportRefusal.ITEM_NO_GOODS, Map.of("value", item));
		}
	}

	/** All rows must say the same about the order, and say what it cannot do without. */
	private void agree(ImportField field) {
		String first = null;
		for (Row row : this.lineRows) {
			String value = this.reader.value(row, field);
			if (value == null || value.isEmpty()) {
				if (field.required()) {
					faultOnce(row, field, OrderRefusal.REQUIRED, Map.of());
				}
			}
			else if (first == null) {
				first = value;
			}
			else if (this.mapping.columns().containsKey(field) && !first.equals(value)) {
				faultOnce(row, field, ImportRefusal.ROWS_DISAGREE, Map.of("value", value, "first", first));
			}
		}
		if (first != null) {
			this.values.put(field, first);
		}
	}

	/**
	 * The earliest time of the rows, whose dates must be the same. A file that says
	 * nothing of it is itself the request, and was received when it first arrived.
	 */
	private @Nullable Instant receivedAt() {
		if (!this.mapping.columns().containsKey(ImportField.RECEIVED_AT)
				&& !this.mapping.constants().containsKey(ImportField.RECEIVED_AT)) {
			return this.fileReceivedAt;
		}
		Instant earliest = null;
		LocalDate date = null;
		for (Row row : this.lineRows) {
			String text = this.reader.value(row, ImportField.RECEIVED_AT);
			if (text == null || text.isEmpty()) {
				faultOnce(row, ImportField.RECEIVED_AT, OrderRefusal.REQUIRED, Map.of());
				continue;
			}
			Instant instant = this.mapping.instant(text);
			if (instant == null) {
				faultOnce(row, ImportField.RECEIVED_AT, ImportRefusal.DATE_FORM_WRONG,
						Map.of("value", text, "form", this.mapping.dateFormat()));
				continue;
			}
			LocalDate rowDate = LocalDate.ofInstant(instant, this.mapping.zone());
			date = (date != null) ? date : rowDate;
			if (!rowDate.equals(date)) {
				faultOnce(row, ImportField.RECEIVED_AT, ImportRefusal.DATES_DIFFER,
						Map.of("value", rowDate.toString(), "first", date.toString()));
			}
			earliest = (earliest == null || instant.isBefore(earliest)) ? instant : earliest;
		}
		return earliest;
	}

	private @Nullable String requestedDelivery(@Nullable Instant receivedAt) {
		String given = this.values.get(ImportField.REQUESTED_DELIVERY);
		if (given != null || this.mapping.deliveryDays() == null || receivedAt == null) {
			return given;
		}
		return LocalDate.ofInstant(receivedAt, this.businessZone).plusDays(this.mapping.deliveryDays()).toString();
	}

	private OrderForm form(@Nullable Instant receivedAt) {
		if (receivedAt == null) {
			// Told at the rows; the date that would follow from it is no fault of its
			// own.
			this.told.add(ImportField.REQUESTED_DELIVERY);
		}
		String channel = this.values.get(ImportField.CHANNEL);
		return new OrderForm((receivedAt != null) ? receivedAt.toString() : null,
				(channel != null) ? channel : "IMPORT",
				new OrderForm.Party(value(ImportField.CUSTOMER_ID), value(ImportField.CUSTOMER_NAME),
						value(ImportField.CONTACT), value(ImportField.PHONE), value(ImportField.CREDIT_CODE),
						value(ImportField.GRADE)),
				new OrderForm.Address(value(ImportField.SHIP_TO_COUNTRY), value(ImportField.SHIP_TO_REGION),
						value(ImportField.SHIP_TO_CITY), value(ImportField.SHIP_TO_ADDRESS),
						value(ImportField.SHIP_TO_POSTAL_CODE), value(ImportField.SHIP_TO_RECEIVER),
						value(ImportField.SHIP_TO_PHONE)),
				value(ImportField.CURRENCY), lines(), value(ImportField.TOTAL), requestedDelivery(receivedAt),
				value(ImportField.DELIVERY_METHOD), value(ImportField.PACKAGING), value(ImportField.PAYMENT_TERMS),
				new OrderForm.Invoice(value(ImportField.INVOICE_KIND), value(ImportField.INVOICE_TITLE),
						value(ImportField.TAX_NUMBER)),
				value(ImportField.REMARKS), List.of());
	}

	private List<OrderForm.@Nullable Line> lines() {
		List<OrderForm.@Nullable Line> lines = new ArrayList<>(this.lineRows.size());
		for (Row row : this.lineRows) {
			lines.add(new OrderForm.Line(this.reader.value(row, ImportField.ITEM),
					this.reader.value(row, ImportField.DESCRIPTION), this.reader.value(row, ImportField.SPECIFICATION),
					this.reader.value(row, ImportField.QUANTITY), this.reader.value(row, ImportField.UNIT),
					this.reader.value(row, ImportField.UNIT_PRICE)));
		}
		return lines;
	}

	private @Nullable String value(ImportField field) {
		return this.values.get(field);
	}

	private void faultOnce(Row row, ImportField field, RefusalCode code, Map<String, Object> facts) {
		this.told.add(field);
		fault(row, field, code, facts);
	}

	private void fault(Row row, @Nullable ImportField field, RefusalCode code, Map<String, Object> facts) {
		this.faults.add(new RowFault(row.line(), this.order.number(), this.mapping.label(field), code.name(), facts));
	}

}
