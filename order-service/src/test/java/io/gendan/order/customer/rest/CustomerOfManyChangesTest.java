package io.gendan.order.customer.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import io.gendan.contract.Actor;
import io.gendan.contract.customer.ErasureCompleted;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.StageGateway;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerForm;
import io.gendan.order.customer.TermsForm;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 2, X-2: what is personal gathers in pages too, sealed, and is erased there. */
@GendanIntegrationTest
@Import(ErasureTrials.class)
class CustomerOfManyChangesTest {

	private static final int CHANGES = 10_000;

	private static final String NUMBER = "LONG";

	private static final String LEDGER = "customer/" + NUMBER;

	private static final String HISTORY = "/api/customers/" + NUMBER + "/history";

	private static final Actor MANAGER = new Actor("sales-manager", "wang");

	@Autowired
	private TestSystem system;

	@Autowired
	private StageGateway<Customer, CustomerCommand> customers;

	@Autowired
	private MongoDatabaseFactory mongo;

	@Test
	void tenThousandChangesStayReadableUntilTheCustomerIsErased() {
		change();
		awaitLedgerBelow(400_000);
		assertThat(documents()).isNotEmpty().noneMatch((document) -> document.contains("王芳"));
		Caller auditor = this.system.as("sun", "auditor");
		assertThat(numbers(auditor)).hasSize(CHANGES + 1).isSortedAccordingTo((one, other) -> Long.compare(other, one));
		JsonNode oldest = auditor.get(HISTORY + "?before=3").body();
		assertThat(oldest.at("/items/0/data/before/contacts/0/name").asString()).isEqualTo("王芳 0");
		assertThat(oldest.at("/items/0/data/after/contacts/0/name").asString()).isEqualTo("王芳 1");
		assertThat(oldest.at("/items/1/type").asString()).isEqualTo("io.gendan.order.CustomerRegistered.v1");
		Customer known = state();
		theStateIsTheFoldOfAllPages(known);

		JsonNode erased = this.system.as("chen", "general-manager")
			.post("/api/customers/" + NUMBER + "/erase", "{\"cause\": \"RETENTION_ENDED\"}")
			.body();
		assertThat(erased.at("/erased/goneBy").asString()).isNotEmpty();
		this.system.await(LEDGER, ErasureCompleted.class);
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode old = auditor.get(HISTORY + "?before=3").body();
			assertThat(old.at("/items/0/data/after/contacts/0/name").asString()).isEqualTo("(erased)");
			assertThat(old.at("/items/1/data/details/contacts/0/name").asString()).isEqualTo("(erased)");
		});
		assertThat(numbers(auditor)).hasSize(CHANGES + 3);
		theStateIsTheFoldOfAllPages(state());
		assertThat(auditor.get("/api/customers/" + NUMBER).text()).doesNotContain("王芳");
	}

	private void change() {
		this.customers
			.execute(CommandRequest.of(NUMBER, new CustomerCommand.Register(form(0), TermsForm.EMPTY), MANAGER));
		for (int begin = 1; begin <= CHANGES; begin += 500) {
			List<CommandRequest<CustomerCommand>> changes = new ArrayList<>();
			IntStream.range(begin, begin + 500)
				.forEach((i) -> changes
					.add(CommandRequest.of(NUMBER, new CustomerCommand.Change(form(i), null), MANAGER)));
			assertThat(this.customers.executeAll(changes, (asked, told) -> told instanceof CommandResult.Done))
				.containsOnly(true);
			awaitLedgerBelow(3_000_000);
		}
	}

	/** Nothing is decided that way; it is looked at whether something can go to pages. */
	private void awaitLedgerBelow(long bytes) {
		Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20)).until(() -> {
			boolean small = ((Number) ledger().get("bytes")).longValue() < bytes;
			if (!small) {
				this.customers.execute(CommandRequest.of(NUMBER, new CustomerCommand.Grade("C", "nothing"), MANAGER));
			}
			return small;
		});
	}

	private List<Long> numbers(Caller caller) {
		List<Long> numbers = new ArrayList<>();
		for (JsonNode page = caller.get(HISTORY + "?limit=500").body(); page != null;) {
			page.at("/items").forEach((item) -> numbers.add(item.at("/number").asLong()));
			page = page.has("next") ? caller.get(HISTORY + "?limit=500&before=" + page.at("/next").asLong()).body()
					: null;
		}
		return numbers;
	}

	/** Of a stored state that cannot be used nothing is taken. */
	private void theStateIsTheFoldOfAllPages(Customer known) {
		this.mongo.getMongoDatabase()
			.getCollection("customers")
			.updateOne(Filters.eq("_id", LEDGER),
					new Document("$set", new Document("paged.state", "{\"form\":\"another\"}")));
		assertThat(state()).isEqualTo(known);
		Awaitility.await("the state is stored again")
			.atMost(Duration.ofMinutes(1))
			.until(() -> ledger().get("paged", Document.class).getString("state").contains("\"number\":\"" + NUMBER));
	}

	private Customer state() {
		return this.customers.find(NUMBER).orElseThrow().state();
	}

	private Document ledger() {
		return Objects.requireNonNull(
				this.mongo.getMongoDatabase().getCollection("customers").find(Filters.eq("_id", LEDGER)).first());
	}

	private List<String> documents() {
		List<String> documents = new ArrayList<>();
		for (String collection : this.mongo.getMongoDatabase().listCollectionNames()) {
			if (collection.startsWith("customers")) {
				this.mongo.getMongoDatabase().getCollection(collection).find().map(Document::toJson).into(documents);
			}
		}
		return documents;
	}

	private static CustomerForm form(int number) {
		return new CustomerForm("西湖礼品", null, List.of(new CustomerForm.Person("王芳 " + number, null, null, null)),
				List.of(), null, null, null, null);
	}

}
