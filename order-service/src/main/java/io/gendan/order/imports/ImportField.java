package io.gendan.order.imports;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What a mapping can fill in. */
enum ImportField {

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

	private static final Map<String, ImportField> BY_KEY = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(ImportField::key, Function.identity()));

	private static final Map<String, ImportField> BY_PATH = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap((field) -> field.path, Function.identity()));

	private final String key;

	private final String path;

	private final boolean required;

	ImportField(String key, String path, boolean required) {
		this.key = key;
		this.path = path;
		this.required = required;
	}

	/**
	 * The name in a mapping.
	 * @return such as {@code customerId}
	 */
	String key() {
		return this.key;
	}

	/**
	 * Whether every order needs it.
	 * @return true if it must be mapped
	 */
	boolean required() {
		return this.required;
	}

	/**
	 * Whether each row has its own; if not, all rows of an order must agree.
	 * @return true for the fields of a line
	 */
	boolean perLine() {
		return this.path.startsWith("lines[]");
	}

	/**
	 * Whether its text may have line breaks.
	 * @return false for names and codes
	 */
	boolean prose() {
		return switch (this) {
			case SHIP_TO_ADDRESS, PACKAGING, REMARKS, DESCRIPTION, SPECIFICATION -> true;
			default -> false;
		};
	}

	/** Whether it is a date, written in a form of the mapping. */
	boolean date() {
		return this == RECEIVED_AT || this == REQUESTED_DELIVERY;
	}

	/** Whether it is a number, written in the form of the mapping. */
	boolean number() {
		return this == QUANTITY || this == UNIT_PRICE || this == TOTAL;
	}

	/**
	 * Where the order has it.
	 * @param line line of the order, 0 for the first
	 * @return such as {@code lines[3].unitPrice} or {@code customer.id}
	 */
	String path(int line) {
		return this.path.replace("[]", "[" + line + "]");
	}

	/** All names a mapping may use. */
	static String known() {
		return Arrays.stream(values()).map(ImportField::key).collect(Collectors.joining(", "));
	}

	static @Nullable ImportField ofKey(String key) {
		return BY_KEY.get(key);
	}

	/**
	 * The field a fault of the domain is about.
	 * @param path such as {@code lines[3].unitPrice}
	 * @return the field, or null for the order as a whole
	 */
	static @Nullable ImportField ofPath(String path) {
		return BY_PATH.get(path.replaceFirst("\\[\\d+]", "[]"));
	}

}
