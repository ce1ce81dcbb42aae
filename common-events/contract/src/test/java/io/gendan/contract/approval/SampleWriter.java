package io.gendan.contract.approval;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Quantity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps samples complete: what a sample already says stays, what a record has gained is
 * filled with a plain value of its type, to be made realistic by hand.
 */
final class SampleWriter {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private SampleWriter() {
	}

	/** All fields, in the order of the record. */
	static ObjectNode complete(Class<?> type, @Nullable JsonNode present) {
		ObjectNode sample = NODES.objectNode();
		for (RecordComponent component : type.getRecordComponents()) {
			String name = component.getName();
			sample.set(name, value(name, component.getGenericType(), (present != null) ? present.get(name) : null));
		}
		return sample;
	}

	/** The same without what may be absent. */
	static ObjectNode requiredOnly(Class<?> type, JsonNode complete) {
		ObjectNode sample = NODES.objectNode();
		for (RecordComponent component : type.getRecordComponents()) {
			if (SchemaWriter.isRequired(component)) {
				JsonNode value = complete.get(component.getName());
				sample.set(component.getName(), requiredOnly(component.getGenericType(), value));
			}
		}
		return sample;
	}

	private static JsonNode requiredOnly(Type type, JsonNode value) {
		if (type instanceof ParameterizedType list) {
			ArrayNode array = NODES.arrayNode();
			value.forEach((element) -> array.add(requiredOnly(list.getActualTypeArguments()[0], element)));
			return array;
		}
		return value.isObject() ? requiredOnly((Class<?>) type, value) : value;
	}

	private static JsonNode value(String name, Type type, @Nullable JsonNode present) {
		if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
			Type element = list.getActualTypeArguments()[0];
			ArrayNode array = NODES.arrayNode();
			if (present == null || present.isEmpty()) {
				return array.add(value(name, element, null));
			}
			present.forEach((one) -> array.add(value(name, element, one)));
			return array;
		}
		Class<?> plain = (Class<?>) type;
		if (plain.isRecord() && plain != Quantity.class) {
			return complete(plain, present);
		}
		return (present != null) ? present : plain(name, plain);
	}

	private static JsonNode plain(String name, Class<?> type) {
		if (type == int.class || type == Integer.class || type == long.class) {
			return NODES.numberNode(1);
		}
		if (type == boolean.class) {
			return NODES.booleanNode(true);
		}
		if (type.isEnum()) {
			return NODES.stringNode(type.getEnumConstants()[0].toString());
		}
		if (type == Instant.class) {
			return NODES.stringNode("2026-11-24T01:00:00Z");
		}
		if (type == LocalDate.class) {
			return NODES.stringNode("2026-11-24");
		}
		if (type == BigDecimal.class || type == Quantity.class) {
			return NODES.stringNode("1.00");
		}
		return NODES.stringNode("currency".equals(name) ? "CNY" : name);
	}

}
