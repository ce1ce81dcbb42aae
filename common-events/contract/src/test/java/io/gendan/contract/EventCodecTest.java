package io.gendan.contract;

import java.util.List;
import java.util.Locale;

import io.gendan.contract.approval.ContractFiles;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.contract.review.OrderApproved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EventCodecTest {

	private static final String APPROVED = "io.gendan.review.OrderApproved.v1";

	private static final String PASSED = "io.gendan.fulfillment.QualityPassed.v1";

	private final EventCodec codec = new EventCodec();

	@Test
	void anEventIsWrittenWithoutWhatIsAbsent() {
		String json = this.codec.write(new OrderApproved("SO-1", 1, "zhang", null));
		assertThat(ContractFiles.json(json))
			.isEqualTo(ContractFiles.json("{\"order\":\"SO-1\",\"round\":1,\"approvedBy\":\"zhang\"}"));
	}

	@Test
	void optionalFieldsMayBeAbsentOrNull() {
		OrderApproved event = new OrderApproved("SO-1", 1, "zhang", null);
		assertThat(this.codec.read(APPROVED, "{\"order\":\"SO-1\",\"round\":1,\"approvedBy\":\"zhang\"}"))
			.contains(event);
		assertThat(
				this.codec.read(APPROVED, "{\"order\":\"SO-1\",\"round\":1,\"approvedBy\":\"zhang\",\"remarks\":null}"))
			.contains(event);
	}

	@Test
	void unknownFieldsAreSkipped() {
		String data = "{\"order\":\"SO-1\",\"attempt\":1,\"inspector\":\"zhao\",\"addedLater\":{\"deep\":[1,{}]},\"$ref\":1}";
		assertThat(this.codec.read(PASSED, data)).contains(new QualityPassed("SO-1", 1, "zhao"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.gendan.order.OrderPlaced.v2", "io.gendan.order.OrderLost.v1", "", "$" })
	void unknownTypesAreLeftAlone(String type) {
		assertThat(this.codec.read(type, "not even JSON")).isEmpty();
		assertThat(this.codec.event(Recordings.of("io.gendan.order.Unheard.v1", "{}", null))).isEmpty();
	}

	@Test
	void dataOfAnotherSubjectAreRefused() {
		String data = "{\"order\":\"SO-2\",\"attempt\":1,\"inspector\":\"zhao\"}";
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> this.codec.event(Recordings.of(PASSED, data, null)))
			.withMessageContaining("belong to SO-2")
			.withMessageContaining("its envelope to SO-20261124-0007");
	}

	@Test
	void aMissingOrNullFieldIsNamed() {
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> this.codec.read(PASSED, "{\"order\":\"SO-1\",\"attempt\":1}"))
			.withMessageContaining("inspector")
			.withMessageContaining(PASSED);
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> this.codec.read(PASSED, "{\"order\":\"SO-1\",\"attempt\":1,\"inspector\":null}"))
			.withMessageContaining("inspector");
	}

	@Test
	void oldVersionsAreLiftedStepByStep() {
		EventCodec lifting = new EventCodec(List.of(step("test.Passed.v0", "test.Passed.v1", "attempt", "1"),
				step("test.Passed.v1", PASSED, "inspector", "\"nobody\"")));
		assertThat(lifting.read("test.Passed.v0", "{\"order\":\"SO-1\"}"))
			.contains(new QualityPassed("SO-1", 1, "nobody"));
		assertThat(lifting.read("test.Passed.v1", "{\"order\":\"SO-1\",\"attempt\":3}"))
			.contains(new QualityPassed("SO-1", 3, "nobody"));
		assertThat(lifting.read(PASSED, "{\"order\":\"SO-1\",\"attempt\":3,\"inspector\":\"zhao\"}"))
			.contains(new QualityPassed("SO-1", 3, "zhao"));
	}

	@Test
	void theNewestVersionIsTheEndOfTheUpcasters() {
		EventCodec lifting = new EventCodec(List.of(step("test.Passed.v1", "test.Passed.v2", "more", "1"),
				step("test.Passed.v2", PASSED, "inspector", "\"nobody\"")));
		assertThat(List.of("test.Passed.v1", "test.Passed.v2", PASSED, "test.Other.v1").stream().map(lifting::newest))
			.containsExactly(PASSED, PASSED, PASSED, "test.Other.v1");
	}

	@Test
	void anUpcasterToAnUnknownTypeLeadsToNothing() {
		EventCodec lifting = new EventCodec(List.of(step("test.A.v1", "test.A.v2", "more", "1")));
		assertThat(lifting.read("test.A.v1", "{}")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "1", "", "{", "{}" })
	void dataThatCannotBeLiftedAreRefused(String data) {
		EventCodec lifting = new EventCodec(List.of(step("test.Passed.v1", PASSED, "inspector", "\"nobody\"")));
		assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> lifting.read("test.Passed.v1", data))
			.withMessageContaining("test.Passed.v1");
	}

	@Test
	void anUpcasterThatFailsMakesTheRecordMalformed() {
		EventCodec failing = new EventCodec(List.of(step("test.Passed.v1", PASSED, "inspector", "no JSON")));
		assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> failing.read("test.Passed.v1", "{}"));
	}

	@Test
	void upcastersThatGoInACircleOrCompeteAreRefused() {
		Upcaster there = step("test.A.v1", "test.A.v2", "more", "1");
		Upcaster back = step("test.A.v2", "test.A.v1", "less", "1");
		assertThatIllegalArgumentException().isThrownBy(() -> new EventCodec(List.of(there, back)));
		assertThatIllegalStateException().isThrownBy(() -> new EventCodec(List.of(there, there)));
	}

	@Test
	void everyEventHasOneNameThatSaysItsServiceAndVersion() {
		assertThat(EventCatalogue.all()).isNotEmpty().allSatisfy((type, event) -> {
			String service = type.split("\\.")[2];
			assertThat(type).isEqualTo("io.gendan." + service + "." + event.getSimpleName() + ".v1");
			assertThat(EventCatalogue.typeOf(event)).isEqualTo(type);
			assertThat(EventCatalogue.of(Service.valueOf(service.toUpperCase(Locale.ROOT)))).contains(event);
		});
		assertThat(EventCatalogue.find(EventCatalogue.typeOf(PaymentRequested.class))).contains(PaymentRequested.class);
		record Nameless(String order) implements AboutOrder {
		}
		assertThatIllegalArgumentException().isThrownBy(() -> EventCatalogue.typeOf(Nameless.class));
	}

	private static Upcaster step(String from, String to, String field, String json) {
		return new Upcaster() {

			@Override
			public String from() {
				return from;
			}

			@Override
			public String to() {
				return to;
			}

			@Override
			public ObjectNode lift(ObjectNode data) {
				data.set(field, ContractFiles.json(json));
				return data;
			}

		};
	}

}
