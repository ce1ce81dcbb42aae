package io.gendan.contract.approval;

import java.util.List;

import io.gendan.contract.EventCatalogue;
import io.gendan.contract.Service;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes the AsyncAPI 3.0 document from the catalogue. */
final class AsyncApiWriter {

	private static final String KAFKA_BINDING = "0.5.0";

	private static final YAMLMapper YAML = YAMLMapper
		.builder(YAMLFactory.builder()
			.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
			.disable(YAMLWriteFeature.SPLIT_LINES)
			.enable(YAMLWriteFeature.MINIMIZE_QUOTES)
			.enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
			.enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
			.build())
		.build();

	private AsyncApiWriter() {
	}

	static String document() {
		ObjectNode document = JsonNodeFactory.instance.objectNode();
		document.put("asyncapi", "3.0.0");
		document.put("id", "urn:gendan:contract");
		document.putObject("info")
			.put("title", "Gendan events")
			.put("version", "0.1.0")
			.put("description",
					"All that happens to a sales order, from placing to the archive. CloudEvents 1.0 in Kafka binary mode: "
							+ "attributes are record headers, data are JSON, the record key is ce_subject. "
							+ "Per order and service the sequence has no gap; ce_clock sorts cause before effect across services. "
							+ "Optional fields may be added to a version; readers skip what they do not know.");
		document.put("defaultContentType", "application/json");
		document.putObject("servers")
			.putObject("local")
			.put("host", "localhost:9092")
			.put("protocol", "kafka")
			.put("description", "The broker of one machine; a setting anywhere else.");
		ObjectNode channels = document.putObject("channels");
		ObjectNode operations = document.putObject("operations");
		ObjectNode components = document.putObject("components");
		ObjectNode messages = components.putObject("messages");
		for (Service service : Service.values()) {
			channel(channels.putObject(service.label()), service);
			operation(operations.putObject("publish-" + service.label()), service);
			types(service).forEach((type) -> message(messages.putObject(type), type));
		}
		components.putObject("messageTraits").set("CloudEvent", trait());
		components.putObject("schemas").set("CloudEventHeaders", headers());
		return YAML.writeValueAsString(document);
	}

	private static void channel(ObjectNode channel, Service service) {
		channel.put("address", service.topic())
			.put("title", "What " + service.label() + "-service tells")
			.put("description", RecordJavadoc.of(family(service)).description());
		ObjectNode messages = channel.putObject("messages");
		types(service).forEach((type) -> messages.putObject(type).put("$ref", "#/components/messages/" + type));
		ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
		kafka.put("topic", service.topic()).put("partitions", 12).put("replicas", 3);
		ObjectNode topic = kafka.putObject("topicConfiguration");
		topic.putArray("cleanup.policy").add("delete");
		topic.put("retention.ms", -1);
		kafka.put("bindingVersion", KAFKA_BINDING);
	}

	private static void operation(ObjectNode operation, Service service) {
		operation.put("action", "send")
			.put("summary", "Only %s-service writes this topic; anyone may read it.".formatted(service.label()));
		operation.putObject("channel").put("$ref", "#/channels/" + service.label());
	}

	private static void message(ObjectNode message, String type) {
		Class<?> event = EventCatalogue.find(type).orElseThrow();
		RecordJavadoc javadoc = RecordJavadoc.of(event);
		message.put("name", type)
			.put("title", event.getSimpleName())
			.put("summary", javadoc.whatHappened() + ".")
			.put("description", javadoc.description());
		message.putObject("payload").put("$ref", "schemas/" + type + ".json");
		message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/CloudEvent");
	}

	private static ObjectNode trait() {
		ObjectNode trait = JsonNodeFactory.instance.objectNode();
		trait.put("contentType", "application/json");
		trait.putObject("headers").put("$ref", "#/components/schemas/CloudEventHeaders");
		trait.putObject("correlationId")
			.put("description", "The order's whole story.")
			.put("location", "$message.header#/ce_correlationid");
		ObjectNode kafka = trait.putObject("bindings").putObject("kafka");
		kafka.putObject("key").put("type", "string").put("description", "The same as ce_subject.");
		kafka.put("bindingVersion", KAFKA_BINDING);
		return trait;
	}

	private static ObjectNode headers() {
		ObjectNode schema = JsonNodeFactory.instance.objectNode();
		schema.put("type", "object").put("description", "Record headers, each the UTF-8 bytes of a text.");
		ObjectNode properties = schema.putObject("properties");
		HeaderDescription.ALL.forEach((header) -> {
			ObjectNode property = properties.putObject(header.name())
				.put("type", "string")
				.put("description", header.description());
			if (header.pattern() != null) {
				property.put("pattern", header.pattern());
			}
			if (header.format() != null) {
				property.put("format", header.format());
			}
		});
		HeaderDescription.ALL.stream()
			.filter(HeaderDescription::required)
			.map(HeaderDescription::name)
			.forEach(schema.putArray("required")::add);
		return schema;
	}

	private static List<String> types(Service service) {
		return EventCatalogue.of(service).stream().map(EventCatalogue::typeOf).toList();
	}

	private static Class<?> family(Service service) {
		return EventCatalogue.of(service).get(0).getInterfaces()[0];
	}

}
