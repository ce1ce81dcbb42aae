package io.gendan.order.imports;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What the rows of a file are about. */
enum ImportKind {

	/** Orders (ORD-6). */
	ORDERS("/api/order-imports", OrderField.NUMBER, OrderField.values()),

	/** The customer register (ORD-1). */
	CUSTOMERS("/api/customer-imports", CustomerField.NUMBER, CustomerField.values()),

	/** The product list. */
	PRODUCTS("/api/product-imports", ProductField.NUMBER, ProductField.values());

	private final String path;

	private final ImportField number;

	private final List<ImportField> fields;

	private final Map<String, ImportField> byKey;

	private final Map<String, ImportField> byPath;

	ImportKind(String path, ImportField number, ImportField... fields) {
		this.path = path;
		this.number = number;
		this.fields = List.of(fields);
		this.byKey = this.fields.stream().collect(Collectors.toUnmodifiableMap(ImportField::key, Function.identity()));
		this.byPath = this.fields.stream()
			.collect(Collectors.toUnmodifiableMap(ImportField::path, Function.identity()));
	}

	/** Where such imports are reached. */
	String path() {
		return this.path;
	}

	/** What tells which rows belong together. */
	ImportField number() {
		return this.number;
	}

	List<ImportField> fields() {
		return this.fields;
	}

	/** The names of the lists that its forms have. */
	Collection<String> lists() {
		return this.fields.stream()
			.map(ImportField::list)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** All names a mapping may use. */
	String known() {
		return this.fields.stream().map(ImportField::key).collect(Collectors.joining(", "));
	}

	@Nullable ImportField ofKey(String key) {
		return this.byKey.get(key);
	}

	/**
	 * The field a fault of the domain is about.
	 * @param path such as {@code lines[3].unitPrice}
	 * @return the field, or null for the whole
	 */
	@Nullable ImportField ofPath(String path) {
		return this.byPath.get(path.replaceFirst("\\[\\d+]", "[]"));
	}

}
