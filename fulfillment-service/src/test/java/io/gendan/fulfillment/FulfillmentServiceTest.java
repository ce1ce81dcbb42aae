package io.gendan.fulfillment;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.fulfillment.ProductionScheduled;
import io.gendan.contract.fulfillment.QualityFailed;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.contract.fulfillment.StockReleased;
import io.gendan.contract.fulfillment.StockReserved;
import io.gendan.contract.fulfillment.StockShort;
import io.gendan.contract.fulfillment.StockWrittenOff;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.GoodsReturned;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static io.gendan.fulfillment.Facts.line;
import static io.gendan.fulfillment.Facts.placed;
import static org.assertj.core.api.Assertions.assertThat;

/** The service as others see it: events in, REST, events out. */
@GendanIntegrationTest
@Timeout(120)
class FulfillmentServiceTest {

	@Autowired
	private TestSystem system;

	private Caller warehouse;

	private Caller production;

	@BeforeEach
	void people() {
		this.warehouse = this.system.as("zhao", "warehouse");
		this.production = this.system.as("sun", "production");
	}

	private Answer receive(String reference, Object... itemsAndQuantities) {
		List<Map<String, Object>> lines = IntStream.range(0, itemsAndQuantities.length / 2)
			.mapToObj((i) -> Map.of("item", itemsAndQuantities[2 * i], "quantity", itemsAndQuantities[2 * i + 1]))
			.toList();
		return this.warehouse.post("/api/stock/receipts", Map.of("reference", reference, "lines", lines));
	}

	private void confirm(String order) {
		this.system.publish(new OrderConfirmed(order, "Mr Wang", Facts.PROMISED));
	}

	private static void assertRefused(Answer answer, int status, String code) {
		assertThat(answer.text()).contains(code);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
		assertThat(answer.body().path("code").asString()).isEqualTo(code);
	}

