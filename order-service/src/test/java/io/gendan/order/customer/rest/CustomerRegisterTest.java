package io.gendan.order.customer.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.gendan.contract.Actor;
import io.gendan.contract.customer.CustomerChanged;
import io.gendan.contract.customer.CustomerErased;
import io.gendan.contract.customer.CustomerRegistered;
import io.gendan.contract.customer.ErasureCause;
import io.gendan.contract.customer.ErasureCompleted;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.StageGateway;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerForm;
import io.gendan.order.customer.TermsForm;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** ORD-1, X-1, X-2, X-3: the customer register as a whole. */
@GendanIntegrationTest
@Import(ErasureTrials.class)
class CustomerRegisterTest {

	private static final String DETAILS = """
			"name": "%s", "creditCode": "91330100799655058B",
			"contacts": [{"name": "王芳", "function": "采购", "phone": "0571-8888", "email": "wang.fang@example.com"}],
			"addresses": [{"label": "仓库", "country": "CN", "region": "浙江", "city": "杭州", "address": "文三路 1 号",
			  "postalCode": "310000", "receiver": "王芳", "phone": "0571-8888"}],
			"invoiceTitle": "杭州西湖礼品有限公司", "taxNumber": "91330100799655058B", "paymentTerms": "MONTHLY\"""";

	private static final String NEW = "{\"number\": \"%s\", " + DETAILS + "}";

	@Autowired
	private TestSystem system;

	@Autowired
	private ErasureTrials.Erasures erasures;

	@Autowired
	private StageGateway<Customer, CustomerCommand> customers;

	@Autowired
	private AtomicInteger questions;

	@Test
	void aCustomerIsAStreamOfItsOwn() {
		Caller manager = this.system.as("wang", "sales-manager");
		Answer registered = manager.post("/api/customers", """
				{"number": "K/7;x=100%%", %s, "salesperson": "li", "grade": "B", "standing": "GOOD",
				 "creditLimit": {"amount": 50000, "currency": "CNY"}}""".formatted(DETAILS.formatted("西湖礼品")));
		assertThat(registered.status()).as(registered.text()).isEqualTo(201);
		assertThat(registered.body().at("/details/name").asString()).isEqualTo("西湖礼品");
		String location = registered.headers().firstValue("Location").orElseThrow();
		CustomerRegistered event = this.system.await("customer/K/7;x=100%", CustomerRegistered.class);
		assertThat(event.grade()).isEqualTo("B");
		assertThat(event.details().salesperson()).isEqualTo("li");

		Answer changed = manager.post(location + "/change", "{" + DETAILS.formatted("杭州西湖礼品") + "}", "If-Match",
				"\"1\"");
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(this.system.await("customer/K/7;x=100%", CustomerChanged.class).after().salesperson())
			.isEqualTo("li");
		Answer late = manager.post(location + "/grade", "{\"grade\": \"A\", \"reason\": \"买得多\"}", "If-Match", "\"1\"");
		assertThat(late.status()).isEqualTo(412);
		assertThat(late.body().at("/code").asString()).isEqualTo("CUSTOMER_CHANGED");
		assertThat(late.body().at("/messages/zh").asString()).contains("K/7;x=100%");

		assertThat(manager.post(location + "/grade", "{\"grade\": \"A\", \"reason\": \"买得多\"}").status())
			.isEqualTo(200);
		Caller finance = this.system.as("qian", "finance");
		assertThat(finance
			.post(location + "/credit-limit", "{\"amount\": \"80000.5\", \"currency\": \"CNY\", \"reason\": \"付款准时\"}")
			.status()).isEqualTo(200);
		Answer standing = finance.post(location + "/standing", "{\"standing\": \"ON_HOLD\", \"reason\": \"逾期\"}");
		assertThat(standing.body().at("/grade").asString()).isEqualTo("A");
		assertThat(standing.body().at("/creditLimit/amount").asString()).isEqualTo("80000.50");
		assertThat(standing.body().at("/standing").asString()).isEqualTo("ON_HOLD");
		whoChangedWhatIsTold(this.system.as("li", "salesperson").get(location + "/history").body());
		JsonNode row = finance.get("/api/customers?standing=ON_HOLD&grade=A&country=CN&salesperson=li")
			.body()
			.at("/items/0");
		assertThat(row.propertyNames()).contains("salesperson").doesNotContain("enteredBy");
		assertThat(finance.get("/api/customers?enteredBy=li").status()).isEqualTo(400);
		assertThat(row.at("/customer").asString()).isEqualTo("K/7;x=100%");
		assertThat(row.at("/name").asString()).isEqualTo("杭州西湖礼品");
		assertThat(row.at("/creditLimit").asString()).isEqualTo("80000.50");
		assertThat(row.at("/creditCurrency").asString()).isEqualTo("CNY");
	}

