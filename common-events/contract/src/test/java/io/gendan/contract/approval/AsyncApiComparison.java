package io.gendan.contract.approval;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.EventCatalogue;
import io.gendan.contract.Recordings;
import io.gendan.contract.Service;
import tools.jackson.databind.JsonNode;

/** Compares an AsyncAPI document with the code, both ways. */
final class AsyncApiComparison {

	private final JsonNode document;

	private final List<String> differences = new ArrayList<>();

	private AsyncApiComparison(JsonNode document) {
		this.document = document;
	}

	static List<String> differences(JsonNode document) {
		AsyncApiComparison comparison = new AsyncApiComparison(document);
		comparison.channels();
		comparison.messages();
		comparison.headers();
		comparison.references(document);
		return comparison.differences;
	}

	private void channels() {
		Map<String, JsonNode> byAddress = this.document.path("channels")
			.valueStream()
			.collect(Collectors.toMap((channel) -> channel.path("address").asString(), (channel) -> channel));
		same("channel addresses", topics().collect(Collectors.toSet()), byAddress.keySet());
		for (Service service : Service.values()) {
			JsonNode channel = byAddress.getOrDefault(service.topic(), this.document.path("none"));
			same("messages of " + service.topic(),
					EventCatalogue.of(service).stream().map(EventCatalogue::typeOf).collect(Collectors.toSet()),
					channel.path("messages")
						.valueStream()
						.map((message) -> target(message).path("name").asString(""))
						.collect(Collectors.toSet()));
			same("topic of the Kafka binding", Set.of(service.topic()),
					Set.of(channel.at("/bindings/kafka/topic").asString("")));
		}
		same("channels of the operations", topics().collect(Collectors.toSet()),
				this.document.path("operations")
					.valueStream()
					.filter((operation) -> "send".equals(operation.path("action").asString("")))
					.map((operation) -> target(operation.path("channel")).path("address").asString(""))
					.collect(Collectors.toSet()));
	}

	private void messages() {
		JsonNode messages = this.document.at("/components/messages");
		same("messages", EventCatalogue.all().keySet(), new HashSet<>(messages.propertyNames()));
		messages.properties().forEach((entry) -> {
			String type = entry.getKey();
			JsonNode message = entry.getValue();
			same("name of " + type, Set.of(type), Set.of(message.path("name").asString("")));
			same("payload of " + type, Set.of("schemas/" + type + ".json"),
					Set.of(message.at("/payload/$ref").asString("")));
			JsonNode trait = target(message.path("traits").path(0));
			same("headers of " + type, Set.of("#/components/schemas/CloudEventHeaders"),
					Set.of(trait.at("/headers/$ref").asString("")));
			same("key of " + type, Set.of("string"), Set.of(trait.at("/bindings/kafka/key/type").asString("")));
		});
	}

	private void headers() {
		JsonNode headers = this.document.at("/components/schemas/CloudEventHeaders");
		Set<String> written = new HashSet<>(CloudEventHeaders.write(Recordings.full().envelope()).keySet());
		written.add(CloudEventHeaders.SIGNATURE);
		same("headers", written, new HashSet<>(headers.path("properties").propertyNames()));
		same("required headers", CloudEventHeaders.write(Recordings.sparse().envelope()).keySet(),
				headers.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet()));
	}

	private void references(JsonNode node) {
		JsonNode reference = node.path("$ref");
		if (reference.isString()) {
			String to = reference.asString();
			boolean found = to.startsWith("#") ? !target(node).isMissingNode()
					: Files.exists(ContractFiles.RESOURCES.resolve(to));
			if (!found) {
				this.differences.add(to + " leads nowhere");
			}
		}
		node.forEach(this::references);
	}

	private JsonNode target(JsonNode holder) {
		String reference = holder.path("$ref").asString("#/none");
		return this.document.at(reference.substring(1));
	}

	private void same(String what, Set<String> code, Set<String> document) {
		if (!code.equals(document)) {
			this.differences.add("%s: %s in the code, %s in the document".formatted(what, new TreeSet<>(code),
					new TreeSet<>(document)));
		}
	}

	private static Stream<String> topics() {
		return Stream.of(Service.values()).map(Service::topic);
	}

}
