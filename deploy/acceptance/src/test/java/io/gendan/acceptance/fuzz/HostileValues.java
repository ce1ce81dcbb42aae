package io.gendan.acceptance.fuzz;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of a schema, most of them right, some as bad as they come. */
final class HostileValues {

	private static final int DEEPEST = 6;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final List<String> TEXTS = List.of("", " ", "\u3000", "\u00a0", "\u200b", "\u202e", "\u0000",
			"\ud800", "x".repeat(10_000), "a\nb", "'; DROP TABLE orders; --", "<script>alert(1)</script>", "=1+1",
			"{{7*7}}", "../../etc/passwd", "%2e%2e%2f", "M8/20", "100%", "x;y=1", "王芳", "🚚", "\u0041\u030a", "null",
			"NaN", "0", "-1", "1e999999999", "99999999999999999999.99", "0.0000001", "2026-02-30", "0001-01-01",
			"+999999999-12-31", "2026-11-26T00:00:00Z", "-1000000000-01-01T00:00:00Z", "true", "$where",
			"summary.state");

	private static final List<String> NUMBERS = List.of("0", "-1", "1", "2147483648", "9223372036854775808", "1e400",
			"-0.0", "0.1", "123456789012345678901234567890");

	private final RandomGenerator random;

	private final List<String> orders;

	private final JsonMapper mapper = new JsonMapper();

	HostileValues(RandomGenerator random, List<String> orders) {
		this.random = random;
		this.orders = orders;
	}

	/** A text that somebody may put anywhere. */
	String text() {
		return pick(TEXTS);
	}

	/** Something that may stand for an order in an address. */
	String order() {
		return oneIn(3) ? text() : pick(this.orders);
	}

	JsonNode value(JsonNode schema, JsonNode document) {
		return value(schema, document, "", 0);
	}

	private JsonNode value(JsonNode schema, JsonNode document, String name, int depth) {
		if (oneIn(12)) {
			return anything();
		}
		JsonNode resolved = OpenApiDocument.resolve(schema, document);
		if (resolved.path("enum").isArray() && !oneIn(8)) {
			return resolved.path("enum").get(this.random.nextInt(resolved.path("enum").size()));
		}
		return switch (type(resolved)) {
			case "object" -> object(resolved, document, depth);
			case "array" -> array(resolved, document, name, depth);
			case "integer", "number" -> number();
			case "boolean" -> JSON.booleanNode(this.random.nextBoolean());
			default -> JSON.stringNode(named(name, resolved.path("format").asString("")));
		};
	}

	private static String type(JsonNode schema) {
		JsonNode type = schema.path("type");
		return type.isArray() ? type.get(0).asString() : type.asString(schema.has("properties") ? "object" : "string");
	}

	private ObjectNode object(JsonNode schema, JsonNode document, int depth) {
		ObjectNode object = JSON.objectNode();
		if (depth < DEEPEST) {
			for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
				if (!oneIn(10)) {
					object.set(property.getKey(), value(property.getValue(), document, property.getKey(), depth + 1));
				}
			}
		}
		if (oneIn(15)) {
			object.put("surplus", text());
		}
		return object;
	}

	private ArrayNode array(JsonNode schema, JsonNode document, String name, int depth) {
		ArrayNode array = JSON.arrayNode();
		int length = oneIn(20) ? 600 : this.random.nextInt(4);
		for (int i = 0; depth < DEEPEST && i < length; i++) {
			array.add(value(schema.path("items"), document, name, depth + 1));
		}
		return array;
	}

	private JsonNode number() {
		return oneIn(3) ? this.mapper.readTree(pick(NUMBERS)) : JSON.numberNode(this.random.nextInt(1, 200));
	}

	private String named(String name, String format) {
		if (oneIn(4)) {
			return text();
		}
		if (name.equals("order") || name.equals("number")) {
			return order();
		}
		return switch (format) {
			case "date" -> "2026-12-%02d".formatted(this.random.nextInt(1, 29));
			case "date-time" -> "2026-11-%02dT08:00:00Z".formatted(this.random.nextInt(1, 29));
			default -> pick(List.of("CN", "CNY", "ROAD", "PREPAID", "ORDINARY", "EMAIL", "P-1", "12.50", "pcs", "ok",
					"2026-12-24", name + this.random.nextInt(1_000_000)));
		};
	}

	private JsonNode anything() {
		return switch (this.random.nextInt(7)) {
			case 0 -> JSON.nullNode();
			case 1 -> JSON.arrayNode();
			case 2 -> JSON.objectNode();
			case 3 -> JSON.booleanNode(true);
			case 4 -> this.mapper.readTree(pick(NUMBERS));
			default -> JSON.stringNode(text());
		};
	}

	boolean oneIn(int many) {
		return this.random.nextInt(many) == 0;
	}

	<T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
