package io.gendan.order.product.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.mongodb.client.model.Filters;
import io.gendan.contract.Actor;
import io.gendan.contract.product.ProductChanged;
import io.gendan.contract.product.ProductListed;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.StageGateway;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.order.product.ProductForm;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product list as a whole: a stream of another kind beside orders, in one service.
 */
@GendanIntegrationTest
class ProductListTest {

	private static final String BOLT = """
			{"number": "%s", "name": "%s", "unit": "箱", "supply": "STOCKED", "taxRatePercent": 13,
			 "prices": [{"grade": "A", "currency": "CNY", "list": "118.00", "floor": 98.5}]}
			""";

	private static final int CHANGES = 10_000;

	@Autowired
	private TestSystem system;

	@Autowired
	private StageGateway<Product, ProductCommand> products;

	@Autowired
	private MongoDatabaseFactory mongo;

	@Test
	void aProductIsAStreamOfItsOwn() {
		Caller manager = this.system.as("wang", "sales-manager");
		Answer listed = manager.post("/api/products", BOLT.formatted("M8/20;x=100%", "螺栓"));
		assertThat(listed.status()).as(listed.text()).isEqualTo(201);
		String location = listed.headers().firstValue("Location").orElseThrow();
		assertThat(this.system.await("product/M8/20;x=100%", ProductListed.class).details().name()).isEqualTo("螺栓");

		Answer changed = manager.post(location + "/change", BOLT.formatted("", "六角螺栓").replace("\"number\": \"\",", ""),
				"If-Match", "\"1\"");
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(this.system.await("product/M8/20;x=100%", ProductChanged.class).old().name()).isEqualTo("螺栓");
		Answer late = manager.post(location + "/withdraw", "{\"reason\": \"停产\"}", "If-Match", "\"1\"");
		assertThat(late.status()).isEqualTo(412);
		assertThat(late.body().at("/code").asString()).isEqualTo("PRODUCT_CHANGED");
		assertThat(late.body().at("/messages/zh").asString()).contains("M8/20;x=100%");

		Caller salesperson = this.system.as("li", "salesperson");
		JsonNode history = salesperson.get(location + "/history").body();
		assertThat(history.at("/items")).hasSize(2);
		assertThat(history.at("/items/0/by").asString()).isEqualTo("sales-manager/wang");
		assertThat(history.at("/items/0/data/old/name").asString()).isEqualTo("螺栓");
		assertThat(history.at("/items/0/data/details/name").asString()).isEqualTo("六角螺栓");
		assertThat(history.has("next")).isFalse();
		Answer other = manager.post(location + "/change", BOLT.formatted("M9", "螺母"));
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.text()).contains("PRODUCT_NUMBER_DISAGREES");
		Caller warehouse = this.system.as("zheng", "warehouse");
		assertThat(warehouse.get(location).body().at("/details/prices")).isEmpty();
		assertThat(salesperson.get(location).body().at("/details/prices/0/floor/amount").asString()).isEqualTo("98.50");
		assertThat(warehouse.get(location + "/history").status()).isEqualTo(403);
		JsonNode row = salesperson.get("/api/products?name=六角螺栓&state=LISTED").body().at("/items/0");
		assertThat(row.at("/product").asString()).isEqualTo("M8/20;x=100%");
		assertThat(row.at("/supply").asString()).isEqualTo("STOCKED");
	}

	@Test
	void whatIsNotThereOrNotAllowedIsToldInItsOwnWords() {
		Caller salesperson = this.system.as("li", "salesperson");
		Answer unknown = salesperson.get("/api/products/nothing");
		assertThat(unknown.status()).isEqualTo(404);
		assertThat(unknown.body().at("/code").asString()).isEqualTo("PRODUCT_UNKNOWN");
		assertThat(unknown.body().at("/messages/en").asString()).isEqualTo("There is no product nothing");
		assertThat(salesperson.get("/api/products/nothing/history").status()).isEqualTo(404);
		assertThat(salesperson.get("/api/products/nothing/history?before=0").status()).isEqualTo(400);
		assertThat(salesperson.post("/api/products", BOLT.formatted("P", "x")).status()).isEqualTo(403);
		assertThat(this.system.as("k", "customer").get("/api/products").status()).isEqualTo(403);
		Answer parameter = salesperson.get("/api/products?customerId=K-1");
		assertThat(parameter.status()).isEqualTo(400);
		assertThat(parameter.body().at("/facts/known").asString()).startsWith("state, name, specification");
	}

	@Test
	void noOrderGetsANumberThatCouldBeAProducts() {
		Answer refused = this.system.as("li", "salesperson").post("/api/orders", "{\"number\": \"product/M8\"}");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text()).contains("ORDER_NUMBER_RESERVED");
	}

	/** Rule 2: nothing grows without bound in one document. */
	@Test
	void tenThousandChangesDoNotGatherInOneDocument() {
		Actor manager = new Actor("sales-manager", "wang");
		this.products.execute(CommandRequest.of("LONG", new ProductCommand.Enlist(form(0)), manager));
		for (int begin = 1; begin <= CHANGES; begin += 500) {
			List<CommandRequest<ProductCommand>> changes = new ArrayList<>();
			IntStream.range(begin, begin + 500)
				.forEach((i) -> changes
					.add(CommandRequest.of("LONG", new ProductCommand.Change(form(i), null), manager)));
			assertThat(this.products.executeAll(changes, (asked, told) -> told instanceof CommandResult.Done))
				.containsOnly(true);
		}
		awaitSmall();
		Product product = this.products.find("LONG").orElseThrow().state();
		assertThat(product.details()).isNotNull().extracting("name").isEqualTo("name " + CHANGES);
		Caller auditor = this.system.as("sun", "auditor");
		List<Long> numbers = new ArrayList<>();
		String page = "/api/products/LONG/history?limit=500";
		for (JsonNode next = auditor.get(page).body(); next != null;) {
			next.at("/items").forEach((item) -> numbers.add(item.at("/number").asLong()));
			next = next.has("next") ? auditor.get(page + "&before=" + next.at("/next").asLong()).body() : null;
		}
		assertThat(numbers).hasSize(CHANGES + 1).isSortedAccordingTo((one, other) -> Long.compare(other, one));
		JsonNode oldest = auditor.get("/api/products/LONG/history?before=3").body();
		assertThat(oldest.at("/items/0/data/details/name").asString()).isEqualTo("name 1");
		assertThat(oldest.at("/items/1/type").asString()).isEqualTo("io.gendan.order.ProductListed.v1");
		aStateOfAnotherVersionIsFoldedAnew();
	}

	private void awaitSmall() {
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
			this.products.execute(CommandRequest.of("LONG", new ProductCommand.Change(form(CHANGES), null),
					new Actor("sales-manager", "wang")));
			Document ledger = ledger();
			return ((Number) ledger.get("bytes")).longValue() < 400_000;
		});
	}

	/** Whatever the stored state was worth, the events are all there. */
	private void aStateOfAnotherVersionIsFoldedAnew() {
		this.mongo.getMongoDatabase()
			.getCollection("products")
			.updateOne(Filters.eq("_id", "product/LONG"),
					new Document("$set", new Document("paged.state", "{\"form\":\"another\"}")));
		assertThat(this.products.find("LONG").orElseThrow().state().details()).isNotNull()
			.extracting("name")
			.isEqualTo("name " + CHANGES);
		Awaitility.await("the state is stored again")
			.atMost(Duration.ofMinutes(1))
			.until(() -> ledger().get("paged", Document.class).getString("state").contains("\"name\":\"name "));
	}

	private Document ledger() {
		return this.mongo.getMongoDatabase().getCollection("products").find(Filters.eq("_id", "product/LONG")).first();
	}

	private static ProductForm form(int number) {
		return new ProductForm("name " + number, null, "pcs", "MADE", "13", List.of());
	}

}
