package io.gendan.contract.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.networknt.schema.Error;
import io.gendan.contract.EventCatalogue;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.PaymentTerms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The records, the schemas and the samples say the same. Red after a change of a record:
 * run with {@code -Dgendan.contract.approve=true} and look at the difference; what that
 * refuses needs a new event version.
 */
class ApprovedContractTest {

	private static final String PAYMENT = "io.gendan.billing.PaymentRequested.v1";

	@BeforeAll
	static void approve() {
		Approval.writeIfRequested();
	}

	static Set<String> types() {
		return EventCatalogue.all().keySet();
	}

	@Test
	void everyEventHasItsFilesAndNoFileIsLeftOver() {
		Set<String> schemas = new TreeSet<>();
		Set<String> samples = new TreeSet<>();
		types().forEach((type) -> {
			schemas.add(type + ".json");
			samples.addAll(List.of(type + ".json", type + ".required.json"));
		});
		assertThat(ContractFiles.names("schemas")).isEqualTo(schemas);
		assertThat(ContractFiles.names("samples")).isEqualTo(samples);
	}

	@ParameterizedTest
	@MethodSource("types")
	void recordSchemaAndSamplesHaveTheSameFields(String type) {
		assertThat(ShapeComparison.differences(EventCatalogue.find(type).orElseThrow(), schema(type), full(type),
				required(type)))
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("types")
	void theSchemaIsTheOneOfTheRecord(String type) {
		assertThat(schema(type)).isEqualTo(
				ContractFiles.json(SchemaWriter.schema(type, EventCatalogue.find(type).orElseThrow()).toString()));
	}

	@ParameterizedTest
	@MethodSource("types")
	void everyFieldIsDescribed(String type) {
		assertThat(schema(type).findValues("properties")).allSatisfy((properties) -> assertThat(properties.values())
			.allSatisfy((property) -> assertThat(property.path("description").asString("")).isNotBlank()));
	}

	@ParameterizedTest
	@MethodSource("types")
	void bothSamplesAreValidAndSurviveReadingAndWriting(String type) {
		EventCodec codec = new EventCodec();
		assertThat(List.of(full(type), required(type))).allSatisfy((sample) -> {
			assertThat(EventSchema.of(type).errors(sample)).isEmpty();
			GendanEvent event = codec.read(type, sample.toString()).orElseThrow();
			assertThat(ContractFiles.json(codec.write(event))).isEqualTo(sample);
			assertThat(codec.read(type, codec.write(event))).contains(event);
		});
	}

	@ParameterizedTest
	@MethodSource("types")
	void theSchemaRefusesEachMissingRequiredFieldAndToleratesAnUnknownOne(String type) {
		required(type).propertyNames().forEach((name) -> {
			ObjectNode sample = required(type);
			sample.remove(name);
			assertThat(EventSchema.of(type).errors(sample)).extracting(Error::getKeyword).containsExactly("required");
		});
		assertThat(EventSchema.of(type).errors(full(type).put("addedLater", 1))).isEmpty();
	}

	@Test
	void aRenamedFieldShows() {
		assertThat(differences(Renamed.class)).containsExactlyInAnyOrder(
				"Renamed: the schema's properties: the record lacks [terms]",
				"Renamed: the schema's properties: the record also has [paymentTerms]",
				"Renamed: the schema's required: the record lacks [terms]",
				"Renamed: the schema's required: the record also has [paymentTerms]",
				"Renamed: the full sample: the record lacks [terms]",
				"Renamed: the full sample: the record also has [paymentTerms]",
				"Renamed: the required sample: the record lacks [terms]",
				"Renamed: the required sample: the record also has [paymentTerms]");
		assertThat(breaking(Renamed.class)).containsExactlyInAnyOrder("/terms is gone",
				"/terms would no longer be required", "/paymentTerms would be required");
	}

	@Test
	void aRemovedFieldShows() {
		assertThat(differences(Removed.class)).hasSize(4).allMatch((text) -> text.endsWith("the record lacks [dueOn]"));
		assertThat(breaking(Removed.class)).contains("/dueOn is gone");
	}

	@Test
	void anAddedRequiredFieldShowsAndIsNeverApproved() {
		assertThat(differences(AddedRequired.class)).hasSize(4);
		assertThat(breaking(AddedRequired.class)).containsExactly("/voucher would be required");
	}

	@Test
	void anAddedOptionalFieldShowsAndMayBeApproved() {
		assertThat(differences(AddedOptional.class)).containsExactly(
				"AddedOptional: the schema's properties: the record also has [remarks]",
				"AddedOptional: the full sample: the record also has [remarks]");
		assertThat(breaking(AddedOptional.class)).isEmpty();
	}

	@Test
	void aChangedTypeIsNeverApproved() {
		assertThat(breaking(Retyped.class)).anyMatch((change) -> change.startsWith("/dueOn: type was \"string\""));
	}

	@Test
	void aTextMayBecomePersonalAndNeverTheOtherWayRound() {
		JsonNode personal = ContractFiles.json(SchemaWriter.schema(PAYMENT, BecamePersonal.class).toString());
		assertThat(BreakingChanges.between(schema(PAYMENT), personal)).isEmpty();
		assertThat(BreakingChanges.between(personal, schema(PAYMENT)))
			.containsExactly("/order: x-gendan-personal was true and would be ");
	}

	@Test
	void aFieldMissingInANestedRecordShows() {
		ObjectNode full = full(PAYMENT);
		((ObjectNode) full.get("amount")).remove("currency");
		assertThat(ShapeComparison.differences(Same.class, schema(PAYMENT), full, required(PAYMENT)))
			.containsExactly("Same.amount: the full sample: the record also has [currency]");
		ObjectNode schema = schema(PAYMENT);
		((ObjectNode) schema.at("/$defs/Money/properties")).remove("amount");
		assertThat(ShapeComparison.differences(Same.class, schema, full(PAYMENT), required(PAYMENT)))
			.containsExactly("Same.amount: the schema's properties: the record also has [amount]");
	}

	@Test
	void theUnchangedRecordShowsNothing() {
		assertThat(differences(Same.class)).isEmpty();
		assertThat(breaking(Same.class)).isEmpty();
	}

	private static List<String> differences(Class<?> planted) {
		return ShapeComparison.differences(planted, schema(PAYMENT), full(PAYMENT), required(PAYMENT));
	}

	private static List<String> breaking(Class<?> planted) {
		return BreakingChanges.between(schema(PAYMENT),
				ContractFiles.json(SchemaWriter.schema(PAYMENT, planted).toString()));
	}

	private static ObjectNode schema(String type) {
		return ContractFiles.json(ContractFiles.schema(type));
	}

	private static ObjectNode full(String type) {
		return ContractFiles.json(ContractFiles.sample(type));
	}

	private static ObjectNode required(String type) {
		return ContractFiles.json(ContractFiles.requiredSample(type));
	}

	record Same(String order, Money amount, LocalDate dueOn, PaymentTerms terms) {
	}

	record Renamed(String order, Money amount, LocalDate dueOn, PaymentTerms paymentTerms) {
	}

	record Removed(String order, Money amount, PaymentTerms terms) {
	}

	record AddedRequired(String order, Money amount, LocalDate dueOn, PaymentTerms terms, String voucher) {
	}

	record AddedOptional(String order, Money amount, LocalDate dueOn, PaymentTerms terms, @Nullable String remarks) {
	}

	record BecamePersonal(Personal order, Money amount, LocalDate dueOn, PaymentTerms terms) {
	}

	record Retyped(String order, Money amount, int dueOn, PaymentTerms terms) {
	}

}
