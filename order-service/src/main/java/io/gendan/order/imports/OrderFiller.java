package io.gendan.order.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.order.OrderForm;
import io.gendan.stage.FieldRefusal;
import org.jspecify.annotations.Nullable;

/** Fills the form of one order from its rows (ORD-6). */
final class OrderFiller {

	private final ColumnMapping mapping;

	private final RowReader reader;

	private final Instant fileReceivedAt;

	private final EntryFiller rows;

	private final EntryFaults faults;

	OrderFiller(ColumnMapping mapping, RowReader reader, FileEntry order, Instant fileReceivedAt, int faultsToTell) {
		this.mapping = mapping;
		this.reader = reader;
		this.fileReceivedAt = fileReceivedAt;
		this.rows = new EntryFiller(mapping, reader, order, faultsToTell);
		this.faults = this.rows.faults();
	}

	/** What the rows say, and what is wrong with them. */
	EntryFiller rows() {
		return this.rows;
	}

	String orderNumber() {
		return this.mapping.orderNumberPrefix() + this.rows.number();
	}

	/**
	 * Whether it is a cancellation, which is refused for that alone: the file does not
	 * say which order it cancels.
	 */
	boolean cancellation() {
		String prefix = this.mapping.cancellationPrefix();
		if (prefix.isEmpty() || !this.rows.number().startsWith(prefix)) {
			return false;
		}
		this.rows.refused(OrderField.NUMBER, ImportRefusal.CANCELLATION_WITHOUT_ORDER,
				Map.of("value", this.rows.number()));
		return true;
	}

	OrderForm fill() {
		this.rows.read(this::checkItem);
		return form(receivedAt());
	}

	private void checkItem(Row row) {
		String item = this.reader.cell(row, OrderField.ITEM);
		if (this.mapping.serviceItems() != null && this.mapping.serviceItems().matches(item)) {
			this.faults.add(row, OrderField.ITEM, ImportRefusal.ITEM_NO_GOODS,
					Map.of("value", EntryFaults.shown(item)));
		}
	}

	/**
	 * The earliest time of the rows, whose dates must be the same; null if none has one.
	 */
	private @Nullable String receivedAt() {
		Instant earliest = null;
		LocalDate date = null;
		for (Row row : this.rows.rows()) {
			Instant instant = this.rows.cells().receivedAt(row);
			if (instant != null) {
				this.rows.place(OrderField.RECEIVED_AT, row);
				LocalDate rowDate = LocalDate.ofInstant(instant, this.mapping.zone());
				date = (date != null) ? date : rowDate;
				if (!rowDate.equals(date)) {
					this.faults.tell(OrderField.RECEIVED_AT.path(0));
					this.faults.add(row, OrderField.RECEIVED_AT, ImportRefusal.DATES_DIFFER,
							Map.of("value", rowDate.toString(), "first", date.toString()));
				}
				earliest = (earliest == null || instant.isBefore(earliest)) ? instant : earliest;
			}
		}
		String constant = this.mapping.constants().get(OrderField.RECEIVED_AT);
		if (earliest != null) {
			return earliest.toString();
		}
		if (constant != null) {
			return this.rows.cells().constant(OrderField.RECEIVED_AT, constant);
		}
		boolean mapped = this.mapping.columns().containsKey(OrderField.RECEIVED_AT);
		if (mapped && !this.rows.rows().isEmpty() && !this.faults.told(OrderField.RECEIVED_AT.path(0))) {
			this.faults.tell(OrderField.RECEIVED_AT.path(0));
			this.faults.add(this.rows.rows().getFirst(), OrderField.RECEIVED_AT, FieldRefusal.REQUIRED, Map.of());
		}
		return null;
	}

	private OrderForm form(@Nullable String receivedAt) {
		if (this.faults.told(OrderField.RECEIVED_AT.path(0)) && !this.rows.says(OrderField.REQUESTED_DELIVERY)) {
			// The date that would follow from it is no fault of its own.
			this.faults.tell(OrderField.REQUESTED_DELIVERY.path(0));
		}
		String channel = value(OrderField.CHANNEL);
		return new OrderForm(receivedAt, (channel != null) ? channel : "IMPORT",
				new OrderForm.Party(value(OrderField.CUSTOMER_ID), value(OrderField.CUSTOMER_NAME),
						value(OrderField.CONTACT), value(OrderField.PHONE), value(OrderField.CREDIT_CODE),
						value(OrderField.GRADE)),
				new OrderForm.Address(value(OrderField.SHIP_TO_COUNTRY), value(OrderField.SHIP_TO_REGION),
						value(OrderField.SHIP_TO_CITY), value(OrderField.SHIP_TO_ADDRESS),
						value(OrderField.SHIP_TO_POSTAL_CODE), value(OrderField.SHIP_TO_RECEIVER),
						value(OrderField.SHIP_TO_PHONE)),
				value(OrderField.CURRENCY), lines(), value(OrderField.TOTAL), value(OrderField.REQUESTED_DELIVERY),
				value(OrderField.DELIVERY_METHOD), value(OrderField.PACKAGING), value(OrderField.PAYMENT_TERMS),
				new OrderForm.Invoice(value(OrderField.INVOICE_KIND), value(OrderField.INVOICE_TITLE),
						value(OrderField.TAX_NUMBER)),
				value(OrderField.REMARKS), List.of(),
				new OrderForm.Unsaid(this.fileReceivedAt, this.mapping.deliveryDays()));
	}

	private List<OrderForm.@Nullable Line> lines() {
		int count = this.rows.items("lines");
		List<OrderForm.@Nullable Line> lines = new ArrayList<>(count);
		for (int line = 0; line < count; line++) {
			lines.add(new OrderForm.Line(this.rows.value(line, OrderField.ITEM),
					this.rows.value(line, OrderField.DESCRIPTION), this.rows.value(line, OrderField.SPECIFICATION),
					this.rows.value(line, OrderField.QUANTITY), this.rows.value(line, OrderField.UNIT),
					this.rows.value(line, OrderField.UNIT_PRICE)));
		}
		return lines;
	}

	private @Nullable String value(ImportField field) {
		return this.rows.value(field);
	}

}
