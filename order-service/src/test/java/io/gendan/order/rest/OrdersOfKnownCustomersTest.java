package io.gendan.order.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.review.Correction;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders beside customer register and product list, as a whole (ORD-1, ORD-4, X-1, X-2).
 */
@GendanIntegrationTest
class OrdersOfKnownCustomersTest {

	private static final String CUSTOMER = """
			{"number": "%s", "name": "西湖礼品 %1$s", "creditCode": "91330100799655058B",
			 "contacts": [{"name": "王芳", "phone": "0571-8888"}],
			 "addresses": [{"country": "CN", "city": "杭州", "address": "文三路 1 号", "receiver": "老张"}],
			 "invoiceTitle": "西湖礼品", "taxNumber": "91330100799655058B", "paymentTerms": "MONTHLY"}
			""";

	private static final String PRODUCT = """
			{"number": "%s", "name": "茶杯", "specification": "300 ml", "unit": "箱", "supply": "STOCKED",
			 "taxRatePercent": 13, "prices": [{"grade": "A", "currency": "CNY", "list": "10.5", "floor": "9"},
			                                  {"currency": "CNY", "list": "12", "floor": "9"}]}
			""";

	private static final String ORDER = """
			{"number": "%s", "receivedAt": "2026-03-02T09:00:00+08:00", "channel": "EMAIL", "customer": {"id": "%s"},
			 "currency": "CNY", "lines": [{"item": "%s", "quantity": 10}], "requestedDelivery": "2026-04-01",
			 "deliveryMethod": "ROAD", "invoice": {"kind": "VAT_SPECIAL"}}
			""";

	private static final String WHOLE = """
			{"number": "%s", "channel": "EMAIL", "customer": {"id": "%s", "name": "某客户"},
			 "shipTo": {"country": "CN", "address": "东街 1 号"}, "currency": "CNY",
			 "lines": [{"item": "X", "description": "x", "quantity": 1, "unit": "PCS", "unitPrice": 1}],
			 "requestedDelivery": "2099-04-01", "deliveryMethod": "ROAD", "paymentTerms": "PREPAID",
			 "invoice": {"kind": "NONE"}}
			""".replace("2099-04-01", LocalDate.now().plusDays(30).toString());

	@Autowired
	private TestSystem system;

