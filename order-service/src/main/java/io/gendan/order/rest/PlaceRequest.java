package io.gendan.order.rest;

import java.util.List;

import io.gendan.order.OrderForm;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An order as a client sends it (ORD-4). Everything may be missing here; what must not
 * be, is told by the domain, all at once. What is left out is taken from the customer
 * register and the product list where they know the number and the items.
 *
 * @param number order number; one is given if left out
 * @param receivedAt RFC 3339, the present time if left out
 * @param channel how the request arrived
 * @param customer who orders
 * @param shipTo where the goods go
 * @param currency ISO 4217 code of all prices
 * @param lines what is ordered
 * @param total sum of the lines, checked if given
 * @param requestedDelivery {@code yyyy-MM-dd}
 * @param deliveryMethod how the goods travel
 * @param packaging packaging wishes
 * @param paymentTerms when money is due
 * @param invoice invoice wish
 * @param remarks free text
 * @param keyPoints key points of the customer's wishes
 */
record PlaceRequest(@Nullable String number,
		@Schema(format = "date-time", example = "2026-11-24T09:30:00+08:00") @Nullable String receivedAt,
		@Schema(allowableValues = {
				"PHONE", "FAX", "EMAIL", "WEB", "VISIT", "IMPORT" }) @Nullable String channel,
		@Nullable CustomerPart customer, @Nullable ShipToPart shipTo,
		@Schema(example = "CNY") @Nullable String currency, @Nullable List<@Nullable LinePart> lines,
		@Schema(description = "Decimal number as number or text") @JsonDeserialize(
				using = NumberText.class) @Nullable String total,
		@Schema(format = "date") @Nullable String requestedDelivery,
		@Schema(allowableValues = { "ROAD", "RAIL", "AIR", "SEA", "EXPRESS",
				"PICKUP" }) @Nullable String deliveryMethod,
		@Nullable String packaging,
		@Schema(allowableValues = { "PREPAID", "CASH_ON_DELIVERY", "MONTHLY" }) @Nullable String paymentTerms,
		@Nullable InvoicePart invoice, @Nullable String remarks, @Nullable List<@Nullable String> keyPoints){

	OrderForm form() {
		return new OrderForm(this.receivedAt, this.channel,
				(this.customer != null) ? this.customer.party() : OrderForm.Party.EMPTY,
				(this.shipTo != null) ? this.shipTo.destination() : OrderForm.Address.EMPTY, this.currency, formLines(),
				this.total, this.requestedDelivery, this.deliveryMethod, this.packaging, this.paymentTerms,
				(this.invoice != null) ? this.invoice.wish() : OrderForm.Invoice.EMPTY, this.remarks,
				(this.keyPoints != null) ? this.keyPoints : List.of(), OrderForm.Unsaid.NOTHING);
	}

	private List<OrderForm.@Nullable Line> formLines() {
		return (this.lines != null) ? this.lines.stream().<OrderForm.@Nullable Line>map(LinePart::lineOf).toList()
				: List.of();
	}

	record CustomerPart(@Nullable String id, @Nullable String name, @Nullable String contact, @Nullable String phone,
			@Nullable String creditCode, @Schema(allowableValues = {
					"A", "B", "C" }) @Nullable String grade){

		OrderForm.Party party() {
			return new OrderForm.Party(this.id, this.name, this.contact, this.phone, this.creditCode, this.grade);
		}

	}

	record ShipToPart(@Schema(example = "CN") @Nullable String country, @Nullable String region, @Nullable String city,
			@Nullable String address, @Nullable String postalCode, @Nullable String receiver, @Nullable String phone) {

		OrderForm.Address destination() {
			return new OrderForm.Address(this.country, this.region, this.city, this.address, this.postalCode,
					this.receiver, this.phone);
		}

	}

	record LinePart(@Nullable String item, @Nullable String description, @Nullable String specification,
			@Schema(description = "Decimal number as number or text") @JsonDeserialize(
					using = NumberText.class) @Nullable String quantity,
			@Nullable String unit, @Schema(description = "Decimal number as number or text") @JsonDeserialize(
					using = NumberText.class) @Nullable String unitPrice) {

		static OrderForm.@Nullable Line lineOf(@Nullable LinePart part) {
			return (part != null) ? new OrderForm.Line(part.item, part.description, part.specification, part.quantity,
					part.unit, part.unitPrice) : null;
		}

	}

	record InvoicePart(@Schema(allowableValues = {
			"ORDINARY", "VAT_SPECIAL", "NONE" }) @Nullable String kind, @Nullable String title,
			@Nullable String taxNumber){

		OrderForm.Invoice wish() {
			return new OrderForm.Invoice(this.kind, this.title, this.taxNumber);
		}

	}

}
