package io.gendan.order.imports;

/** What a mapping can fill in of products. */
enum ProductField implements ImportField {

	NUMBER("number", "number"), NAME("name", "name"), SPECIFICATION("specification", "specification"),
	UNIT("unit", "unit"), SUPPLY("supply", "supply"), TAX_RATE("taxRatePercent", "taxRatePercent"),
	REASON("reason", "reason"), GRADE("grade", "prices[].grade"), CURRENCY("currency", "prices[].currency"),
	LIST("listPrice", "prices[].list"), FLOOR("floorPrice", "prices[].floor");

	private final String key;

	private final String path;

	ProductField(String key, String path) {
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
		return switch (this) {
			case NAME, SPECIFICATION, REASON -> true;
			default -> false;
		};
	}

	@Override
	public boolean number() {
		return switch (this) {
			case TAX_RATE, LIST, FLOOR -> true;
			default -> false;
		};
	}

}
