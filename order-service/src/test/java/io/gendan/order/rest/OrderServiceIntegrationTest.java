package io.gendan.order.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.aftersales.GoodsAccepted;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCompleted;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.StopOrdered;
import io.gendan.contract.order.WorkDone;
import io.gendan.contract.review.CancellationApproved;
import io.gendan.contract.review.Correction;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The service as a whole: REST, events, timeline, import, on a real broker and store. */
@GendanIntegrationTest
class OrderServiceIntegrationTest {

	private static final String ORDER = """
			{"number": "%s", "receivedAt": "2026-03-02T09:00:00+08:00", "channel": "EMAIL",
			 "customer": {"id": "K-100", "name": "杭州西湖礼品有限公司", "contact": "王芳"},
			 "shipTo": {"country": "CN", "city": "杭州", "address": "文三路 1 号"}, "currency": "CNY",
			 "lines": [{"item": "T-1", "description": "茶杯", "quantity": 10, "unit": "PCS", "unitPrice": "12.30"}],
			 "total": 123, "requestedDelivery": "2026-04-01", "deliveryMethod": "ROAD", "paymentTerms": "PREPAID",
			 "invoice": {"kind": "ORDINARY", "title": "杭州西湖礼品有限公司"}, "keyPoints": ["红色包装"]}
			""";

	private static final String MAPPING = """
			{"columns": {"number": "No", "item": "Item", "description": "Text", "quantity": "Qty", "unitPrice": "Price",
			  "receivedAt": "Date", "customerId": "Customer", "shipToCountry": "Country"},
			 "constants": {"customerName": "Customer {customerId}", "shipToAddress": "on file", "currency": "GBP",
			  "unit": "PCS", "deliveryMethod": "ROAD", "invoiceKind": "NONE"},
			 "cycle": {"paymentTerms": ["PREPAID", "MONTHLY"]}, "dateFormat": "yyyy-MM-dd", "deliveryDays": 10,
			 "cancellationPrefix": "C"}
			""";

	@Autowired
	private TestSystem system;

	@Test
	void anOrderGoesItsWay() {
		Caller salesperson = this.system.as("li", "salesperson");
		Answer placed = salesperson.post("/api/orders", ORDER.formatted("IT-1"));
		assertThat(placed.status()).as(placed.text()).isEqualTo(201);
		assertThat(placed.headers().firstValue("Location")).contains("/api/orders/IT-1");
		assertThat(placed.headers().firstValue("ETag")).contains("\"1\"");
		assertThat(placed.body().at("/state").asString()).isEqualTo("PLACED");
		assertThat(placed.body().at("/placed/total/amount").asString()).isEqualTo("123.00");
		assertThat(this.system.await("IT-1", OrderPlaced.class).enteredBy()).isEqualTo("li");

		assertThat(salesperson.post("/api/orders/IT-1/confirm", "{}").status()).isEqualTo(409);
		this.system.publish(new OrderReturnedForCorrection("IT-1", 1, "wang",
				List.of(new Correction("requestedDelivery", Personal.of("too early")))));
		awaitState("IT-1", "RETURNED");
		Answer again = this.system.as("zhao", "merchandiser")
			.post("/api/orders/IT-1/place", ORDER.formatted("IT-1").replace("2026-04-01", "2026-04-20"));
		assertThat(again.status()).as(again.text()).isEqualTo(200);
		assertThat(again.body().at("/round").asInt()).isEqualTo(2);

		this.system.publish(new OrderApproved("IT-1", 2, "wang", null));
		awaitState("IT-1", "APPROVED");
		assertThat(this.system.as("k-100", "customer").post("/api/orders/IT-1/confirm", "").status()).isEqualTo(200);
		assertThat(this.system.await("IT-1", OrderConfirmed.class).promisedDelivery())
			.isEqualTo(LocalDate.of(2026, 4, 20));

		this.system.publish(new AftersalesClosed("IT-1", Personal.of("closed")));
		this.system
			.publish(new OrderSettled("IT-1", Money.of("123", "CNY"), Money.of("123", "CNY"), Money.zero("CNY")));
		this.system
			.publish(new GoodsAccepted("IT-1", Personal.of("wang"), null, Instant.parse("2026-04-28T00:00:00Z")));
		this.system.publish(new GoodsDelivered("IT-1", "W-1", Personal.of("Wang"),
				Instant.parse("2026-04-21T01:00:00Z"), GoodsCondition.INTACT, List.of()));
		assertThat(this.system.await("IT-1", OrderCompleted.class).onTime()).isFalse();
		Answer archived = this.system.as("zhao", "merchandiser").post("/api/orders/IT-1/archive", "{}");
		assertThat(archived.status()).as(archived.text()).isEqualTo(200);
		assertThat(this.system.await("IT-1", OrderArchived.class).dossier()).extracting((head) -> head.service())
			.containsExactly("order", "review", "logistics", "billing", "aftersales");
		assertThat(salesperson.get("/api/orders?state=ARCHIVED").body().at("/items/0/order").asString())
			.isEqualTo("IT-1");
		theTimelineTellsTheStory();
		theTimelinesCanBeRebuilt();
	}

