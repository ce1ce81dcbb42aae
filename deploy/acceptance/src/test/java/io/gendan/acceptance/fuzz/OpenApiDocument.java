package io.gendan.acceptance.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What can be asked of a service, by its own OpenAPI document. */
final class OpenApiDocument {

	private OpenApiDocument() {
	}

	static List<Operation> operations(String service, JsonNode document) {
		List<Operation> operations = new ArrayList<>();
		for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
			for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
				operations.add(new Operation(service, method.getKey().toUpperCase(Locale.ROOT), path.getKey(),
						query(method.getValue()), schema(method.getValue()), refusals(method.getValue()), document));
			}
		}
		return operations;
	}

	/** Follows a reference within the document. */
	static JsonNode resolve(JsonNode schema, JsonNode document) {
		String reference = schema.path("$ref").asString("");
		return reference.startsWith("#") ? document.at(reference.substring(1)) : schema;
	}

	private static List<String> query(JsonNode operation) {
		List<String> names = new ArrayList<>();
		for (JsonNode parameter : operation.path("parameters")) {
			if (parameter.path("in").asString("").equals("query")) {
				names.add(parameter.path("name").asString());
			}
		}
		return names;
	}

	private static Set<String> refusals(JsonNode operation) {
		Set<String> refusals = new HashSet<>();
		for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
			response.getValue()
				.findValues("enum")
				.forEach((codes) -> codes.forEach((code) -> refusals.add(response.getKey() + " " + code.asString())));
		}
		return refusals;
	}

	private static @Nullable JsonNode schema(JsonNode operation) {
		JsonNode schema = operation.path("requestBody").path("content").path("application/json").path("schema");
		return schema.isMissingNode() ? null : schema;
	}

}
