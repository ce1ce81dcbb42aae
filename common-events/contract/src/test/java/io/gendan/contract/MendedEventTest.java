package io.gendan.contract;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.gendan.contract.review.OrderApproved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A person may mend the data of a dead letter, and nothing else. */
class MendedEventTest {

	private static final String APPROVED = "io.gendan.review.OrderApproved.v1";

	private static final String BROKEN = "{\"order\":\"SO-20261124-0007\",\"round\":\"one\",\"approvedBy\":\"wang\"}";

	private static final String MENDED = "{\"order\":\"SO-20261124-0007\",\"round\":1,\"approvedBy\":\"王强\"}";

	private final EventCodec codec = new EventCodec();

	private final RecordedEvent broken = Recordings.of(APPROVED, BROKEN, null);

	private final Map<String, byte[]> headers = new HashMap<>(CloudEventHeaders.write(this.broken.envelope()));

	@Test
	void theDataAreTheMendedOnesAndEverythingElseIsTheOriginal() {
		RecordedEvent mended = mended(MENDED);
		assertThat(mended.envelope()).isEqualTo(this.broken.envelope());
		assertThat(mended.data()).isEqualTo(MENDED);
		assertThat(this.codec.event(mended)).contains(new OrderApproved("SO-20261124-0007", 1, "王强", null));
	}

	@Test
	void theChainGoesOnThoughTheHashNoLongerFits() {
		RecordedEvent next = Recordings.of(APPROVED, MENDED, this.broken);
		RecordedEvent mended = mended(MENDED);
		assertThat(next.envelope().prevHash()).isEqualTo(mended.envelope().hash());
		assertThat(HashChain.intact(mended)).isFalse();
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> CloudEventHeaders.read(this.headers::get, mended.bytes()))
			.withMessageContaining("ce_hash");
	}

	@Test
	void aRecordThatNobodyTouchedIsReadAsEver() {
		assertThat(mended(BROKEN)).isEqualTo(CloudEventHeaders.read(this.headers::get, this.broken.bytes()));
	}

	@Test
	void mendingReplacesTheDataButDoesNotExcuseThem() {
		refusedByTheCodec(BROKEN);
		refusedByTheCodec(MENDED.replace("0007", "0008"));
		refusedByTheCodec("");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ce_specversion", "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_sequence",
			"ce_clock", "ce_correlationid", "ce_actor", "ce_prevhash", "ce_hash" })
	void aMissingAttributeCannotBeMended(String name) {
		this.headers.remove(name);
		refusedNaming(name);
	}

	@ParameterizedTest
	@CsvSource({ "ce_specversion, 0.3", "ce_id, review:SO-20261124-0007:2", "ce_source, /gendan/gifts-service",
			"ce_time, yesterday", "ce_sequence, 0", "ce_clock, 0", "ce_actor, nobody",
			"ce_dataschema, urn:gendan:schema:io.gendan.review.OrderApproved.v2", "content-type, text/plain" })
	void aWrongAttributeCannotBeMended(String name, String value) {
		this.headers.put(name, value.getBytes(StandardCharsets.UTF_8));
		refusedNaming(name);
	}

	@Test
	void noDataAreNoMending() {
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> CloudEventHeaders.readMended(this.headers::get, null))
			.withMessageContaining("no value");
	}

	private RecordedEvent mended(String data) {
		return CloudEventHeaders.readMended(this.headers::get, data.getBytes(StandardCharsets.UTF_8));
	}

	private void refusedByTheCodec(String data) {
		RecordedEvent mended = mended(data);
		assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> this.codec.event(mended));
	}

	private void refusedNaming(String name) {
		assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> mended(MENDED))
			.withMessageContaining(name);
	}

}