	private void theTimelineTellsTheStory() {
		Caller auditor = this.system.as("sun", "auditor");
		await(() -> auditor.get("/api/orders/IT-1/timeline").body().at("/entries").size() == 11);
		Answer timeline = auditor.get("/api/orders/IT-1/timeline");
		List<String> types = texts(timeline.body().at("/entries"), "type");
		assertThat(types.indexOf("io.gendan.order.OrderPlaced.v1")).isZero();
		assertThat(types).endsWith("io.gendan.order.OrderCompleted.v1", "io.gendan.order.OrderArchived.v1");
		assertThat(timeline.body().at("/entries/0/title/zh").asString()).isEqualTo("订单已下达");
		assertThat(timeline.body().at("/entries/0/data/customer/name").asString()).isEqualTo("杭州西湖礼品有限公司");
		assertThat(timeline.body().at("/entries/0/actor").asString()).isEqualTo("salesperson/li");
		String etag = timeline.headers().firstValue("ETag").orElseThrow();
		assertThat(auditor.get("/api/orders/IT-1/timeline", "If-None-Match", etag).status()).isEqualTo(304);
		String confirmed = entry(timeline.body(), "OrderConfirmed").at("/time").asString();
		JsonNode then = auditor.get("/api/orders/IT-1/timeline?asOf=" + confirmed).body();
		assertThat(texts(then.at("/entries"), "type")).contains("io.gendan.order.OrderConfirmed.v1")
			.doesNotContain("io.gendan.order.OrderArchived.v1");
		assertThat(auditor.get("/api/orders/IT-1/timeline?asOf=yesterday").status()).isEqualTo(400);
		assertThat(auditor.get("/api/orders/IT-404/timeline").status()).isEqualTo(404);
		assertThat(this.system.as("k-100", "customer").get("/api/orders/IT-1/timeline").status()).isEqualTo(403);
	}

	private void theTimelinesCanBeRebuilt() {
		this.system
			.send(new ProducerRecord<>(Service.BILLING.topic(), "IT-1", "poison".getBytes(StandardCharsets.UTF_8)));
		Caller auditor = this.system.as("sun", "auditor");
		byte[] before = entries(auditor);
		assertThat(this.system.as("li", "salesperson").post("/api/timeline/rebuild", "").status()).isEqualTo(403);
		assertThat(this.system.as("gu", "operator").post("/api/timeline/rebuild", "").status()).isEqualTo(202);
		await(() -> List.of("DONE", "FAILED")
			.contains(auditor.get("/api/timeline/rebuild").body().at("/state").asString()));
		Answer rebuilt = auditor.get("/api/timeline/rebuild");
		assertThat(rebuilt.body().at("/state").asString()).as(rebuilt.text()).isEqualTo("DONE");
		assertThat(rebuilt.body().at("/differentOrders").asInt()).as(rebuilt.text()).isZero();
		assertThat(rebuilt.body().at("/swapped").asBoolean()).as(rebuilt.text()).isTrue();
		assertThat(rebuilt.body().at("/findings/counts/MALFORMED").asInt()).isPositive();
		assertThat(rebuilt.body().at("/events").asInt()).isGreaterThanOrEqualTo(11);
		assertThat(entries(auditor)).isEqualTo(before);
		Answer later = this.system.as("li", "salesperson").post("/api/orders", ORDER.formatted("IT-AFTER"));
		assertThat(later.status()).isEqualTo(201);
		await(() -> auditor.get("/api/orders/IT-AFTER/timeline").status() == 200);
	}

