package io.gendan.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.gendan.contract.Actor;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestInfrastructure;
import io.gendan.testing.TestSystem;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What anybody can write beside an event, or instead of one, stops no consumer. */
@GendanIntegrationTest
class StrangeHeadersTest {

	@Autowired
	TestSystem system;

	static Stream<Arguments> headers() {
		return Stream.of(headers("attempt", Map.of("kafka_deliveryAttempt", new byte[] { 1 })),
				headers("offset", Map.of("kafka_offset", new byte[0], "kafka_receivedTopic", new byte[] { 1 })),
				headers("undecodable",
						Map.of("spring_json_header_types", text("{\"x\":\"java.util.Date\"}"), "x", text("{{"))),
				headers("number", Map.of("spring_json_header_types", text("{\"x\":5}"), "x", text("1"))),
				headers("nothing", Map.of("spring_json_header_types", text("null"))),
				headers("quoted", Map.of("spring_json_header_types", text("{\"ce_hash\":\"java.lang.String\"}"))),
				headers("framework", Map.of("id", text("1"), "timestamp", text("x"), "contentType", text("\u0000"),
						"nativeHeaders", text("{"))));
	}

	private static Arguments headers(String name, Map<String, byte[]> headers) {
		return Arguments.of(name, headers);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("headers")
	void whatFollowsIsTaken(String name, Map<String, byte[]> strange) {
		String order = "HEADERS-" + name;
		ProducerRecord<String, byte[]> junk = new ProducerRecord<>("gendan.order", order, text("no event"));
		strange.forEach(junk.headers()::add);
		this.system.send(junk);
		ProducerRecord<String, byte[]> event = ForeignChain
			.record(new ForeignChain(order).next(Orders.placed(order), new Actor("salesperson", "li")));
		strange.forEach(event.headers()::add);
		this.system.send(event);
		this.system.await(order, ReviewOpened.class);
	}

	@Test
	void aSmallRecordThatUnfoldsIsNotTakenByTheTopic() {
		Map<String, Object> settings = Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers(),
				"compression.type", "gzip", "max.request.size", 20_000_000);
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new ByteArraySerializer())) {
			assertThatThrownBy(
					() -> producer.send(new ProducerRecord<>("gendan.order", "ZIP", new byte[10_000_000])).get())
				.isInstanceOf(ExecutionException.class)
				.hasCauseInstanceOf(RecordTooLargeException.class);
		}
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
