package io.gendan.contract;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The CloudEvents project's own library and this contract understand each other.
 */
class InteroperabilityTest {

	static Set<String> types() {
		return EventCatalogue.all().keySet();
	}

	@ParameterizedTest
	@MethodSource("types")
	void theCloudEventsLibraryReadsOurRecords(String type) {
		RecordedEvent recorded = Recordings.of(type);
		Envelope envelope = recorded.envelope();
		Headers headers = new RecordHeaders();
		CloudEventHeaders.write(envelope).forEach(headers::add);

		CloudEvent event;
		try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
			event = deserializer.deserialize(envelope.source().topic(), headers, recorded.bytes());
		}

		assertThat(event.getSpecVersion()).hasToString("1.0");
		assertThat(event.getId()).isEqualTo(envelope.id());
		assertThat(event.getType()).isEqualTo(type);
		assertThat(event.getSource()).isEqualTo(URI.create(envelope.source().source()));
		assertThat(event.getSubject()).isEqualTo(envelope.subject());
		assertThat(event.getTime().toInstant()).isEqualTo(envelope.time());
		assertThat(event.getDataSchema()).isEqualTo(URI.create(envelope.dataSchema()));
		assertThat(event.getDataContentType()).isEqualTo("application/json");
		assertThat(event.getData().toBytes()).isEqualTo(recorded.bytes());
		assertThat(event.getExtensionNames()).containsExactlyInAnyOrder("sequence", "clock", "causationid",
				"correlationid", "actor", "prevhash", "hash");
		assertThat(event.getExtension("sequence")).isEqualTo("1");
		assertThat(event.getExtension("clock")).isEqualTo("4");
		assertThat(event.getExtension("causationid")).isEqualTo(envelope.causationId());
		assertThat(event.getExtension("correlationid")).isEqualTo(envelope.correlationId());
		assertThat(event.getExtension("actor")).isEqualTo("salesperson/li.na");
		assertThat(event.getExtension("prevhash")).isEqualTo(HashChain.GENESIS);
		assertThat(event.getExtension("hash")).isEqualTo(envelope.hash());
	}

	@ParameterizedTest
	@MethodSource("types")
	void weReadRecordsOfTheCloudEventsLibrary(String type) {
		RecordedEvent recorded = Recordings.of(type);
		Envelope envelope = recorded.envelope();
		CloudEvent event = CloudEventBuilder.v1()
			.withId(envelope.id())
			.withType(type)
			.withSource(URI.create(envelope.source().source()))
			.withSubject(envelope.subject())
			.withTime(OffsetDateTime.ofInstant(envelope.time(), ZoneOffset.ofHours(8)))
			.withDataSchema(URI.create(envelope.dataSchema()))
			.withDataContentType("application/json; charset=UTF-8")
			.withData(recorded.bytes())
			.withExtension("sequence", envelope.sequence())
			.withExtension("clock", envelope.clock())
			.withExtension("causationid", envelope.causationId())
			.withExtension("correlationid", envelope.correlationId())
			.withExtension("actor", envelope.actor().toString())
			.withExtension("prevhash", envelope.prevHash())
			.withExtension("hash", envelope.hash())
			.build();
		ProducerRecord<String, byte[]> written = KafkaMessageFactory
			.<String>createWriter(envelope.source().topic(), envelope.subject())
			.writeBinary(event);
		written.headers().add("traceparent", CloudEventHeaders.write(envelope).get("traceparent"));

		assertThat(CloudEventHeaders.read((name) -> last(written.headers(), name), written.value()))
			.isEqualTo(recorded);
	}

	private static byte[] last(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		return (header != null) ? header.value() : null;
	}

}