	@Test
	void anIdempotencyKeyMakesOneOrder() {
		Caller caller = this.system.as("li", "salesperson");
		String body = ORDER.replace("\"number\": \"%s\", ", "");
		Answer first = caller.post("/api/orders", body, "Idempotency-Key", "key-1");
		Answer second = caller.post("/api/orders", body, "Idempotency-Key", "key-1");
		assertThat(first.status()).as(first.text()).isEqualTo(201);
		assertThat(second.status()).as(second.text()).isEqualTo(201);
		String number = first.body().at("/order").asString();
		assertThat(number).matches("SO-[0-9A-HJKMNP-TV-Z]{10}");
		assertThat(second.body().at("/order").asString()).isEqualTo(number);
		assertThat(this.system.as("chen", "salesperson")
			.post("/api/orders", body, "Idempotency-Key", "key-1")
			.body()
			.at("/order")
			.asString()).isNotEqualTo(number);
		assertThat(caller.post("/api/orders", body).body().at("/order").asString()).isNotEqualTo(number);
	}

	/** A reason that was given inside is not for the customer. */
	@Test
	void aCustomerReadsOnlyTheReasonOfACustomer() {
		Caller salesperson = this.system.as("li", "salesperson");
		Caller customer = this.system.as("k-100", "customer");
		assertThat(salesperson.post("/api/orders", ORDER.formatted("IT-5")).status()).isEqualTo(201);
		assertThat(salesperson.post("/api/orders/IT-5/cancel", "{\"reason\": \"bad payer\"}").status()).isEqualTo(200);
		assertThat(salesperson.get("/api/orders/IT-5").body().at("/reason").asString()).isEqualTo("bad payer");
		assertThat(customer.get("/api/orders/IT-5").body().has("reason")).isFalse();

		assertThat(salesperson.post("/api/orders", ORDER.formatted("IT-8")).status()).isEqualTo(201);
		Answer own = customer.post("/api/orders/IT-8/cancel", "{\"reason\": \"found cheaper\"}");
		assertThat(own.body().path("reason").asString("")).as(own.text()).isEqualTo("found cheaper");
		assertThat(customer.get("/api/orders/IT-8").body().path("reason").asString("")).isEqualTo("found cheaper");

		assertThat(salesperson.post("/api/orders", ORDER.formatted("IT-6")).status()).isEqualTo(201);
		this.system.publish(new OrderApproved("IT-6", 1, "wang", null));
		awaitState("IT-6", "APPROVED");
		assertThat(salesperson.post("/api/orders/IT-6/confirm", "").status()).isEqualTo(200);
		assertThat(customer.post("/api/orders/IT-6/request-cancellation", "{\"reason\": \"too late\"}").status())
			.isEqualTo(200);
		this.system.publish(new CancellationApproved("IT-6", 1, "wang", null, null, new WorkDone(null, false, null)));
		this.system.await("IT-6", StopOrdered.class);
		this.system.publish(new DispatchStopped("IT-6", 1));
		awaitState("IT-6", "CANCELLED");
		assertThat(customer.get("/api/orders/IT-6").body().path("reason").asString("")).isEqualTo("too late");
	}

	/** Who works here is not for the customer. */
	@Test
	void aCustomerReadsNoNameOfStaff() {
		Caller salesperson = this.system.as("staff-li", "salesperson");
		Caller customer = this.system.as("k-100", "customer");
		assertThat(salesperson.post("/api/orders", ORDER.formatted("IT-9")).status()).isEqualTo(201);
		assertThat(salesperson.get("/api/orders/IT-9").body().at("/placed/enteredBy").asString()).isEqualTo("staff-li");
		assertThat(customer.get("/api/orders/IT-9").body().at("/placed/order").asString()).isEqualTo("IT-9");
		assertThat(customer.get("/api/orders/IT-9").text()).doesNotContain("staff-li");
		assertThat(salesperson.get("/api/orders?enteredBy=staff-li").text()).contains("IT-9");
		assertThat(customer.get("/api/orders?limit=500").text()).contains("IT-9").doesNotContain("staff-li");
		assertThat(customer.get("/api/orders?enteredBy=staff-li").body().at("/items")).isEmpty();
	}

