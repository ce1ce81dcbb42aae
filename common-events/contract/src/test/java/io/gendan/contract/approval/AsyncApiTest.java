package io.gendan.contract.approval;

import java.nio.charset.StandardCharsets;

import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Recordings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The AsyncAPI document says what the code does. */
class AsyncApiTest {

	@BeforeAll
	static void approve() {
		Approval.writeIfRequested();
	}

	@Test
	void theDocumentAgreesWithTheCode() {
		assertThat(document().path("asyncapi").asString()).isEqualTo("3.0.0");
		assertThat(AsyncApiComparison.differences(document())).isEmpty();
	}

	@Test
	void theDocumentIsTheWrittenOne() {
		assertThat(ContractFiles.text(ContractFiles.ASYNC_API)).isEqualTo(AsyncApiWriter.document());
	}

	@Test
	void theHeadersOfAnEventFitTheirSchema() {
		EventSchema schema = EventSchema.of(document().at("/components/schemas/CloudEventHeaders"));
		ObjectNode headers = JsonNodeFactory.instance.objectNode();
		CloudEventHeaders.write(Recordings.full().envelope())
			.forEach((name, value) -> headers.put(name, new String(value, StandardCharsets.UTF_8)));
		assertThat(schema.errors(headers)).isEmpty();
		assertThat(schema.errors(headers.deepCopy().put("ce_sequence", "0"))).hasSize(1);
		headers.remove("ce_hash");
		assertThat(schema.errors(headers)).hasSize(1);
	}

	@Test
	void anAddressThatIsNoTopicShows() {
		ObjectNode document = document();
		((ObjectNode) document.at("/channels/order")).put("address", "gendan.orders");
		assertThat(AsyncApiComparison.differences(document)).anyMatch((text) -> text.startsWith("channel addresses"));
	}

	@Test
	void aMessageThatIsMissingShows() {
		ObjectNode document = document();
		((ObjectNode) document.at("/components/messages")).remove("io.gendan.order.OrderPlaced.v1");
		assertThat(AsyncApiComparison.differences(document)).anyMatch((text) -> text.startsWith("messages:"))
			.contains("#/components/messages/io.gendan.order.OrderPlaced.v1 leads nowhere");
	}

	@Test
	void aMessageThatIsNoEventShows() {
		ObjectNode document = document();
		((ObjectNode) document.at("/components/messages")).putObject("io.gendan.order.OrderLost.v1");
		assertThat(AsyncApiComparison.differences(document)).anyMatch((text) -> text.startsWith("messages:"));
	}

	@Test
	void aMessageInAnotherChannelShows() {
		ObjectNode document = document();
		((ObjectNode) document.at("/channels/order/messages")).putObject("stray")
			.put("$ref", "#/components/messages/io.gendan.review.OrderApproved.v1");
		assertThat(AsyncApiComparison.differences(document))
			.anyMatch((text) -> text.startsWith("messages of gendan.order"));
	}

	@Test
	void aHeaderThatIsNotWrittenShows() {
		ObjectNode document = document();
		((ObjectNode) document.at("/components/schemas/CloudEventHeaders/properties")).putObject("ce_mood");
		assertThat(AsyncApiComparison.differences(document)).anyMatch((text) -> text.startsWith("headers:"));
	}

	private static ObjectNode document() {
		return (ObjectNode) YAMLMapper.shared().readTree(ContractFiles.text(ContractFiles.ASYNC_API));
	}

}
