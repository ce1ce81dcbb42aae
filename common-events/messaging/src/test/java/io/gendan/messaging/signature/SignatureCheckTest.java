package io.gendan.messaging.signature;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpServer;
import io.gendan.contract.Actor;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.signature.NewSigningKey;
import io.gendan.messaging.signature.SigningSettings.Check;
import io.gendan.messaging.topic.TopicRecord;
import io.gendan.testing.ForeignChain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Events of a service can be told from a stranger's. */
class SignatureCheckTest {

	/** About to overflow, as it may at any time. */
	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final RecordedEvent event = new ForeignChain("X-1")
		.next(new OrderCancelled("X-1", "li", Personal.of("no longer needed")), new Actor("salesperson", "li"));

	@TempDir
	Path directory;

	@BeforeEach
	void makeKeys() throws Exception {
		NewSigningKey.write(this.directory, Service.ORDER);
		NewSigningKey.write(this.directory, Service.REVIEW);
	}

	@Test
	void aServiceSignsForItself() {
		assertThat(check(Check.REQUIRE).objection(signedBy(Service.ORDER), this.event)).isNull();
		assertThat(counted("valid")).isEqualTo(1);
	}

	@Test
	void whoeverElseSignsIsRefused() {
		assertThat(reason(check(Check.REQUIRE), signedBy(Service.REVIEW))).isEqualTo("SIGNATURE_KEY_UNKNOWN");
		assertThat(reason(check(Check.REQUIRE), unsigned())).isEqualTo("SIGNATURE_MISSING");
		TopicRecord other = with(EventHeaders.signedWith(key(Service.ORDER))
			.of(new ForeignChain("X-2")
				.next(new OrderCancelled("X-2", "li", Personal.of("x")), new Actor("salesperson", "li"))
				.envelope())
			.get(CloudEventHeaders.SIGNATURE));
		assertThat(reason(check(Check.REQUIRE), other)).isEqualTo("SIGNATURE_WRONG");
		assertThat(reason(check(Check.REQUIRE), with("no signature".getBytes(StandardCharsets.UTF_8))))
			.isEqualTo("SIGNATURE_WRONG");
	}

	@Test
	void aWarningCountsAndTakes() {
		assertThat(check(Check.WARN).objection(signedBy(Service.REVIEW), this.event)).isNull();
		assertThat(check(Check.WARN).objection(unsigned(), this.event)).isNull();
		assertThat(counted("key_unknown")).isEqualTo(1);
		assertThat(counted("missing")).isEqualTo(1);
		assertThat(check(Check.OFF).objection(unsigned(), this.event)).isNull();
		assertThat(counted("missing")).isEqualTo(1);
	}

	@Test
	void aNewKeyIsKnownWithoutARestartAndAWithdrawnOneForgotten() throws Exception {
		SignatureCheck check = check(Check.REQUIRE);
		assertThat(check.objection(signedBy(Service.ORDER), this.event)).isNull();
		TopicRecord old = signedBy(Service.ORDER);
		Files.delete(this.directory.resolve("order.jwks"));
		NewSigningKey.write(this.directory, Service.ORDER);
		assertThat(reason(check, signedBy(Service.ORDER))).as("not at every event").isEqualTo("SIGNATURE_KEY_UNKNOWN");
		this.nanos.addAndGet(Duration.ofSeconds(10).toNanos());
		assertThat(check.objection(old, this.event)).as("still believed").isNull();
		assertThat(check.objection(signedBy(Service.ORDER), this.event)).isNull();
		assertThat(reason(check, old)).isEqualTo("SIGNATURE_KEY_UNKNOWN");
	}

	@Test
	void keysThatCannotBeReadAreNoReasonToRefuse() throws Exception {
		SignatureCheck known = check(Check.REQUIRE);
		known.objection(signedBy(Service.ORDER), this.event);
		TopicRecord good = signedBy(Service.ORDER);
		Files.delete(this.directory.resolve("order.jwks"));
		assertThatThrownBy(() -> check(Check.REQUIRE).objection(good, this.event))
			.hasMessageContaining("keys of order cannot be read");
		this.nanos.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(known.objection(good, this.event)).as("those read last stay").isNull();
	}

	@Test
	void whatWaitedInTheLedgerWasCheckedWhenItCame() {
		assertThat(check(Check.REQUIRE).objection(TopicRecord.of(this.event), this.event)).isNull();
	}

	@Test
	void keysCanBeFetched() throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/keys", (exchange) -> {
			byte[] keys = Files.readAllBytes(this.directory.resolve("order.jwks"));
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		server.start();
		try {
			String address = "http://127.0.0.1:" + server.getAddress().getPort();
			assertThat(check(Check.REQUIRE, address + "/keys").objection(signedBy(Service.ORDER), this.event)).isNull();
			assertThatThrownBy(
					() -> check(Check.REQUIRE, address + "/nothing").objection(signedBy(Service.ORDER), this.event))
				.hasRootCauseMessage(address + "/nothing answers 404");
		}
		finally {
			server.stop(0);
		}
	}

	@Test
	void whatIsConsumedMustBeCheckable() {
		SigningSettings settings = settings(Check.WARN, "keys");
		assertThatCode(() -> SignatureCheck.mustKnow(settings, List.of("gendan.order"))).doesNotThrowAnyException();
		assertThatThrownBy(() -> SignatureCheck.mustKnow(settings, List.of("gendan.order", "gendan.billing")))
			.hasMessageContaining("gendan.signing.keys.billing");
		assertThatCode(
				() -> SignatureCheck.mustKnow(settings(Check.OFF, "keys"), List.of("gendan.order", "gendan.billing")))
			.doesNotThrowAnyException();
	}

	@Test
	void withoutAKeyNothingIsSigned() {
		assertThat(EventHeaders.unsigned().of(this.event.envelope())).doesNotContainKey(CloudEventHeaders.SIGNATURE);
		assertThatThrownBy(() -> EventHeaders.signedWith(this.directory.resolve("none")))
			.hasMessageContaining("cannot be read");
	}

	private double counted(String outcome) {
		return this.registry.counter("gendan.signatures", "topic", "gendan.order", "outcome", outcome).count();
	}

	private @Nullable String reason(SignatureCheck check, TopicRecord record) {
		Objection objection = check.objection(record, this.event);
		return (objection != null) ? objection.reason() : null;
	}

	private SignatureCheck check(Check check) {
		return check(check, this.directory.resolve("order.jwks").toString());
	}

	private SignatureCheck check(Check check, String orderKeys) {
		return new SignatureCheck(settings(check, orderKeys), this.registry, this.nanos::get);
	}

	private static SigningSettings settings(Check check, String orderKeys) {
		return new SigningSettings(null, check, Map.of(Service.ORDER, orderKeys), Duration.ofMinutes(1));
	}

	private Path key(Service service) {
		return this.directory.resolve(service.label() + ".private.jwk");
	}

	private TopicRecord signedBy(Service service) {
		return with(EventHeaders.signedWith(key(service)).of(this.event.envelope()).get(CloudEventHeaders.SIGNATURE));
	}

	private TopicRecord unsigned() {
		return with(null);
	}

	private TopicRecord with(byte @Nullable [] signature) {
		Map<String, byte[]> headers = new HashMap<>(CloudEventHeaders.write(this.event.envelope()));
		if (signature != null) {
			headers.put(CloudEventHeaders.SIGNATURE, signature);
		}
		return new TopicRecord("gendan.order", 0, 7, "X-1".getBytes(StandardCharsets.UTF_8), headers,
				this.event.bytes());
	}

}