	@Test
	void aNumberIsGivenOnce() {
		Caller caller = this.system.as("li", "salesperson");
		assertThat(caller.post("/api/orders", ORDER.formatted("IT-2")).status()).isEqualTo(201);
		Answer same = caller.post("/api/orders", ORDER.formatted("IT-2"));
		assertThat(same.status()).isEqualTo(409);
		assertThat(same.body().at("/code").asString()).isEqualTo("ORDER_ALREADY_PLACED");
		Answer other = caller.post("/api/orders", ORDER.formatted("IT-2").replace("红色", "蓝色"));
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.body().at("/code").asString()).isEqualTo("ORDER_NUMBER_TAKEN");
	}

	@ParameterizedTest(name = "{1} -> {2}")
	@CsvSource(delimiter = '|', textBlock = """
			"quantity": 10          | "quantity": "ten"           | 422 | lines[0].quantity
			"quantity": 10          | "quantity": -10             | 422 | lines[0].quantity
			"quantity": 10          | "quantity": 1e400           | 422 | lines[0].quantity
			"quantity": 10          | "quantity": 100e2147483647  | 422 | lines[0].quantity
			"unitPrice": "12.30"    | "unitPrice": "100e2147483647" | 422 | lines[0].unitPrice
			"quantity": 10          | "quantity": [10]            | 400 |
			"quantity": 10          | "quantity": true            | 400 |
			"quantity": 10          | "quantity": 10, "colour": 1 | 400 |
			"currency": "CNY"       | "currency": "XXX"           | 422 | currency
			"total": 123            | "total": 124                | 422 | total
			2026-04-01              | 2026-02-30                  | 422 | requestedDelivery
			"lines": [              | "lines": [null,             | 422 | lines[0].item
			"customer": {           | "customer": [               | 400 |
			"customer": {           | "customer: {                | 400 |
			"number": "%s"          | "number": "a\\u200Bb"       | 422 | number
			"number": "%s"          | "number": 17, "number": 18  | 422 |
			""")
	void badInputIsToldWithItsPlace(String good, String bad, int status, String field) {
		Answer answer = this.system.as("li", "salesperson").post("/api/orders", ORDER.replace(good, bad));
		assertThat(answer.status()).as(answer.text()).isBetween((status == 422) ? 201 : 400, status);
		if (field != null) {
			assertThat(answer.status()).as(answer.text()).isEqualTo(status);
			assertThat(texts(answer.body().at("/errors"), "field")).as(answer.text()).contains(field);
			assertThat(answer.body().at("/errors/0/messages/zh").asString()).containsPattern("\\p{IsHan}");
		}
	}

	@Test
	void aNumberThatIsFarTooLongOrCannotBeReadIsRefused() {
		Caller caller = this.system.as("li", "salesperson");
		String marks = "\u0301".repeat(2000) + "\u0316".repeat(2000);
		for (String address : List.of("/api/orders", "/api/orders/IT-404/place")) {
			Answer refused = caller.post(address, ORDER.formatted("A" + marks));
			assertThat(refused.status()).as(refused.text()).isEqualTo(422);
			assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("number");
			assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("TOO_LONG");
		}
		Answer piled = caller.post("/api/orders", ORDER.formatted("A" + "\u0301".repeat(31)));
		assertThat(piled.body().at("/errors/0/code").asString()).isEqualTo("UNPRINTABLE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "IT;1", "IT,2", "IT=3", "IT@4:!$&'()*", "IT+ 5", "IT/6", "IT%7", "件8" })
	void theLocationOfAnOrderLeadsToIt(String number) {
		Caller caller = this.system.as("li", "salesperson");
		Answer placed = caller.post("/api/orders", ORDER.formatted(number));
		assertThat(placed.status()).as(placed.text()).isEqualTo(201);
		String location = placed.headers().firstValue("Location").orElseThrow();
		assertThat(location).matches("/api/orders/[A-Za-z0-9%.~_-]+");
		assertThat(caller.get(location).body().at("/order").asString()).as(location).isEqualTo(number);
	}

	@Test
	void rolesAreKept() {
		assertThat(this.system.anonymous().get("/api/orders").status()).isEqualTo(401);
		assertThat(this.system.as("sun", "auditor").post("/api/orders", ORDER.formatted("IT-3")).status())
			.isEqualTo(403);
		assertThat(this.system.as("sun", "auditor").post("/api/timeline/rebuild", "").status())
			.as("changes nothing, a rebuild neither")
			.isEqualTo(403);
		assertThat(this.system.as("zhao", "salesperson").post("/api/orders/IT-3/archive", "{}").status())
			.isEqualTo(403);
		Answer unknown = this.system.as("li", "salesperson").post("/api/orders/IT-3/cancel", "{\"reason\": \"no\"}");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.body().at("/code").asString()).isEqualTo("ORDER_UNKNOWN");
	}

	@Test
	void aFileIsImportedOnce() {
		String file = """
				No,Item,Text,Qty,Date,Price,Customer,Country
				F-1,T-1,"CUP, ""RED""\nLARGE",2,2026-03-01,1.25,17,GB
				F-2,T-2,TEAPOT,1,2026-03-01,0,18,GB
				F-1,T-3,SAUCER,4,2026-03-01,0.50,17,GB
				CF-9,T-3,SAUCER,-4,2026-03-01,0.50,17,GB
				F-2,T-4,,1,2026-03-01,3,,GB
				""";
		JsonNode done = imported(file);
		assertThat(done.at("/orders").toString())
			.isEqualTo("{\"inFile\":3,\"placed\":1,\"alreadyKnown\":0,\"refused\":2}");
		assertThat(done.at("/amountPlaced/GBP").asString()).isEqualTo("4.50");
		assertThat(StreamSupport.stream(done.at("/refusedRows").spliterator(), false)
			.map((row) -> row.at("/row").asInt() + " " + row.at("/field").asString() + " "
					+ row.at("/code").asString()))
			.containsExactlyInAnyOrder("4 Price NUMBER_NOT_POSITIVE", "6 No CANCELLATION_WITHOUT_ORDER",
					"7 Text REQUIRED");
		assertThat(this.system.await("F-1", OrderPlaced.class).lines().getFirst().description())
			.isEqualTo("CUP, \"RED\"\nLARGE");
		JsonNode again = imported(file);
		assertThat(again.at("/id")).isEqualTo(done.at("/id"));
		assertThat(again.at("/orders").toString())
			.isEqualTo("{\"inFile\":3,\"placed\":0,\"alreadyKnown\":1,\"refused\":2}");
		theRefusedRowsCanBeMended(done.at("/id").asString());
	}

	private void theRefusedRowsCanBeMended(String id) {
		Answer refused = this.system.as("sun", "auditor").get("/api/order-imports/" + id + "/refused.csv");
		assertThat(refused.status()).isEqualTo(200);
		assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
		assertThat(refused.text().lines().toList()).hasSize(4)
			.startsWith("No,Item,Text,Qty,Date,Price,Customer,Country,row,field,reason");
		String mended = refused.text()
			.replace("TEAPOT,1,2026-03-01,0,", "TEAPOT,1,2026-03-01,9.90,")
			.replace("T-4,,1,2026-03-01,3,,", "T-4,LID,1,2026-03-01,3,,");
		JsonNode done = imported(mended);
		assertThat(done.at("/orders").toString())
			.isEqualTo("{\"inFile\":2,\"placed\":1,\"alreadyKnown\":0,\"refused\":1}");
	}

	@Test
	void aFileThatCannotBeReadIsRefusedWithItsPlace() {
		assertThat(upload("").body().at("/errors/0/code").asString()).isEqualTo("FILE_EMPTY");
		assertThat(upload("a,b\n1,2\n").body().at("/errors/0/code").asString()).isEqualTo("COLUMN_MISSING");
		Caller caller = this.system.as("li", "salesperson");
		Answer mapping = caller.upload("/api/order-imports",
				Map.of("file", "a".getBytes(StandardCharsets.UTF_8), "mapping", "{".getBytes(StandardCharsets.UTF_8)));
		assertThat(mapping.status()).isEqualTo(422);
		assertThat(mapping.body().at("/errors/0/code").asString()).isEqualTo("MAPPING_UNREADABLE");
		assertThat(caller.upload("/api/order-imports", Map.of()).status()).isBetween(400, 422);
		assertThat(caller.get("/api/order-imports/404").status()).isEqualTo(404);
		assertThat(this.system.as("sun", "auditor")
			.upload("/api/order-imports",
					Map.of("file", new byte[0], "mapping", MAPPING.getBytes(StandardCharsets.UTF_8)))
			.status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "\u202Evsc.exe\u200B.csv,UNPRINTABLE", "name,TOO_LONG" })
	void theNameOfAFileIsATextLikeAnyOther(String name, String code) {
		String typed = name.equals("name") ? "n".repeat(256) : name;
		String body = """
				--b
				Content-Disposition: form-data; name="file"; filename="%s"

				No
				--b
				Content-Disposition: form-data; name="mapping"

				{}
				--b--
				""".formatted(typed).replace("\n", "\r\n");
		Answer refused = this.system.as("li", "salesperson")
			.postAs("/api/order-imports", "multipart/form-data; boundary=b", body);
		assertThat(refused.status()).as(refused.text()).isEqualTo(422);
		assertThat(refused.body().at("/errors/0/field").asString()).as(refused.text()).isEqualTo("fileName");
		assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo(code);
	}

	@Test
	void anUploadIsReadOnlyForWhomMayImport() {
		String broken = "multipart/form-data";
		assertThat(this.system.as("sun", "auditor").postAs("/api/order-imports", broken, "--broken").status())
			.isEqualTo(403);
		Answer refused = this.system.as("li", "salesperson").postAs("/api/order-imports", broken, "--broken");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().at("/code").asString()).isEqualTo("MULTIPART_INVALID");
		assertThat(this.system.as("li", "salesperson").post("/api/order-imports", "{}").status()).isEqualTo(415);
	}

	@Test
	void aFieldThatIsAsLargeAsAFileIsNotHeld() {
		Answer refused = this.system.as("li", "salesperson")
			.upload("/api/order-imports", Map.of("file", new byte[0], "mapping", new byte[30_000_000]));
		assertThat(refused.status()).as(refused.text()).isEqualTo(413);
	}

	@Test
	void parametersThatAreUnknownAreRefusedByEveryAddress() {
		Caller auditor = this.system.as("sun", "auditor");
		for (String address : List.of("/api/orders?customer=C-1", "/api/orders?state=GONE", "/api/orders?round=first",
				"/api/order-imports?state=DONE", "/api/order-imports?limit=0", "/api/order-imports/1?refusedRows=-1",
				"/api/orders/IT-1/timeline?asof=2026-01-01T00:00:00Z", "/api/timeline/rebuild?adopt=true")) {
			Answer refused = auditor.get(address);
			assertThat(refused.status()).as(address + " " + refused.text()).isEqualTo(400);
			assertThat(refused.body().at("/errors")).isNotEmpty();
		}
	}

	@Test
	void theOpenApiDocumentNamesEverything() {
		JsonNode paths = this.system.anonymous().get("/v3/api-docs").body().at("/paths");
		assertThat(paths.propertyNames()).contains("/api/orders", "/api/orders/{number}",
				"/api/orders/{number}/timeline", "/api/timeline/rebuild", "/api/order-imports");
	}

	private Answer upload(String file) {
		return this.system.as("li", "salesperson")
			.upload("/api/order-imports", Map.of("file", file.getBytes(StandardCharsets.UTF_8), "mapping",
					MAPPING.getBytes(StandardCharsets.UTF_8)));
	}

	private JsonNode imported(String file) {
		Answer started = upload(file);
		assertThat(started.status()).as(started.text()).isEqualTo(202);
		String address = started.headers().firstValue("Location").orElseThrow();
		Caller caller = this.system.as("li", "salesperson");
		await(() -> !caller.get(address).body().at("/state").asString().equals("RUNNING"));
		JsonNode done = caller.get(address).body();
		assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("DONE");
		return done;
	}

	private byte[] entries(Caller caller) {
		return caller.get("/api/orders/IT-1/timeline")
			.body()
			.at("/entries")
			.toString()
			.getBytes(StandardCharsets.UTF_8);
	}

	private void awaitState(String order, String state) {
		Caller caller = this.system.as("li", "salesperson");
		await(() -> caller.get("/api/orders/" + order).body().at("/state").asString().equals(state));
	}

	private static void await(java.util.concurrent.Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(condition);
	}

	private static JsonNode entry(JsonNode timeline, String type) {
		return StreamSupport.stream(timeline.at("/entries").spliterator(), false)
			.filter((entry) -> entry.at("/type").asString().contains(type))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> texts(JsonNode items, String field) {
		return StreamSupport.stream(items.spliterator(), false).map((item) -> item.at("/" + field).asString()).toList();
	}

}