	@Test
	void goodsFromStockAreCheckedReworkedAndPacked() {
		String order = "FS-STOCK-1";
		assertThat(receive("GR-S1", "S1-LAMP", 20, "S1.CABLE", "7.5").status()).isEqualTo(201);
		this.system.publish(placed(order, 1, line(1, "S1-LAMP", 6), line(2, "S1.CABLE", 7)));
		confirm(order);
		assertThat(this.system.await(order, StockReserved.class).lines()).hasSize(2);
		Answer stock = this.warehouse.get("/api/stock/S1.CABLE");
		assertThat(stock.body().path("received").asString()).isEqualTo("7.5");
		assertThat(stock.body().path("reserved").asString()).isEqualTo("7");
		assertThat(stock.body().path("available").asString()).isEqualTo("0.5");

		Answer failed = this.warehouse.post("/api/fulfillments/" + order + "/inspect", """
				{"passed": false, "defects": [{"line": 1, "aspect": "QUALITY", "remark": "划痕"}]}""");
		assertThat(failed.status()).isEqualTo(200);
		assertThat(failed.body().path("state").asString()).isEqualTo("REWORK");
		assertThat(this.system.await(order, QualityFailed.class).inspector()).isEqualTo("zhao");
		assertThat(this.production.post("/api/fulfillments/" + order + "/rework", "{}").status()).isEqualTo(200);
		Answer passed = this.warehouse.post("/api/fulfillments/" + order + "/inspect", "{\"passed\": true}");
		assertThat(passed.body().path("inspection").path("attempts").asInt()).isEqualTo(2);
		assertThat(this.system.await(order, QualityPassed.class).attempt()).isEqualTo(2);
		String packing = """
				{"parcels": [{"weightKg": 12.5, "lengthCm": 60, "widthCm": 40, "heightCm": 30}]}""";
		Answer packed = this.warehouse.post("/api/fulfillments/" + order + "/pack", packing, "Idempotency-Key", "p-1");
		assertThat(packed.status()).isEqualTo(200);
		assertThat(packed.body().path("state").asString()).isEqualTo("PACKED");
		assertThat(this.system.await(order, GoodsPacked.class).parcels()).singleElement()
			.satisfies((parcel) -> assertThat(parcel.weightKg()).isEqualTo(Quantity.of("12.5")));
		assertThat(
				this.warehouse.post("/api/fulfillments/" + order + "/pack", packing, "Idempotency-Key", "p-1").status())
			.isEqualTo(200);
		assertRefused(this.warehouse.post("/api/fulfillments/" + order + "/pack", packing), 409, "NOT_READY_TO_PACK");

		Answer shown = this.system.as("auditor", "auditor").get("/api/fulfillments/" + order);
		assertThat(shown.headers().firstValue("ETag")).isPresent();
		assertThat(shown.body().path("customer").asString()).isEqualTo("宁波远洋 Ocean");
		Answer list = this.warehouse.get("/api/fulfillments?state=PACKED");
		assertThat(list.text()).contains(order).contains("promisedDelivery");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "progress|{'percent':100.9}",
			"progress|{'percent':100.0}", "progress|{'percent':'40'}", "progress|{'milestone':true}",
			"progress|{'expectedCompletion':20000}", "progress|{'expectedCompletion':[2026,12,1]}",
			"progress|{'expectedCompletion':'2026-12-01T08:00:00Z'}", "inspect|{'passed':7}",
			"inspect|{'passed':'true'}", "inspect|{'passed':false,'defects':[{'line':1.9}]}",
			"inspect|{'passed':false,'defects':[{'aspect':0}]}", "inspect|{'passed':false,'defects':[{'aspect':'0'}]}",
			"inspect|{'passed':false,'defects':[{'remark':7}]}", "pack|{'parcels':[{'lengthCm':30.99}]}",
			"pack|{'parcels':[{'weightKg':true}]}", "pack|{'parcels':[{'weightKg':' '}]}" })
	void noValueIsCutOrGuessed(String command, String body) {
		Answer answer = this.system.as("wu", "production", "warehouse")
			.post("/api/fulfillments/FS-TYPES-1/" + command, body.replace('\'', '"'));
		assertRefused(answer, 400, "FIELD_TYPE_WRONG");
	}

	@Test
	void aWeightMayBeANumberOrAText() {
		for (String weight : List.of("12.5", "\"12.5\"", "12")) {
			assertRefused(this.warehouse.post("/api/fulfillments/FS-TYPES-1/pack", """
					{"parcels": [{"weightKg": %s, "lengthCm": 60, "widthCm": 40, "heightCm": 30}]}"""
				.formatted(weight)), 404, "ORDER_UNKNOWN");
		}
	}

	@Test
	void aCancelledOrderGivesItsStockBack() {
		String order = "FS-CANCEL-1";
		receive("GR-C1", "C1-LAMP", 10);
		this.system.publish(placed(order, 1, line(1, "C1-LAMP", 6)));
		confirm(order);
		this.system.await(order, StockReserved.class);
		this.system.publish(new OrderCancelled(order, "wang", Personal.of("never paid")));
		assertThat(this.system.await(order, StockReleased.class).lines()).containsExactly(line(1, "C1-LAMP", 6));
		assertThat(this.warehouse.get("/api/stock/C1-LAMP").body().path("available").asString()).isEqualTo("10");
		assertThat(this.warehouse.get("/api/fulfillments?state=CANCELLED&stockReleased=true").text()).contains(order);
	}

	/**
	 * What stands ready, packed or not, is free for others, also what was made for it.
	 */
	@Test
	void aCancelledOrderGivesBackWhatWasMadeForIt() {
		String order = "FS-CANCEL-2";
		receive("GR-C2", "C2-LAMP", 3);
		this.system.publish(placed(order, 1, line(1, "C2-LAMP", 10), line(2, "C2-SOFA", 1)));
		confirm(order);
		this.system.await(order, ProductionScheduled.class);
		assertThat(this.production.post("/api/fulfillments/" + order + "/progress", "{\"percent\": 100}").status())
			.isEqualTo(200);
		this.system.await(order, StockReserved.class);
		this.system.publish(new OrderCancelled(order, "wang", Personal.of("never paid")));
		assertThat(this.system.await(order, StockReleased.class).lines()).containsExactly(line(1, "C2-LAMP", 10),
				line(2, "C2-SOFA", 1));
		assertThat(this.warehouse.get("/api/stock/C2-LAMP").body().path("available").asString()).isEqualTo("10");
		assertThat(this.warehouse.get("/api/stock/C2-SOFA").body().path("available").asString()).isEqualTo("1");
	}

	/**
	 * What came back and was broken or lost is neither free nor counted in (FUL-7).
	 */
	@Test
	void aCancelledOrderGivesBackOnlyWhatIsSoundOfReturnedGoods() {
		String order = "FS-BACK-1";
		receive("GR-B1", "B1-LAMP", 4);
		this.system.publish(placed(order, 1, line(1, "B1-LAMP", 10)));
		confirm(order);
		this.system.await(order, ProductionScheduled.class);
		this.production.post("/api/fulfillments/" + order + "/progress", "{\"percent\": 100}");
		this.warehouse.post("/api/fulfillments/" + order + "/inspect", "{\"passed\": true}");
		this.warehouse.post("/api/fulfillments/" + order + "/pack", """
				{"parcels": [{"weightKg": 12.5, "lengthCm": 60, "widthCm": 40, "heightCm": 30}]}""");
		this.system.await(order, GoodsPacked.class);
		this.system.publish(new OrderCancelled(order, "wang", Personal.of("never paid")));
		this.system.publish(new GoodsReturned(order, "W-1", Personal.of("refused"), GoodsCondition.DAMAGED));
		this.system.publish(new DispatchStopped(order, 1));
		Awaitility.await()
			.until(() -> this.warehouse.get("/api/fulfillments/" + order)
				.body()
				.at("/inspection/returned/condition")
				.asString("")
				.equals("DAMAGED"));
		Answer failed = this.warehouse.post("/api/fulfillments/" + order + "/inspect", """
				{"passed": false, "defects": [
				  {"line": 1, "aspect": "QUALITY", "remark": "bent", "quantity": 7},
				  {"line": 1, "aspect": "QUANTITY", "remark": "two missing", "quantity": 1}]}""");
		assertThat(failed.status()).as(failed.text()).isEqualTo(200);
		assertThat(this.system.await(order, StockReleased.class).lines()).containsExactly(line(1, "B1-LAMP", 2));
		assertThat(this.system.await(order, StockWrittenOff.class).lines()).hasSize(2);
		assertThat(this.warehouse.get("/api/stock/B1-LAMP").body().path("available").asString()).isEqualTo("2");
	}

	@Test
	void whatStockLacksIsProduced() {
		String order = "FS-SHORT-1";
		receive("GR-P1", "P1-LAMP", 2);
		this.system.publish(placed(order, 1, line(1, "P1-LAMP", 6), line(2, "P1-SOFA", 1)));
		confirm(order);
		assertThat(this.system.await(order, StockShort.class).lines()).hasSize(2);
		assertThat(this.system.await(order, ProductionScheduled.class).lines()).containsExactly(line(1, "P1-LAMP", 4),
				line(2, "P1-SOFA", 1));
		assertRefused(this.warehouse.post("/api/fulfillments/" + order + "/inspect", "{\"passed\": true}"), 409,
				"NOT_READY_TO_INSPECT");
		assertThat(this.production
			.post("/api/fulfillments/" + order + "/progress", "{\"percent\": 50, \"milestone\": \"half\"}")
			.body()
			.path("production")
			.path("percent")
			.asInt()).isEqualTo(50);
		assertRefused(this.production.post("/api/fulfillments/" + order + "/progress", "{\"percent\": 20}"), 422,
				"FIELDS_INVALID");
		assertThat(this.production.post("/api/fulfillments/" + order + "/progress", "{\"percent\": 100}").status())
			.isEqualTo(200);
		assertThat(this.system.await(order, ProductionProgressed.class).percent()).isEqualTo(50);
		assertThat(this.system.await(order, StockReserved.class).lines()).containsExactly(line(1, "P1-LAMP", 6),
				line(2, "P1-SOFA", 1));
	}

	@Test
	void aCancelledOrderIsLeftAlone() {
		String order = "FS-CANCELLED-1";
		this.system.publish(placed(order, 1, line(1, "X", 1)));
		this.system.publish(new OrderCancelled(order, "li", Personal.of("no longer wanted")));
		Awaitility.await().until(() -> this.warehouse.get("/api/fulfillments/" + order).text().contains("CANCELLED"));
		assertRefused(this.warehouse.post("/api/fulfillments/" + order + "/pack", "{}"), 409, "ORDER_CANCELLED");
	}

	@Test
	void aReceiptIsCountedOnceAndMayBeLong() {
		Object[] lines = IntStream.range(0, 1200)
			.boxed()
			.flatMap((i) -> java.util.stream.Stream.<Object>of("LONG-%04d".formatted(i), 3))
			.toArray();
		Answer counted = receive("GR-LONG", lines);
		assertThat(counted.status()).isEqualTo(201);
		assertThat(counted.body().path("items").asInt()).isEqualTo(1200);
		Answer again = receive("GR-LONG", lines);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.body().path("repeated").asBoolean()).isTrue();
		assertRefused(receive("GR-LONG", "LONG-0001", 1), 409, "RECEIPT_DIFFERS");
		Answer page = this.warehouse.get("/api/stock?after=LONG-&limit=2");
		assertThat(page.body().path("items")).map((item) -> item.path("received").asString()).containsExactly("3", "3");
		assertThat(page.body().path("next").asString()).isEqualTo("LONG-0001");
		assertRefused(this.warehouse.get("/api/stock?limit=501"), 400, "PARAMETER_INVALID");
		assertRefused(this.warehouse.get("/api/stock?limit=many"), 400, "PARAMETER_INVALID");
		assertRefused(this.warehouse.get("/api/stock?item=LONG-1"), 400, "PARAMETER_UNKNOWN");
		assertRefused(this.warehouse.get("/api/fulfillments?stockReleased=perhaps"), 400, "PARAMETER_INVALID");
		assertRefused(this.warehouse.get("/api/stock/no-such-item"), 404, "ITEM_UNKNOWN");
	}

	@Test
	void theCountOfAnItemIsPutRightOnce() {
		receive("GR-ST", "ST/1", 10);
		String path = "/api/stock/corrections";
		String correction = "{\"item\": \"ST/1\", \"reference\": \"ST-1\", \"quantity\": -3, \"reason\": \"盘亏\"}";
		Answer corrected = this.warehouse.post(path, correction);
		assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
		assertThat(corrected.body().path("correctedBy").asString()).isEqualTo("zhao");
		Answer again = this.system.as("qian", "warehouse").post(path, correction);
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(corrected.body());
		assertThat(this.warehouse.get("/api/stock/ST%2F1").body().path("available").asString()).isEqualTo("7");
		assertRefused(
				this.warehouse.post(path,
						"{\"item\": \"ST/1\", \"reference\": \"ST-2\", \"quantity\": -8, \"reason\": \"x\"}"),
				409, "BELOW_RESERVED");
		assertRefused(
				this.warehouse.post(path,
						"{\"item\": \"ST/1\", \"reference\": \"ST-1\", \"quantity\": 3, \"reason\": \"x\"}"),
				409, "CORRECTION_DIFFERS");
		Answer faults = this.warehouse.post(path, "{\"quantity\": 0}");
		assertRefused(faults, 422, "FIELDS_INVALID");
		assertThat(faults.text()).contains("ZERO").contains("item").contains("reference").contains("reason");
		assertRefused(this.warehouse.post(path, correction.replace("ST/1", "none").replace("ST-1", "ST-3")), 404,
				"ITEM_UNKNOWN");
		assertThat(this.production.post(path, correction).status()).isEqualTo(403);
	}

	@Test
	void badInputIsRefusedWithPlaceAndReason() {
		assertRefused(this.warehouse.post("/api/fulfillments/NO-SUCH/pack", "{}"), 404, "ORDER_UNKNOWN");
		assertRefused(this.warehouse.post("/api/stock/receipts", "{\"reference\": \"GR-"), 400, "JSON_MALFORMED");
		assertRefused(this.warehouse.post("/api/stock/receipts", "{\"lines\": [], \"price\": 1}"), 400,
				"FIELD_UNKNOWN");
		assertRefused(this.warehouse.post("/api/stock/receipts", """
				{"reference": "GR-BAD", "lines": [{"item": "A", "quantity": "many"}]}"""), 400, "FIELD_TYPE_WRONG");
		Answer faults = this.warehouse.post("/api/stock/receipts",
				"{\"reference\": \"\", \"lines\": [{\"item\": \"A\", \"quantity\": -1}, null]}");
		assertRefused(faults, 422, "FIELDS_INVALID");
		assertThat(faults.text()).contains("reference").contains("lines[0].quantity").contains("lines[1]");
	}

	@Test
	void rolesAreKept() {
		assertThat(this.system.anonymous().get("/api/fulfillments").status()).isEqualTo(401);
		assertThat(this.system.as("wang", "customer").get("/api/fulfillments").status()).isEqualTo(403);
		assertThat(this.system.as("wang", "customer").get("/api/stock").status()).isEqualTo(403);
		assertThat(this.system.as("audit", "auditor").post("/api/fulfillments/X/pack", "{}").status()).isEqualTo(403);
		assertThat(this.production.post("/api/fulfillments/X/pack", "{}").status()).isEqualTo(403);
		assertThat(this.warehouse.post("/api/fulfillments/X/progress", "{}").status()).isEqualTo(403);
		assertThat(this.production.post("/api/stock/receipts", "{}").status()).isEqualTo(403);
		assertThat(this.system.as("li", "salesperson").post("/api/fulfillments/X/inspect", "{}").status())
			.isEqualTo(403);
		assertThat(this.system.as("li", "salesperson").post("/api/fulfillments/X/rework", "{}").status())
			.isEqualTo(403);
		assertThat(this.system.as("gm", "general-manager").get("/api/stock").status()).isEqualTo(200);
	}

	@Test
	void theServiceDescribesItself() {
		Answer document = this.system.anonymous().get("/v3/api-docs");
		assertThat(document.status()).isEqualTo(200);
		assertThat(document.text()).contains("/api/fulfillments/{order}/pack")
			.contains("/api/stock/receipts")
			.contains("/api/stock/corrections");
	}

}
