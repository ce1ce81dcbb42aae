package io.gendan.order;

import io.gendan.stage.RefusalCode;

/** Why an order, or something asked of it, is refused. */
public enum OrderRefusal implements RefusalCode {

	/** Fields of the order are at fault; each is told. */
	FIELDS_INVALID(Kind.INVALID),

	/** The order number does not have its form. */
	ORDER_NUMBER_INVALID(Kind.INVALID),

	/** A word, a slash and more: other systems would take it for no order. */
	ORDER_NUMBER_RESERVED(Kind.INVALID),

	/** The number in the body is not that of the address. */
	ORDER_NUMBER_DISAGREES(Kind.INVALID),

	/** Less than zero. */
	NUMBER_NEGATIVE(Kind.INVALID),

	/** Not a currency of ISO 4217, or not an accepted one. */
	CURRENCY_UNKNOWN(Kind.INVALID),

	/** Not a country of ISO 3166. */
	COUNTRY_UNKNOWN(Kind.INVALID),

	/** Not a date of the calendar. */
	DATE_INVALID(Kind.INVALID),

	/** Not a point in time with an offset. */
	TIME_INVALID(Kind.INVALID),

	/** Received before any order of today can have been. */
	RECEIPT_TOO_EARLY(Kind.INVALID),

	/** Received after the present time. */
	RECEIPT_IN_FUTURE(Kind.INVALID),

	/** Delivery requested before the request was received. */
	DELIVERY_BEFORE_RECEIPT(Kind.INVALID),

	/** Delivery requested beyond the horizon. */
	DELIVERY_TOO_FAR(Kind.INVALID),

	/** An order without lines. */
	LINES_MISSING(Kind.INVALID),

	/** More lines, or key points, than allowed. */
	TOO_MANY(Kind.INVALID),

	/** The check digit of the unified social credit code is wrong (GB 32100-2015). */
	CREDIT_CODE_INVALID(Kind.INVALID),

	/** A special VAT invoice needs the customer's tax number. */
	TAX_NUMBER_REQUIRED(Kind.INVALID),

	/** The total that was sent is not the sum of the lines. */
	TOTAL_DISAGREES(Kind.INVALID),

	/** The whole order is worth less than the smallest coin. */
	TOTAL_NOT_POSITIVE(Kind.INVALID),

	/** The register does not have the customer, and that is not allowed here (ORD-1). */
	CUSTOMER_NOT_REGISTERED(Kind.INVALID),

	/** No business is done with the customer (ORD-1). */
	CUSTOMER_BLOCKED(Kind.INVALID),

	/** The customer is erased: nobody may know more of it. */
	CUSTOMER_FORGOTTEN(Kind.INVALID),

	/** What the register has of the customer cannot be read. */
	CUSTOMER_UNREADABLE(Kind.INVALID),

	/** The credit code is not that of the customer with this number. */
	CREDIT_CODE_DISAGREES(Kind.INVALID),

	/** The name is not that of the customer from whose entry the rest would come. */
	CUSTOMER_NAMED_OTHERWISE(Kind.INVALID),

	/** The item is not on the product list, and that is not allowed here (ORD-4). */
	ITEM_NOT_LISTED(Kind.INVALID),

	/** The product can no longer be ordered. */
	ITEM_WITHDRAWN(Kind.INVALID),

	/** What the product list has of the item cannot be read. */
	ITEM_UNREADABLE(Kind.INVALID),

	/** The product is sold in another unit. */
	UNIT_DISAGREES(Kind.INVALID),

	/** This very order has been placed before. */
	ORDER_ALREADY_PLACED(Kind.CONFLICT),

	/** Another order has this number. */
	ORDER_NUMBER_TAKEN(Kind.CONFLICT),

	/** Only an order that was returned for correction can be placed again. */
	ORDER_NOT_RETURNED(Kind.CONFLICT),

	/** Only an approved order can be confirmed. */
	ORDER_NOT_APPROVED(Kind.CONFLICT),

	/** Only a completed order can be archived. */
	ORDER_NOT_COMPLETED(Kind.CONFLICT),

	/** After the confirmation a cancellation needs approval (ORD-11). */
	CANCELLATION_NEEDS_APPROVAL(Kind.CONFLICT),

	/**
	 * Before the confirmation nothing has to be asked for: the order can be cancelled.
	 */
	CANCELLATION_NEEDS_NO_APPROVAL(Kind.CONFLICT),

	/** Somebody has asked for the cancellation already (ORD-11). */
	CANCELLATION_UNDER_WAY(Kind.CONFLICT),

	/** What a cancellation costs the company is not for the customer to tell. */
	COST_NOT_FROM_CUSTOMER(Kind.INVALID),

	/** After shipping goods come back only by a return (ORD-11). */
	CANCELLATION_NEEDS_RETURN(Kind.CONFLICT),

	/** Rejected or cancelled: nothing is left to cancel. */
	ORDER_CLOSED(Kind.CONFLICT),

	/** The timelines are being rebuilt already. */
	REBUILD_RUNNING(Kind.CONFLICT);

	private final Kind kind;

	OrderRefusal(Kind kind) {
		this.kind = kind;
	}

	@Override
	public Kind kind() {
		return this.kind;
	}

}
