package io.gendan.order.imports;

/** What a mapping can fill in of orders. */
enum OrderField implements ImportField {

	NUMBER("number", "number", true), RECEIVED_AT("receivedAt", "receivedAt", false),
	CHANNEL("channel", "channel", false), CUSTOMER_ID("customerId", "customer.id", true),
	CUSTOMER_NAME("customerName", "customer.name", true), CONTACT("contact", "customer.contact", false),
	PHONE("phone", "customer.phone", false), CREDIT_CODE("creditCode", "customer.creditCode", false),
	GRADE("grade", "customer.grade", false), SHIP_TO_COUNTRY("shipToCountry", "shipTo.country", true),
	SHIP_TO_REGION("shipToRegion", "shipTo.region", false), SHIP_TO_CITY("shipToCity", "shipTo.city", false),
	SHIP_TO_ADDRESS("shipToAddress", "shipTo.address", true),
	SHIP_TO_POSTAL_CODE("shipToPostalCode", "shipTo.postalCode", false),
	SHIP_TO_RECEIVER("shipToReceiver", "shipTo.receiver", false), SHIP_TO_PHONE("shipToPhone", "shipTo.phone", false),
	CURRENCY("currency", "currency", true), TOTAL("total", "total", false),
	REQUESTED_DELIVERY("requestedDelivery", "requestedDelivery", false),
	DELIVERY_METHOD("deliveryMethod", "deliveryMethod", true), PACKAGING("packaging", "packaging", false),
	PAYMENT_TERMS("paymentTerms", "paymentTerms", true), INVOICE_KIND("invoiceKind", "invoice.kind", true),
	INVOICE_TITLE("invoiceTitle", "invoice.title", false), TAX_NUMBER("taxNumber", "invoice.taxNumber", false),
	REMARKS("remarks", "remarks", false),

	ITEM("item", "lines[].item", true), DESCRIPTION("description", "lines[].description", true),
	SPECIFICATION("specification", "lines[].specification", false), QUANTITY("quantity", "lines[].quantity", true),
	UNIT("unit", "lines[].unit", true), UNIT_PRICE("unitPrice", "lines[].unitPrice", true);

	private final String key;

	private final String path;

	private final boolean required;

	OrderField(String key, String path, boolean required) {
		this.key = key;
		this.path = path;
		this.required = required;
	}

	@Override
	public String key() {
		return this.key;
	}

	@Override
	public String path() {
		return this.path;
	}

	@Override
	public boolean required() {
		return this.required;
	}

	@Override
	public boolean prose() {
		return switch (this) {
			case SHIP_TO_ADDRESS, PACKAGING, REMARKS, DESCRIPTION, SPECIFICATION -> true;
			default -> false;
		};
	}

	@Override
	public boolean date() {
		return this == RECEIVED_AT || this == REQUESTED_DELIVERY;
	}

	@Override
	public boolean number() {
		return this == QUANTITY || this == UNIT_PRICE || this == TOTAL;
	}

	@Override
	public boolean country() {
		return this == SHIP_TO_COUNTRY;
	}

}