	private static void whoChangedWhatIsTold(JsonNode history) {
		assertThat(history.at("/items")).hasSize(5);
		assertThat(history.at("/items/0/by").asString()).isEqualTo("finance/qian");
		assertThat(history.at("/items/0/data/old").asString()).isEqualTo("GOOD");
		assertThat(history.at("/items/0/data/standing").asString()).isEqualTo("ON_HOLD");
		assertThat(history.at("/items/0/data/reason").asString()).isEqualTo("逾期");
		assertThat(history.at("/items/1/data/old/amount").asString()).isEqualTo("50000.00");
		assertThat(history.at("/items/2/data/old").asString()).isEqualTo("B");
		assertThat(history.at("/items/3/data/before/name").asString()).isEqualTo("西湖礼品");
		assertThat(history.at("/items/3/data/after/name").asString()).isEqualTo("杭州西湖礼品");
		assertThat(history.at("/items/4/type").asString()).isEqualTo("io.gendan.order.CustomerRegistered.v1");
	}

	@Test
	void anothersCustomerLooksAsIfThereWereNone() {
		Caller own = this.system.owning("zhao", "salesperson", "K-20");
		assertThat(own.post("/api/customers", NEW.formatted("K-20", "西湖礼品")).status()).isEqualTo(201);
		Caller stranger = this.system.owning("zhou", "salesperson", "K-21");
		Answer hidden = stranger.get("/api/customers/K-20");
		assertThat(hidden.status()).isEqualTo(404);
		assertThat(hidden.body().at("/code").asString()).isEqualTo("CUSTOMER_UNKNOWN");
		assertThat(stranger.get("/api/customers/K-20/history").status()).isEqualTo(404);
		assertThat(stranger.post("/api/customers/K-20/change", "{" + DETAILS.formatted("x") + "}").status())
			.isEqualTo(404);
		assertThat(stranger.get("/api/customers").body().at("/items").findValuesAsString("customer"))
			.doesNotContain("K-20");
		Answer taken = stranger.post("/api/customers", NEW.formatted("K-20", "西湖礼品"));
		assertThat(taken.status()).isEqualTo(409);
		assertThat(taken.body().at("/code").asString()).isEqualTo("NUMBER_NOT_FREE");
		assertThat(taken.body().at("/messages/en").asString())
			.isEqualTo("The number K-20 cannot be used for anything new. Choose another one.");
		assertThat(taken.body().at("/messages/zh").asString()).isEqualTo("编号 K-20 不能用于新建，请换一个编号。");
		assertThat(List.of(hidden, taken))
			.allSatisfy((answer) -> assertThat(answer.text()).doesNotContainPattern("\\{\\w"));

		Caller merchandiser = this.system.as("sun", "merchandiser");
		String handedOver = "{" + DETAILS.formatted("西湖礼品") + ", \"salesperson\": \"zhou\", \"reason\": \"交接\"}";
		assertThat(merchandiser.post("/api/customers/K-20/change", handedOver).status()).isEqualTo(200);
		assertThat(stranger.get("/api/customers/K-20").body().at("/details/name").asString()).isEqualTo("西湖礼品");
		assertThat(stranger.get("/api/customers?salesperson=zhou").body().at("/items/0/customer").asString())
			.isEqualTo("K-20");
	}

