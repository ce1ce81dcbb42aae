package io.gendan.contract.approval;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON Schema (2020-12) of an event from its record. */
final class SchemaWriter {

	private static final String DECIMAL = "^-?[0-9]{1,40}(\\.[0-9]{1,40})?$";

	/** What the Javadoc says in words, for a validator. */
	private static final Map<String, Map<String, Object>> BOUNDS = Map.ofEntries(atLeast("OrderLine.line", 1),
			atLeast("StockLine.line", 1), atLeast("ShortLine.line", 1), atLeast("Defect.line", 1),
			atLeast("UnfitLine.line", 1), atLeast("Difference.line", 1), atLeast("InvoiceLine.line", 1),
			atLeast("OrderPlaced.round", 1), atLeast("ReviewOpened.round", 1), atLeast("OrderApproved.round", 1),
			atLeast("OrderRejected.round", 1), atLeast("OrderReturnedForCorrection.round", 1),
			atLeast("ReviewOverdue.round", 1), atLeast("QualityPassed.attempt", 1), atLeast("QualityFailed.attempt", 1),
			atLeast("GoodsReworked.attempt", 1), atLeast("Parcel.number", 1), atLeast("Parcel.lengthCm", 0),
			atLeast("Parcel.widthCm", 0), atLeast("Parcel.heightCm", 0), atLeast("GoodsShipped.parcels", 1),
			atLeast("CarrierChosen.transitDays", 0), atLeast("ChainHead.sequence", 1),
			Map.entry("ProductionProgressed.percent", Map.of("minimum", 0, "maximum", 100)),
			Map.entry("Score.score", Map.of("minimum", 1, "maximum", 5)),
			Map.entry("OrderPlaced.lines", Map.of("minItems", 1)),
			Map.entry("OrderReturnedForCorrection.corrections", Map.of("minItems", 1)),
			Map.entry("QualityFailed.defects", Map.of("minItems", 1)),
			Map.entry("StockWrittenOff.lines", Map.of("minItems", 1)),
			Map.entry("ChainHead.hash", Map.of("pattern", "^[0-9a-f]{64}$")),
			Map.entry("ShipTo.country", Map.of("pattern", "^[A-Z]{2}$")),
			Map.entry("CustomerAddress.country", Map.of("pattern", "^[A-Z]{2}$")),
			Map.entry("Customer.grade", Map.of("pattern", "^[ABC]$")),
			Map.entry("CustomerRegistered.grade", Map.of("pattern", "^[ABC]$")),
			Map.entry("CustomerGraded.old", Map.of("pattern", "^[ABC]$")),
			Map.entry("CustomerGraded.grade", Map.of("pattern", "^[ABC]$")),
			Map.entry("Money.currency", Map.of("pattern", "^[A-Z]{3}$")));

	private final ObjectNode definitions = object();

	private SchemaWriter() {
	}

	/**
	 * The schema of an event version.
	 * @param type wire name with version
	 * @param event its record
	 * @return a JSON Schema that describes nested records under {@code $defs}
	 */
	static ObjectNode schema(String type, Class<?> event) {
		SchemaWriter writer = new SchemaWriter();
		ObjectNode schema = object();
		schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
		schema.put("$id", "urn:gendan:schema:" + type);
		schema.put("title", event.getSimpleName());
		schema.setAll(writer.record(event));
		if (!writer.definitions.isEmpty()) {
			schema.set("$defs", writer.definitions);
		}
		return schema;
	}

	static boolean isRequired(RecordComponent component) {
		return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private ObjectNode record(Class<?> type) {
		RecordJavadoc javadoc = RecordJavadoc.of(type);
		ObjectNode schema = described(javadoc.description());
		schema.put("type", "object");
		ObjectNode properties = schema.putObject("properties");
		ArrayNode required = schema.putArray("required");
		for (RecordComponent component : type.getRecordComponents()) {
			String name = component.getName();
			ObjectNode property = described(javadoc.component(name));
			property.setAll(value(component.getGenericType()));
			BOUNDS.getOrDefault(type.getSimpleName() + "." + name, Map.of())
				.forEach((keyword, bound) -> property.set(keyword,
						(bound instanceof Integer number) ? JsonNodeFactory.instance.numberNode(number)
								: JsonNodeFactory.instance.stringNode(bound.toString())));
			properties.set(name, property);
			if (isRequired(component)) {
				required.add(name);
			}
		}
		return schema;
	}

	private ObjectNode value(Type type) {
		if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
			ObjectNode schema = object().put("type", "array");
			schema.set("items", value(list.getActualTypeArguments()[0]));
			return schema;
		}
		if (type == String.class) {
			return object().put("type", "string");
		}
		if (type == Personal.class) {
			return object().put("type", "string").put("x-gendan-personal", true);
		}
		if (type == boolean.class) {
			return object().put("type", "boolean");
		}
		if (type == int.class || type == Integer.class) {
			return object().put("type", "integer").put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
		}
		if (type == long.class) {
			return object().put("type", "integer").put("minimum", Long.MIN_VALUE).put("maximum", Long.MAX_VALUE);
		}
		if (type == Instant.class) {
			return object().put("type", "string").put("format", "date-time");
		}
		if (type == LocalDate.class) {
			return object().put("type", "string").put("format", "date");
		}
		if (type == BigDecimal.class || type == Quantity.class) {
			return object().put("type", "string").put("pattern", DECIMAL);
		}
		return named((Class<?>) type);
	}

	private ObjectNode named(Class<?> type) {
		String name = type.getSimpleName();
		if (!this.definitions.has(name)) {
			// The name is taken first, so that Money inside Money would end, and the
			// order
			// is that of the first use.
			this.definitions.set(name, object());
			this.definitions.set(name, type.isEnum() ? enumeration(type) : record(type));
		}
		return object().put("$ref", "#/$defs/" + name);
	}

	private static ObjectNode enumeration(Class<?> type) {
		ObjectNode schema = described(RecordJavadoc.of(type).description()).put("type", "string");
		ArrayNode values = schema.putArray("enum");
		Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(values::add);
		return schema;
	}

	private static ObjectNode described(String description) {
		ObjectNode schema = object();
		return description.isEmpty() ? schema : schema.put("description", description);
	}

	private static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	private static Map.Entry<String, Map<String, Object>> atLeast(String component, int minimum) {
		return Map.entry(component, Map.of("minimum", minimum));
	}

}