	@Test
	void theNumberOfTheCustomerAndTheItemsAreEnough() {
		register("N-100");
		list("CUP-1");
		Caller clerk = this.system.as("sun", "merchandiser");
		assertThat(manager().post("/api/customers/N-100/grade", "{\"grade\": \"A\", \"reason\": \"买得多\"}").status())
			.isEqualTo(200);
		Answer placed = clerk.post("/api/orders", ORDER.formatted("NO-1", "N-100", "CUP-1"), "Idempotency-Key", "n1");
		assertThat(placed.status()).as(placed.text()).isEqualTo(201);
		OrderPlaced sealed = this.system.await("NO-1", OrderPlaced.class);
		assertThat(List.of(sealed.customer().name(), sealed.shipTo().address(), sealed.invoice().title()))
			.allMatch(Personal::isSealed);
		OrderPlaced event = this.system.opened("NO-1", OrderPlaced.class);
		assertThat(event.customer()).isEqualTo(new Customer("N-100", Personal.of("西湖礼品 N-100"), Personal.of("王芳"),
				Personal.of("0571-8888"), Personal.of("91330100799655058B"), "A"));
		assertThat(event.shipTo().receiver()).isEqualTo(Personal.of("老张"));
		assertThat(event.paymentTerms()).isEqualTo(PaymentTerms.MONTHLY);
		assertThat(event.invoice().taxNumber()).isEqualTo(Personal.of("91330100799655058B"));
		assertThat(event.lines().getFirst().unit()).isEqualTo("箱");
		assertThat(event.total()).isEqualTo(Money.of("105", "CNY"));
		assertThat(
				clerk.get("/api/orders?customerName=" + URLEncoder.encode("西湖礼品 N-100", StandardCharsets.UTF_8)).text())
			.contains("NO-1");

		blocked("N-100");
		Answer replayed = clerk.post("/api/orders", ORDER.formatted("NO-1", "N-100", "CUP-1"), "Idempotency-Key", "n1");
		assertThat(replayed.status()).as(replayed.text()).isEqualTo(201);
		assertThat(code(clerk.post("/api/orders", ORDER.formatted("NO-1", "N-100", "CUP-1"))))
			.isEqualTo("ORDER_ALREADY_PLACED");
		assertThat(code(clerk.post("/api/orders",
				ORDER.formatted("NO-1", "N-100", "CUP-1").replace("\"quantity\": 10", "\"quantity\": 11"))))
			.isEqualTo("FIELDS_INVALID");
		Answer refused = clerk.post("/api/orders", ORDER.formatted("NO-2", "N-100", "CUP-1"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("customer.id");
		assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("CUSTOMER_BLOCKED");
		assertThat(refused.body().at("/errors/0/messages/zh").asString()).contains("N-100").doesNotContain("{");
		placedAgainItTakesWhatTheRegisterSaysNow(clerk);
	}

	private void placedAgainItTakesWhatTheRegisterSaysNow(Caller clerk) {
		this.system.publish(new OrderReturnedForCorrection("NO-1", 1, "wang",
				List.of(new Correction("lines[0].quantity", Personal.of("more")))));
		Awaitility.await().until(() -> clerk.get("/api/orders/NO-1").body().at("/state").asString().equals("RETURNED"));
		String corrected = ORDER.formatted("NO-1", "N-100", "CUP-1").replace("\"quantity\": 10", "\"quantity\": 20");
		assertThat(codes(clerk.post("/api/orders/NO-1/place", corrected))).containsExactly("CUSTOMER_BLOCKED");
		standing("N-100", "ON_HOLD");
		assertThat(manager().post("/api/customers/N-100/grade", "{\"grade\": \"B\", \"reason\": \"x\"}").status())
			.isEqualTo(200);
		Answer again = clerk.post("/api/orders/NO-1/place", corrected);
		assertThat(again.status()).as(again.text()).isEqualTo(200);
		assertThat(again.body().at("/placed/customer/grade").asString()).isEqualTo("B");
		assertThat(again.body().at("/placed/total/amount").asString()).isEqualTo("240.00");
	}

	@Test
	void nobodyOrdersForAnErasedCustomer() {
		Caller general = this.system.as("chen", "general-manager");
		assertThat(general.post("/api/customers/N-200/erase", "{\"cause\": \"CUSTOMER_REQUEST\"}").status())
			.isEqualTo(200);
		Answer refused = general.post("/api/orders", WHOLE.formatted("NO-20", "N-200"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(codes(refused)).containsExactly("CUSTOMER_FORGOTTEN");
		assertThat(refused.body().at("/errors/0/messages/en").asString())
			.matches("Customer N-200 was erased on \\d{4}-\\d\\d-\\d\\d; nothing can be ordered .*");
	}

	@Test
	void aWithdrawnProductIsNotOrderedAndAnotherUnitIsTold() {
		list("CUP-2");
		Caller clerk = this.system.as("sun", "merchandiser");
		String form = WHOLE.formatted("NO-30", "N-300").replace("\"X\"", "\"CUP-2\"");
		assertThat(codes(clerk.post("/api/orders", form))).containsExactly("UNIT_DISAGREES");
		assertThat(manager().post("/api/products/CUP-2/withdraw", "{\"reason\": \"停产\"}").status()).isEqualTo(200);
		assertThat(codes(clerk.post("/api/orders", form.replace("PCS", "箱")))).containsExactly("ITEM_WITHDRAWN");
	}

	@Test
	void aSalespersonOrdersForTheirOwnCustomersAndLearnsNothingOfOthers() {
		Caller zhao = this.system.owning("zhao.n", "salesperson", "N-400");
		assertThat(zhao.post("/api/customers", CUSTOMER.formatted("N-401")).status()).isEqualTo(201);
		list("CUP-4");
		Answer given = zhao.post("/api/orders", ORDER.formatted("NO-40", "N-401", "CUP-4"));
		assertThat(given.status()).as(given.text()).isEqualTo(201);
		assertThat(zhao.get("/api/orders/NO-40").body().at("/placed/customer/contact").asString()).isEqualTo("王芳");

		register("N-402");
		blocked("N-402");
		this.system.as("chen", "general-manager")
			.post("/api/customers/N-403/erase", "{\"cause\": \"CUSTOMER_REQUEST\"}");
		for (String number : List.of("N-402", "N-403", "N-404")) {
			Answer foreign = zhao.post("/api/orders", WHOLE.formatted("NO-41", number));
			assertThat(foreign.status()).as(foreign.text()).isEqualTo(403);
			assertThat(code(foreign)).isEqualTo("CUSTOMER_NOT_YOURS");
			assertThat(codes(zhao.post("/api/orders", ORDER.formatted("NO-41", number, "CUP-4"))))
				.containsExactly("REQUIRED", "REQUIRED", "REQUIRED", "REQUIRED", "TAX_NUMBER_REQUIRED", "REQUIRED");
		}
	}

	@Test
	void whoAndWhatNobodyHasEnteredMayStillBeOrdered() {
		assertThat(this.system.as("li", "salesperson").post("/api/orders", WHOLE.formatted("NO-50", "N-500")).status())
			.isEqualTo(201);
	}

	private Caller manager() {
		return this.system.as("wang", "sales-manager");
	}

	private void register(String number) {
		Answer registered = manager().post("/api/customers", CUSTOMER.formatted(number));
		assertThat(registered.status()).as(registered.text()).isEqualTo(201);
	}

	private void list(String number) {
		Answer listed = manager().post("/api/products", PRODUCT.formatted(number));
		assertThat(listed.status()).as(listed.text()).isEqualTo(201);
	}

	private void blocked(String number) {
		standing(number, "BLOCKED");
	}

	private void standing(String number, String standing) {
		Answer answer = manager().post("/api/customers/" + number + "/standing",
				"{\"standing\": \"%s\", \"reason\": \"逾期\"}".formatted(standing));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
	}

	private static String code(Answer answer) {
		return answer.body().at("/code").asString();
	}

	private static List<String> codes(Answer answer) {
		return StreamSupport.stream(answer.body().at("/errors").spliterator(), false)
			.map((error) -> error.at("/code").asString())
			.toList();
	}

}