	@Test
	void aSalespersonEntersNewCustomersOfTheirOwn() {
		Caller own = this.system.owning("sun.li", "salesperson", "K-24");
		assertThat(own.post("/api/customers", NEW.formatted("K-25", "西湖礼品")).status()).isEqualTo(201);
		assertThat(own.get("/api/customers/K-25").body().at("/details/salesperson").asString()).isEqualTo("sun.li");
		Answer again = own.post("/api/customers", NEW.formatted("K-25", "西湖礼品"));
		assertThat(again.status()).as(again.text()).isEqualTo(201);
		assertThat(again.headers().firstValue("ETag")).contains("\"1\"");
		assertThat(own.post("/api/customers", NEW.formatted("K-25", "别的礼品")).body().at("/code").asString())
			.isEqualTo("CUSTOMER_REGISTERED");
		assertThat(this.system.owning("gu", "salesperson", "K-26").get("/api/customers/K-25").status()).isEqualTo(404);

		Answer foreign = own.post("/api/customers",
				"{\"number\": \"K-27\", " + DETAILS.formatted("x") + ", \"salesperson\": \"gu\"}");
		assertThat(foreign.status()).isEqualTo(403);
		assertThat(foreign.body().at("/code").asString()).isEqualTo("CUSTOMER_NOT_YOURS");
		assertThat(foreign.body().at("/errors/0/field").asString()).isEqualTo("number");
		assertThat(foreign.body().at("/messages/en").asString())
			.isEqualTo("Customer K-27 is not one of yours; this is entered by whoever serves them.");
		assertThat(foreign.body().at("/messages/zh").asString()).isEqualTo("客户 K-27 不属于您，应由负责该客户的人员录入。");
		assertThat(foreign.body().at("/errors/0/messages")).isEqualTo(foreign.body().at("/messages"));
		Answer terms = own.post("/api/customers",
				"{\"number\": \"K-28\", " + DETAILS.formatted("x") + ", \"grade\": \"A\"}");
		assertThat(terms.status()).isEqualTo(403);
		assertThat(terms.body().at("/code").asString()).isEqualTo("TERMS_NOT_YOURS");
	}

	@Test
	void aCustomerReadsItselfButNotWhatTheHouseThinksOfIt() {
		this.system.as("wang", "sales-manager")
			.post("/api/customers",
					"{\"number\": \"K-30\", %s, \"salesperson\": \"li\", \"grade\": \"A\", \"creditLimit\": {\"amount\": 50000, \"currency\": \"CNY\"}}"
						.formatted(DETAILS.formatted("西湖礼品")));
		Caller customer = this.system.owning("lin", "customer", "K-30");
		JsonNode shown = customer.get("/api/customers/K-30").body();
		assertThat(shown.at("/details/contacts/0/phone").asString()).isEqualTo("0571-8888");
		assertThat(List.of("/grade", "/standing", "/creditLimit", "/details/salesperson"))
			.allSatisfy((inside) -> assertThat(absent(shown, inside)).as(inside).isTrue());
		JsonNode row = customer.get("/api/customers").body().at("/items/0");
		assertThat(row.at("/name").asString()).isEqualTo("西湖礼品");
		assertThat(row.propertyNames()).doesNotContain("grade", "standing", "creditLimit", "creditCurrency",
				"salesperson", "enteredBy");
		assertThat(customer.get("/api/customers?grade=A").body().at("/items")).isEmpty();
		assertThat(customer.get("/api/customers?creditCurrency=CNY").body().at("/items")).isEmpty();
		assertThat(this.system.owning("ma", "customer", "K-31").get("/api/customers/K-30").status()).isEqualTo(404);
		JsonNode warehouse = this.system.as("zheng", "warehouse").get("/api/customers/K-30").body();
		assertThat(warehouse.at("/details/salesperson").asString()).isEqualTo("li");
		assertThat(warehouse.at("/details/contacts/0/function").asString()).isEqualTo("采***");
		assertThat(warehouse.at("/details/addresses/0/label").asString()).isEqualTo("仓***");
		Caller packing = this.system.as("zheng", "warehouse");
		assertThat(packing.get("/api/customers").body().at("/items").toString()).doesNotContain("西湖礼品")
			.contains("西***");
		Answer guessed = packing.get("/api/customers?name=x");
		assertThat(guessed.status()).as("a row that is found would tell what is masked").isEqualTo(400);
		assertThat(guessed.text()).contains("PARAMETER_UNKNOWN");
		assertThat(absent(warehouse, "/grade")).isTrue();
		assertThat(absent(warehouse, "/creditLimit")).isTrue();
		JsonNode all = this.system.as("wang", "sales-manager").get("/api/customers/K-30").body();
		assertThat(all.at("/creditLimit/amount").asString()).isEqualTo("50000.00");
		assertThat(all.at("/details/salesperson").asString()).isEqualTo("li");
	}

