package io.gendan.billing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.logistics.Difference;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders travel through billing: events in, money over HTTP, events out. */
@GendanIntegrationTest
class BillingServiceTest {

	@Autowired
	TestSystem system;

	@Test
	void aPrepaidOrderIsPaidReleasedInvoicedAndSettled() {
		confirmed("B-1", PaymentTerms.PREPAID);
		assertThat(this.system.await("B-1", PaymentRequested.class).amount()).isEqualTo(Money.of("150.00", "CNY"));
		Caller finance = this.system.as("zhao", "finance");
		Answer partial = finance.post("/api/billings/B-1/receipts",
				Map.of("voucher", "V-1", "amount", 50.5, "currency", "CNY", "reference", "B-1"));
		assertThat(partial.status()).as(partial.text()).isEqualTo(200);
		assertThat(partial.body().at("/outstanding/amount").asString()).isEqualTo("99.50");
		Map<String, String> rest = Map.of("voucher", "V-2", "amount", "100.00", "currency", "CNY");
		Answer paid = finance.post("/api/billings/B-1/receipts", rest, "Idempotency-Key", "r2");
		assertThat(paid.body().at("/released").asBoolean()).isTrue();
		Answer again = finance.post("/api/billings/B-1/receipts", rest, "Idempotency-Key", "r2");
		assertThat(again.status()).as(again.text()).isEqualTo(200);
		assertProblem(finance.post("/api/billings/B-1/receipts", rest), 409, "VOUCHER_KNOWN");
		this.system.await("B-1", OrderReleased.class);
		this.system.publish(Orders.delivered("B-1"));
		assertThat(this.system.await("B-1", InvoiceIssued.class).gross()).isEqualTo(Money.of("150.00", "CNY"));
		assertThat(this.system.await("B-1", OrderSettled.class).credit()).isEqualTo(Money.of("0.50", "CNY"));
		Answer shown = this.system.as("qian", "auditor").get("/api/billings/B-1");
		assertThat(shown.body().at("/state").asString()).isEqualTo("SETTLED");
		assertThat(shown.body().at("/invoice/number").asString()).isEqualTo("INV-B-1");
		assertThat(shown.headers().firstValue("ETag")).isPresent();
		Answer listed = finance.get("/api/billings?state=SETTLED&customer=C-1");
		assertThat(listed.text()).contains("\"B-1\"");
	}

	@Test
	void eventsOfTwoTopicsMayArriveInTheOppositeOrder() {
		this.system.publish(Orders.delivered("B-2"));
		confirmed("B-2", PaymentTerms.MONTHLY);
		this.system.await("B-2", OrderReleased.class);
		this.system.await("B-2", InvoiceIssued.class);
		assertThat(this.system.await("B-2", PaymentRequested.class).terms()).isEqualTo(PaymentTerms.MONTHLY);
	}

	@Test
	void aDifferenceIsAgreedTheRestWrittenOffAndCreditPaidBack() {
		confirmed("B-5", PaymentTerms.MONTHLY);
		this.system.await("B-5", OrderReleased.class);
		this.system.publish(new GoodsDelivered("B-5", "W-5", Personal.of("王芳"), Instant.parse("2026-03-30T08:00:00Z"),
				GoodsCondition.INCOMPLETE, List.of(new Difference(2, Personal.of("missing")))));
		Caller finance = this.system.as("zhao", "finance");
		Awaitility.await()
			.until(() -> finance.get("/api/billings/B-5").body().at("/state").asString().equals("DIFFERENCES_OPEN"));
		Answer agreed = this.system.as("he", "service").post("/api/billings/decide-differences", """
				{"items": [{"order": "B-5",
				  "command": {"lines": [{"line": 2, "quantity": "0"}], "reason": "not invoiced"}}]}""");
		assertThat(agreed.body().path("done").asInt()).as(agreed.text()).isEqualTo(1);
		assertThat(this.system.await("B-5", InvoiceIssued.class).gross()).isEqualTo(Money.of("100.00", "CNY"));
		assertProblem(this.system.as("he", "service").post("/api/billings/B-5/write-off", "{\"reason\":\"x\"}"), 403,
				"ROLE_NOT_ALLOWED");
		finance.post("/api/billings/B-5/receipts", "{\"voucher\":\"V-1\",\"amount\":90,\"currency\":\"CNY\"}");
		assertThat(finance.post("/api/billings/B-5/write-off", "{\"reason\":\"bank fee\"}")
			.body()
			.at("/outstanding/amount")
			.asString()).isEqualTo("0.00");
		finance.post("/api/billings/B-5/receipts", "{\"voucher\":\"V-2\",\"amount\":30,\"currency\":\"CNY\"}");
		assertThat(finance.post("/api/billings/B-5/refund", "{\"voucher\":\"R-1\",\"amount\":20,\"currency\":\"CNY\"}")
			.body()
			.at("/credit/amount")
			.asString()).isEqualTo("0.00");
	}

