package io.gendan.acceptance.fuzz;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of an OpenAPI document.
 *
 * @param service the service it belongs to
 * @param method HTTP method
 * @param path path with its placeholders
 * @param query names of its query parameters
 * @param schema schema of its JSON body, null if it takes none
 * @param refusals status and code of every refusal it declares, as {@code 409 CODE}
 * @param document the document, for references
 */
record Operation(String service, String method, String path, List<String> query, @Nullable JsonNode schema,
		Set<String> refusals, JsonNode document) {
}
