package io.gendan.order.imports;

/** What a mapping can fill in of customers (ORD-1). */
enum CustomerField implements ImportField {

	NUMBER("number", "number"), NAME("name", "name"), CREDIT_CODE("creditCode", "creditCode"),
	INVOICE_TITLE("invoiceTitle", "invoiceTitle"), TAX_NUMBER("taxNumber", "taxNumber"),
	PAYMENT_TERMS("paymentTerms", "paymentTerms"), SALESPERSON("salesperson", "salesperson"), GRADE("grade", "grade"),
	CREDIT_LIMIT("creditLimit", "creditLimit.amount"), CREDIT_CURRENCY("creditCurrency", "creditLimit.currency"),
	STANDING("standing", "standing"), REASON("reason", "reason"), CONTACT_NAME("contactName", "contacts[].name"),
	CONTACT_FUNCTION("contactFunction", "contacts[].function"), CONTACT_PHONE("contactPhone", "contacts[].phone"),
	CONTACT_EMAIL("contactEmail", "contacts[].email"), ADDRESS_LABEL("addressLabel", "addresses[].label"),
	COUNTRY("country", "addresses[].country"), REGION("region", "addresses[].region"), CITY("city", "addresses[].city"),
	ADDRESS("address", "addresses[].address"), POSTAL_CODE("postalCode", "addresses[].postalCode"),
	RECEIVER("receiver", "addresses[].receiver"), RECEIVER_PHONE("receiverPhone", "addresses[].phone");

	private final String key;

	private final String path;

	CustomerField(String key, String path) {
		this.key = key;
		this.path = path;
	}

	@Override
	public String key() {
		return this.key;
	}

	@Override
	public String path() {
		return this.path;
	}

	/** What else is needed follows from whether the number is known. */
	@Override
	public boolean required() {
		return this == NUMBER;
	}

	@Override
	public boolean prose() {
		return this == REASON || this == ADDRESS;
	}

	@Override
	public boolean number() {
		return this == CREDIT_LIMIT;
	}

	@Override
	public boolean country() {
		return this == COUNTRY;
	}

}