	@Test
	void aReceiptIsReversedByFinanceOnce() {
		confirmed("B-6", PaymentTerms.PREPAID);
		this.system.await("B-6", PaymentRequested.class);
		Caller finance = this.system.as("zhao", "finance");
		finance.post("/api/billings/B-6/receipts", "{\"voucher\":\"V-1\",\"amount\":150,\"currency\":\"CNY\"}");
		String slip = "{\"voucher\":\"V-1\",\"reason\":\"wrong order\"}";
		assertProblem(this.system.as("he", "service").post("/api/billings/B-6/reverse-receipt", slip), 403,
				"ROLE_NOT_ALLOWED");
		Answer reversed = finance.post("/api/billings/B-6/reverse-receipt", slip);
		assertThat(reversed.status()).as(reversed.text()).isEqualTo(200);
		assertThat(reversed.body().at("/released").asBoolean()).isFalse();
		assertThat(reversed.body().at("/outstanding/amount").asString()).isEqualTo("150.00");
		assertThat(reversed.body().at("/receipts")).isEmpty();
		assertThat(reversed.body().at("/reversals/0/reason").asString()).isEqualTo("wrong order");
		assertThat(this.system.await("B-6", ReceiptReversed.class).voucher()).isEqualTo("V-1");
		assertProblem(finance.post("/api/billings/B-6/reverse-receipt", slip), 409, "RECEIPT_IS_REVERSED");
	}

	@Test
	void everyWrongCallIsAnswered() {
		confirmed("B-3", PaymentTerms.CASH_ON_DELIVERY);
		this.system.await("B-3", OrderReleased.class);
		String path = "/api/billings/B-3/receipts";
		String good = "{\"voucher\":\"V-1\",\"amount\":\"1.00\",\"currency\":\"CNY\"}";
		Caller finance = this.system.as("zhao", "finance");
		assertProblem(this.system.anonymous().post(path, good), 401, "TOKEN_MISSING_OR_INVALID");
		assertProblem(this.system.as("qian", "auditor").post(path, good), 403, "ROLE_NOT_ALLOWED");
		assertProblem(this.system.as("li", "salesperson").post(path, good), 403, "ROLE_NOT_ALLOWED");
		assertProblem(this.system.as("c", "customer").get("/api/billings/B-3"), 403, "ROLE_NOT_ALLOWED");
		assertProblem(this.system.as("c", "customer").get("/api/billings"), 403, "ROLE_NOT_ALLOWED");
		assertProblem(finance.post(path, "{\"voucher\":"), 400, "JSON_MALFORMED");
		assertProblem(finance.post(path, "{\"vaucher\":\"V\"}"), 400, "FIELD_UNKNOWN");
		assertProblem(finance.post(path, "{\"amount\":\"a lot\"}"), 400, "FIELD_TYPE_WRONG");
		assertProblem(finance.post(path, "{\"amount\":[1]}"), 400, "FIELD_TYPE_WRONG");
		assertProblem(finance.post("/api/billings/B-none/receipts", good), 404, "ORDER_UNKNOWN");
		assertProblem(finance.get("/api/billings/B-none"), 404, "ORDER_UNKNOWN");
		Answer faults = finance.post(path, "{\"amount\":-1,\"currency\":\"USD\"}");
		assertProblem(faults, 422, "FIELDS_INVALID");
		assertThat(faults.body().at("/errors").size()).isEqualTo(3);
		assertProblem(finance.post(path, "{\"voucher\":\"V\",\"amount\":1e308,\"currency\":\"CNY\"}"), 422,
				"FIELDS_INVALID");
		assertProblem(finance.post(path, good, "If-Match", "\"99\""), 412, "ORDER_CHANGED");
	}

	@Test
	void theDocumentIsOpen() {
		assertThat(this.system.anonymous().get("/v3/api-docs").body().path("paths").propertyNames())
			.contains("/api/billings", "/api/billings/{order}", "/api/billings/{order}/receipts");
	}

	private void confirmed(String order, PaymentTerms terms) {
		this.system.publish(Orders.placed(order, terms, "CNY", "100.00", "50.00"));
		this.system.publish(Orders.confirmed(order));
	}

	private static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.body().path("code").asString("")).as(answer.text()).isEqualTo(code);
		assertThat(answer.body().path("messages").path("zh").asString("")).containsPattern("\\p{IsHan}");
	}

}
