package io.gendan.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document tells all that a client must be ready for. */
@GendanIntegrationTest
class ApiDocumentTest {

	@Autowired
	TestSystem system;

	private JsonNode document;

	@BeforeEach
	void read() {
		this.document = this.system.anonymous().get("/v3/api-docs").body();
	}

	@Test
	void everyRouteSaysWhoMayTakeItAndHowItRefuses() {
		assertThat(operations()).hasSizeGreaterThan(10).allSatisfy((operation) -> {
			assertThat(operation.at("/security/0/token").isArray()).isTrue();
			assertThat(operation.path("x-gendan-roles").isArray()).isTrue();
			assertThat(codes(operation, 401)).containsExactly("TOKEN_MISSING_OR_INVALID");
			assertThat(codes(operation, 403)).contains("ROLE_NOT_ALLOWED");
			assertThat(codes(operation, 503)).contains("SERVICE_BUSY", "STORE_UNAVAILABLE");
		});
		assertThat(operations()).extracting((operation) -> operation.path("operationId").asString())
			.doesNotHaveDuplicates();
		assertThat(this.document.at("/components/securitySchemes/token/scheme").asString()).isEqualTo("bearer");
		assertThat(this.document.at("/components/schemas/Problem/properties").propertyNames()).contains("code",
				"messages", "errors");
	}

	@Test
	void aCommandTellsItsOwnRefusalsAndItsHeaders() {
		JsonNode note = this.document.at("/paths/~1api~1small~1{order}~1note/post");
		assertThat(codes(note, 404)).contains("ORDER_UNKNOWN");
		assertThat(codes(note, 409)).contains("IDEMPOTENCY_KEY_REUSED", "ALREADY_APPROVED");
		assertThat(codes(note, 412)).containsExactly("ORDER_CHANGED");
		assertThat(codes(note, 422)).contains("BODY_INVALID", "REQUIRED");
		assertThat(note.path("parameters").findValuesAsString("name")).contains("order", "Idempotency-Key", "If-Match");
		assertThat(note.at("/responses/412/description").asString()).contains("has changed since you saw it");
		JsonNode show = this.document.at("/paths/~1api~1small~1{order}/get");
		assertThat(codes(show, 404)).contains("ORDER_UNKNOWN");
		assertThat(codes(show, 409)).containsExactly("ORDER_LEDGER_UNREADABLE");
	}

	@Test
	void theServerIsWhereTheDocumentWasReadUnlessItIsSaid() {
		assertThat(this.document.path("servers").findValuesAsString("url")).containsExactly("/");
	}

	private List<JsonNode> operations() {
		List<JsonNode> operations = new ArrayList<>();
		for (Map.Entry<String, JsonNode> path : this.document.path("paths").properties()) {
			if (path.getKey().startsWith("/api/")) {
				path.getValue().forEach(operations::add);
			}
		}
		return operations;
	}

	private static List<String> codes(JsonNode operation, int status) {
		List<String> codes = new ArrayList<>();
		operation.at("/responses/" + status)
			.findValues("enum")
			.forEach((values) -> values.forEach((code) -> codes.add(code.asString())));
		return codes;
	}

}
