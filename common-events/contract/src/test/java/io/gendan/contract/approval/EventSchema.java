package io.gendan.contract.approval;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

/** An approved schema, ready to validate; formats count. */
public final class EventSchema {

	private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(registry) -> registry
				.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

	private static final Map<String, EventSchema> APPROVED = new ConcurrentHashMap<>();

	private final Schema schema;

	private EventSchema(Schema schema) {
		this.schema = schema;
	}

	/** The approved schema of an event version. */
	public static EventSchema of(String type) {
		return APPROVED.computeIfAbsent(type, (key) -> of(ContractFiles.json(ContractFiles.schema(key))));
	}

	/** Any schema. */
	static EventSchema of(JsonNode schema) {
		return new EventSchema(REGISTRY.getSchema(schema.toString(), InputFormat.JSON));
	}

	/** What a validator finds wrong, nothing for valid data. */
	public List<Error> errors(JsonNode data) {
		return this.schema.validate(data);
	}

}
