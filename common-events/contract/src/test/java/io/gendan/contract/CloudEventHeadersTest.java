package io.gendan.contract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CloudEventHeadersTest {

	private final RecordedEvent event = Recordings.full();

	private final Map<String, byte[]> headers = new HashMap<>(CloudEventHeaders.write(this.event.envelope()));

	static Set<String> types() {
		return EventCatalogue.all().keySet();
	}

	@ParameterizedTest
	@MethodSource("types")
	void everySampleIsReadAsItWasWritten(String type) {
		RecordedEvent recorded = Recordings.of(type);
		Map<String, byte[]> written = CloudEventHeaders.write(recorded.envelope());
		assertThat(CloudEventHeaders.read(written::get, recorded.bytes())).isEqualTo(recorded);
	}

	@Test
	void attributesThatAreAbsentStayAbsent() {
		RecordedEvent sparse = Recordings.sparse();
		Map<String, byte[]> written = CloudEventHeaders.write(sparse.envelope());
		assertThat(written).doesNotContainKeys("ce_causationid", "traceparent");
		assertThat(CloudEventHeaders.read(written::get, sparse.bytes())).isEqualTo(sparse);
	}

	@Test
	void theAttributesAreThoseOfTheDesign() {
		assertThat(text("ce_id")).isEqualTo("order:SO-20261124-0007:1");
		assertThat(text("ce_type")).isEqualTo("io.gendan.order.OrderPlaced.v1");
		assertThat(text("ce_source")).isEqualTo("/gendan/order-service");
		assertThat(text("ce_subject")).isEqualTo("SO-20261124-0007");
		assertThat(text("ce_time")).isEqualTo("2026-11-24T01:15:03.250000000Z");
		assertThat(text("ce_dataschema")).isEqualTo("urn:gendan:schema:io.gendan.order.OrderPlaced.v1");
		assertThat(text("ce_actor")).isEqualTo("salesperson/li.na");
		assertThat(text("ce_prevhash")).isEqualTo("0".repeat(64));
		assertThat(text("content-type")).isEqualTo("application/json");
	}

	@Test
	void aTimeWithAnotherOffsetIsTheSameTime() {
		put("ce_time", "2026-11-24T09:15:03.25+08:00");
		assertThat(read()).isEqualTo(this.event);
	}

	@Test
	void whatIsOptionalInCloudEventsMayBeAbsentAndUnknownHeadersAreSkipped() {
		this.headers.remove("ce_dataschema");
		this.headers.remove("content-type");
		put("ce_addedlater", "1");
		assertThat(read()).isEqualTo(this.event);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence",
			"ce_clock", "ce_correlationid", "ce_actor", "ce_prevhash", "ce_hash" })
	void aMissingAttributeIsNamed(String name) {
		this.headers.remove(name);
		refusedNaming(name);
		put(name, "");
		refusedNaming(name);
	}

	@ParameterizedTest
	@CsvSource({ "ce_specversion, 0.3", "ce_id, order:SO-1:1", "ce_id, review:SO-20261124-0007:1",
			"ce_source, /gendan/gifts-service", "ce_source, order", "ce_time, yesterday",
			"ce_time, 2026-11-24T01:15:02", "ce_time, 2026-02-30T01:15:02Z", "ce_sequence, one", "ce_sequence, 0",
			"ce_time, 0001-01-01T00:00:00Z", "ce_time, 1999-12-31T23:59:59.999Z", "ce_time, 2200-01-01T00:00:00Z",
			"ce_time, 9999-12-31T23:59:59Z", "ce_time, +1000000000-12-31T23:59:59Z", "ce_time, 2026-11-24T25:00:00Z",
			"ce_sequence, 9007199254740992", "ce_clock, 9007199254740992", "ce_clock, 9223372036854775807",
			"ce_sequence, -1", "ce_sequence, 1.5", "ce_sequence, 99999999999999999999", "ce_clock, 0", "ce_clock, x",
			"ce_actor, nobody", "ce_actor, /li.na", "ce_actor, salesperson/",
			"ce_dataschema, urn:gendan:schema:io.gendan.order.OrderPlaced.v2", "content-type, text/plain",
			"ce_hash, 00" })
	void aWrongAttributeIsNamed(String name, String value) {
		put(name, value);
		refusedNaming(name);
	}

	@ParameterizedTest
	@CsvSource({ "ce_type, io.gendan.order.OrderConfirmed.v1", "ce_time, 2026-11-24T01:15:04Z", "ce_clock, 5",
			"ce_causationid, order:SO-9:1", "ce_correlationid, SO-9", "ce_actor, salesperson/wang",
			"ce_prevhash, 1000000000000000000000000000000000000000000000000000000000000000" })
	void anAttributeThatWasChangedShowsByItsHash(String name, String value) {
		this.headers.remove("ce_dataschema");
		put(name, value);
		refusedNaming("ce_hash");
	}

	@Test
	void dataThatWereChangedShowByTheirHash() {
		byte[] value = this.event.data().replace("10547.20", "10547.21").getBytes(StandardCharsets.UTF_8);
		malformed(value, "ce_hash");
	}

	@Test
	void dataThatAreNoTextAreRefused() {
		malformed(new byte[] { (byte) 0xff, (byte) 0xfe, 0x00 }, "ce_hash");
		malformed(new byte[0], "ce_hash");
		malformed(null, "no value");
	}

	@Test
	void aRecordWithoutAnyHeaderIsRefused() {
		this.headers.clear();
		refusedNaming("ce_specversion");
	}

	@Test
	void everySourceIsThatOfOneService() {
		assertThat(List.of(Service.values()))
			.allSatisfy((service) -> assertThat(Service.ofSource(service.source())).contains(service));
		assertThat(Service.ofSource("gendan")).isEmpty();
	}

	private RecordedEvent read() {
		return CloudEventHeaders.read(this.headers::get, this.event.bytes());
	}

	private void refusedNaming(String name) {
		malformed(this.event.bytes(), name);
	}

	private void malformed(byte[] value, String named) {
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> CloudEventHeaders.read(this.headers::get, value))
			.withMessageContaining(named);
	}

	private String text(String name) {
		return new String(this.headers.get(name), StandardCharsets.UTF_8);
	}

	private void put(String name, String value) {
		this.headers.put(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
