package io.gendan.contract;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import io.gendan.contract.approval.ContractFiles;
import io.gendan.contract.approval.EventSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever is done to a sample, the codec reads it or says that it is malformed, and it
 * takes what the schema takes.
 */
class MalformedDataTest {

	/**
	 * What a reader need not check again: the limits of the business, and the plain form
	 * of a decimal.
	 */
	private static final Set<String> LIMITS = Set.of("minimum", "maximum", "minItems", "pattern");

	private static final List<JsonNode> VALUES = Stream
		.of("null", "true", "0", "-1", "1.5", "99999999999", "99999999999999999999", "{}", "[]", "[1]", "[null]",
				"[[]]", "{\"$ne\":null}", "{\"amount\":1,\"currency\":\"CNY\"}", "[2026,11,24]", "\"\"", "\" \"",
				"\"$\"", "\"1\"", "\"NaN\"", "\"1e1000000000\"", "\"2026-11-24\"", "\"2026-02-30\"",
				"\"2026-11-24T01:00:00\"", "\"2026-11-24T01:00:00Z\"", "\"true\"", "\"PREPAID\"", "\"\\u0000\"",
				"\"订单\"")
		.map(ContractFiles::json)
		.toList();

	private static final String MARK = "put here what no JSON tree can hold";

	private final EventCodec codec = new EventCodec();

	static Set<String> types() {
		return EventCatalogue.all().keySet();
	}

	@ParameterizedTest
	@MethodSource("types")
	void aFieldOfAnotherTypeIsRefusedExactlyWhereTheSchemaRefusesIt(String type) {
		forEachPlace(type, (sample, place) -> VALUES.forEach((value) -> {
			JsonNode original = place.replace(value);
			// A null where the field may be absent is tolerated, though no writer writes
			// it.
			if (!value.isNull() || !place.mayBeAbsent(type, sample)) {
				agrees(type, sample, place + " = " + value);
			}
			place.replace(original);
		}));
	}

	@ParameterizedTest
	@MethodSource("types")
	void aNumberBeyondAllMeasureIsRefused(String type) {
		forEachPlace(type, (sample, place) -> {
			JsonNode original = place.replace(JsonNodeFactory.instance.stringNode(MARK));
			String data = sample.toString();
			Stream.of("1e400", "-1e400", "1e1000000000", "1e-1000000000", "9".repeat(5_000), "0." + "1".repeat(5_000))
				.forEach((number) -> refused(type, data.replace('"' + MARK + '"', number)));
			place.replace(original);
		});
	}

	@ParameterizedTest
	@MethodSource("types")
	void aFieldThatIsMissingIsRefusedExactlyWhereTheSchemaRefusesIt(String type) {
		forEachPlace(type, (sample, place) -> {
			JsonNode original = place.remove();
			agrees(type, sample, place + " removed");
			place.restore(original);
		});
	}

	@ParameterizedTest
	@MethodSource("types")
	void halfARecordIsRefused(String type) {
		String data = ContractFiles.json(ContractFiles.sample(type)).toString();
		for (int length = 0; length < data.length(); length++) {
			refused(type, data.substring(0, length));
		}
		refused(type, data + "x");
		refused(type, data + data);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]", "1", "\"{}\"", "true", "\u0000", "<xml/>", "{\"order\"}", "{order:1}" })
	void anotherDocumentIsRefused(String data) {
		types().forEach((type) -> refused(type, data));
	}

	@Test
	void aDocumentOfManyLevelsIsRefused() {
		refused("io.gendan.billing.OrderReleased.v1", "[".repeat(100_000));
		refused("io.gendan.billing.OrderReleased.v1", "{\"order\":".repeat(100_000));
		refused("io.gendan.billing.OrderReleased.v1", "{\"added\":" + "[".repeat(100_000));
	}

	private void agrees(String type, ObjectNode sample, String what) {
		List<Error> errors = EventSchema.of(type).errors(sample);
		boolean read = reads(type, sample.toString(), what);
		if (read) {
			// A null where the field may be absent is tolerated, though no writer writes
			// it.
			assertThat(errors).as("%s: %s was read", type, what)
				.allMatch((error) -> LIMITS.contains(error.getKeyword()));
		}
		else {
			assertThat(errors).as("%s: %s was refused", type, what).isNotEmpty();
		}
	}

	private boolean reads(String type, String data, String what) {
		try {
			return this.codec.read(type, data).isPresent();
		}
		catch (MalformedEventException ex) {
			assertThat(ex).as(what).hasMessageContaining(type);
			return false;
		}
	}

	private void refused(String type, String data) {
		assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> this.codec.read(type, data));
	}

	private static void forEachPlace(String type, BiConsumer<ObjectNode, SamplePlace> action) {
		ObjectNode sample = ContractFiles.json(ContractFiles.sample(type));
		List<SamplePlace> places = SamplePlace.in(sample);
		assertThat(places).isNotEmpty();
		places.forEach((place) -> action.accept(sample, place));
	}

}
