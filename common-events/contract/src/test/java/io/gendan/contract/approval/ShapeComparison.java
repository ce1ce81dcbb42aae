package io.gendan.contract.approval;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.gendan.contract.Quantity;
import tools.jackson.databind.JsonNode;

/**
 * Compares the whole field set of a record with its schema and its two samples, nested
 * records included. Knows nothing of how the files were written.
 */
final class ShapeComparison {

	private final List<String> differences = new ArrayList<>();

	private final JsonNode schemaRoot;

	private ShapeComparison(JsonNode schemaRoot) {
		this.schemaRoot = schemaRoot;
	}

	/**
	 * What differs.
	 * @param event a record
	 * @param schema its approved schema
	 * @param full its approved sample with all fields
	 * @param required its approved sample with the required fields alone
	 * @return a sentence per difference, empty when all agree
	 */
	static List<String> differences(Class<?> event, JsonNode schema, JsonNode full, JsonNode required) {
		ShapeComparison comparison = new ShapeComparison(schema);
		comparison.compare(event.getSimpleName(), event, schema, full, required);
		return comparison.differences;
	}

	private void compare(String at, Class<?> type, JsonNode schema, JsonNode full, JsonNode required) {
		Set<String> all = names(type, (component) -> true);
		Set<String> needed = names(type, SchemaWriter::isRequired);
		same(at, "the schema's properties", all, keys(schema.path("properties")));
		same(at, "the schema's required", needed,
				schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
		same(at, "the full sample", all, keys(full));
		same(at, "the required sample", needed, keys(required));
		for (RecordComponent component : type.getRecordComponents()) {
			String name = component.getName();
			if (schema.path("properties").has(name) && full.has(name)) {
				nested(at + "." + name, component.getGenericType(), schema.path("properties").path(name),
						full.path(name), required.path(name));
			}
		}
	}

	private void nested(String at, Type type, JsonNode schema, JsonNode full, JsonNode required) {
		if (type instanceof ParameterizedType list) {
			if (full.isEmpty()) {
				this.differences.add(at + ": the full sample shows no element");
			}
			for (int i = 0; i < full.size(); i++) {
				nested(at + "[" + i + "]", list.getActualTypeArguments()[0], schema.path("items"), full.path(i),
						required.path(i));
			}
		}
		else if (type instanceof Class<?> plain && plain.isEnum()) {
			same(at, "the schema's enum",
					Arrays.stream(plain.getEnumConstants()).map(Object::toString).collect(Collectors.toSet()),
					resolved(schema).path("enum").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
		}
		else if (type instanceof Class<?> plain && plain.isRecord() && plain != Quantity.class) {
			// An optional record is in the full sample only; its own shape is then that.
			compare(at, plain, resolved(schema), full,
					required.isMissingNode() ? SampleWriter.requiredOnly(plain, full) : required);
		}
	}

	private JsonNode resolved(JsonNode schema) {
		return schema.has("$ref") ? this.schemaRoot.at(schema.get("$ref").asString().substring(1)) : schema;
	}

	private void same(String at, String what, Set<String> record, Set<String> file) {
		Set<String> gone = new TreeSet<>(file);
		gone.removeAll(record);
		Set<String> added = new TreeSet<>(record);
		added.removeAll(file);
		if (!gone.isEmpty()) {
			this.differences.add("%s: %s: the record lacks %s".formatted(at, what, gone));
		}
		if (!added.isEmpty()) {
			this.differences.add("%s: %s: the record also has %s".formatted(at, what, added));
		}
	}

	private static Set<String> keys(JsonNode node) {
		return new TreeSet<>(node.propertyNames());
	}

	private static Set<String> names(Class<?> type, Predicate<RecordComponent> which) {
		return Arrays.stream(type.getRecordComponents())
			.filter(which)
			.map(RecordComponent::getName)
			.collect(Collectors.toSet());
	}

}