	private static boolean absent(JsonNode shown, String inside) {
		JsonNode node = shown.at(inside);
		return node.isMissingNode() || node.isNull();
	}

	@Test
	void whatHasACommandOfItsOwnIsNotChangedByTheWay() {
		Caller manager = this.system.as("wang", "sales-manager");
		assertThat(manager.post("/api/customers", NEW.formatted("K-60", "西湖礼品")).status()).isEqualTo(201);
		Answer refused = manager.post("/api/customers/K-60/change", """
				{"number": "K-61", %s, "grade": "A", "standing": "BLOCKED",
				 "creditLimit": {"amount": 1, "currency": "CNY"}}""".formatted(DETAILS.formatted("x")));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body().at("/code").asString()).isEqualTo("CUSTOMER_FIELDS_INVALID");
		assertThat(refused.body().at("/errors").findValuesAsString("field")).containsExactly("number", "grade",
				"creditLimit", "standing");
		assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("CUSTOMER_NUMBER_DISAGREES");
		assertThat(refused.body().at("/errors/2/messages/en").asString())
			.isEqualTo("Is not changed here but by the command credit-limit, with a reason: leave it out");
		assertThat(refused.body().at("/errors/2/messages/zh").asString()).contains("credit-limit");
		Answer same = manager.post("/api/customers/K-60/change", "{\"number\": \"K-60\", " + DETAILS.formatted("西湖礼品")
				+ ", \"grade\": \"\", \"standing\": \"\", \"creditLimit\": {}}");
		assertThat(same.status()).as(same.text()).isEqualTo(200);
		assertThat(same.headers().firstValue("ETag")).contains("\"1\"");
	}

	@Test
	void anErasedCustomerIsForgotten() {
		assertThat(this.system.as("li", "salesperson").post("/api/customers", NEW.formatted("K-40", "西湖礼品")).status())
			.isEqualTo(201);
		Caller general = this.system.as("chen", "general-manager");
		assertThat(general.post("/api/customers/K-40/erase", "{}").body().at("/errors/0/field").asString())
			.isEqualTo("cause");
		Answer erased = general.post("/api/customers/K-40/erase",
				"{\"cause\": \"CUSTOMER_REQUEST\", \"reference\": \"REQ-7\"}");
		assertThat(erased.status()).as(erased.text()).isEqualTo(200);
		assertThat(erased.body().at("/state").asString()).isEqualTo("ERASED");
		Instant goneBy = Instant.parse(erased.body().at("/erased/goneBy").asString());
		assertThat(goneBy).isAfter(Instant.now().plus(Duration.ofHours(3)));
		assertThat(this.system.await("customer/K-40", CustomerErased.class).cause())
			.isEqualTo(ErasureCause.CUSTOMER_REQUEST);
		assertThat(this.system.await("customer/K-40", ErasureCompleted.class).goneBy()).isEqualTo(goneBy);
		assertThat(this.erasures.customers).contains("K-40");

		Answer shown = general.get("/api/customers/K-40");
		assertThat(shown.body().at("/erased/goneBy").asString()).isEqualTo(goneBy.toString());
		assertThat(shown.body().at("/erased/cause").asString()).isEqualTo("CUSTOMER_REQUEST");
		assertThat(shown.text()).doesNotContain("西湖", "0571", "91330100799655058B");
		assertThat(general.get("/api/customers?state=ERASED").text()).contains("K-40").doesNotContain("西湖");
		Answer change = general.post("/api/customers/K-40/change", "{" + DETAILS.formatted("x") + "}");
		assertThat(change.status()).isEqualTo(409);
		assertThat(change.body().at("/code").asString()).isEqualTo("CUSTOMER_ERASED");
		assertThat(change.body().at("/messages/en").asString())
			.matches("The customer K-40 was erased on \\d{4}-\\d\\d-\\d\\d: nothing more can be said of it");
		assertThat(change.body().at("/messages/zh").asString())
			.matches("客户 K-40 已于 \\d{4}-\\d\\d-\\d\\d 删除个人信息，不能再作任何登记");
		assertThat(change.body().at("/facts/cause").asString()).isEqualTo("CUSTOMER_REQUEST");
		assertThat(general.post("/api/customers", NEW.formatted("K-40", "x")).body().at("/code").asString())
			.isEqualTo("CUSTOMER_ERASED");
		assertThat(this.system.owning("li", "salesperson", "K-41").get("/api/customers/K-40").status()).isEqualTo(404);
	}

	@Test
	void whomNobodyHasRegisteredCanBeErasedToo() {
		Caller general = this.system.as("chen", "general-manager");
		assertThat(general.get("/api/customers/K-50").status()).isEqualTo(404);
		assertThat(general.post("/api/customers/K-50/erase", "{\"cause\": \"AUTHORITY_ORDER\"}").status())
			.isEqualTo(200);
		assertThat(this.system.await("customer/K-50", ErasureCompleted.class).goneBy()).isAfter(Instant.now());
		assertThat(this.erasures.customers).contains("K-50");
	}

	@Test
	void anErasureThatTheBrokerDoesNotTakeYetIsAcceptedWithoutAPromise() {
		Caller general = this.system.as("chen", "general-manager");
		this.erasures.refused.add("K-51");
		Answer erased = general.post("/api/customers/K-51/erase", "{\"cause\": \"RETENTION_ENDED\"}");
		assertThat(erased.status()).as(erased.text()).isEqualTo(202);
		assertThat(erased.body().at("/state").asString()).isEqualTo("ERASED");
		assertThat(absent(erased.body(), "/erased/goneBy")).isTrue();
		assertThat(erased.headers().firstValue("ETag")).contains("\"1\"");
		assertThat(this.system.await("customer/K-51", CustomerErased.class).cause())
			.isEqualTo(ErasureCause.RETENTION_ENDED);
	}

	@Test
	void manyNewCustomersAskForTheirKeysAsOftenAsOne() {
		assertThat(asked(register("ONE", 1))).isEqualTo(2);
		assertThat(asked(register("MANY", 200))).isEqualTo(2);
		assertThat(this.system.as("sun", "auditor").get("/api/customers?name=MANY-199").text()).contains("MANY-199");
	}

	private List<CommandRequest<CustomerCommand>> register(String prefix, int count) {
		return IntStream.range(0, count).mapToObj((i) -> {
			String number = prefix + "-" + i;
			CustomerForm form = new CustomerForm(number, null, List.of(), List.of(), null, null, null, null);
			return CommandRequest.<CustomerCommand>of(number, new CustomerCommand.Register(form, TermsForm.EMPTY),
					new Actor("sales-manager", "wang"));
		}).toList();
	}

	private int asked(List<CommandRequest<CustomerCommand>> commands) {
		this.questions.set(0);
		assertThat(this.customers.executeAll(commands, (request, told) -> told instanceof CommandResult.Done))
			.containsOnly(true);
		return this.questions.get();
	}

	@Test
	void whatIsNotThereIsToldInItsOwnWords() {
		Caller manager = this.system.as("wang", "sales-manager");
		Answer unknown = manager.post("/api/customers/nobody/grade", "{\"grade\": \"A\", \"reason\": \"x\"}");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.body().at("/messages/en").asString())
			.isEqualTo("There is no customer nobody in the register");
		Answer parameter = manager.get("/api/customers?phone=0571-8888");
		assertThat(parameter.status()).isEqualTo(400);
		assertThat(parameter.body().at("/facts/known").asString()).startsWith("state, standing, grade, name");
	}

}
