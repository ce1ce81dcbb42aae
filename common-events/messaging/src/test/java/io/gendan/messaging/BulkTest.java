package io.gendan.messaging;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** One request, many orders: each is carried out or refused by itself. */
@GendanIntegrationTest
class BulkTest {

	private static final String NOTES = "/api/small/note";

	@Autowired
	TestSystem system;

	@Test
	void everyOrderGetsItsOwnAnswerInTheOrderOfTheRequest() {
		List<String> orders = IntStream.range(0, 30).mapToObj((i) -> "BK-1-" + i).toList();
		open(orders.toArray(String[]::new));
		List<Item> items = orders.stream().map((order) -> Item.note(order, "a")).toList();
		JsonNode body = post(NOTES, 200, new Many(items));
		assertThat(body.path("done").asInt()).isEqualTo(30);
		assertThat(body.path("refused").asInt()).isZero();
		assertThat(body.findValuesAsString("order")).isEqualTo(orders);
		assertThat(body.findValuesAsString("version")).containsOnly("3");
		orders
			.forEach((order) -> assertThat(this.system.await(order, OrderRejected.class).rejectedBy()).isEqualTo("a"));
	}

	@Test
	void whatIsRefusedOrFailsHoldsBackNobody() {
		open("BK-2-a", "BK-2-b", "BK-2-c");
		JsonNode items = post(NOTES, 200, new Many(List.of(Item.note("BK-2-a", "fail"), Item.note("BK-2-b", "b"),
				Item.note("BK-2-none", "n"), new Item("BK-2-c", null, 77L, new Body("c")))))
			.path("items");
		assertThat(items).extracting((item) -> item.path("status").asInt()).containsExactly(500, 200, 404, 412);
		assertThat(items.path(0).path("problem").path("code").asString()).isEqualTo("INTERNAL");
		assertThat(items.path(2).path("problem").path("code").asString()).isEqualTo("ORDER_UNKNOWN");
		assertThat(items.path(2).path("problem").path("messages").path("zh").asString()).containsPattern("\\p{IsHan}");
		assertThat(items.path(3).path("problem").path("code").asString()).isEqualTo("ORDER_CHANGED");
		assertThat(items.path(1).has("problem")).isFalse();
		assertThat(items.path(3).has("version")).isFalse();
		assertThat(notes("BK-2-a") + notes("BK-2-b") + notes("BK-2-c")).isEqualTo("b");
	}

	@Test
	void theSameKeysTakeEffectOnce() {
		open("BK-3-a", "BK-3-b");
		Many first = new Many(List.of(new Item("BK-3-a", "k1", null, new Body("a")), Item.note("BK-3-b", "b")));
		Many again = new Many(List.of(Item.note("BK-3-b", "b"), new Item("BK-3-a", "k1", null, new Body("a"))));
		Answer one = sales().post(NOTES, first, "Idempotency-Key", "all");
		Answer other = sales().post(NOTES, again, "Idempotency-Key", "all");
		assertThat(other.body().path("done").asInt()).as(other.text()).isEqualTo(2);
		assertThat(one.body().path("items").path(0)).isEqualTo(other.body().path("items").path(1));
		assertThat(notes("BK-3-a") + notes("BK-3-b")).isEqualTo("ab");
		Answer reused = sales().post(NOTES, new Many(List.of(new Item("BK-3-a", "k1", null, new Body("other")))));
		assertThat(reused.body().path("items").path(0).path("problem").path("code").asString())
			.isEqualTo("IDEMPOTENCY_KEY_REUSED");
	}

	@Test
	void aBodyIsTheSameHoweverItsJsonIsWritten() {
		open("BK-F");
		String route = "/api/small/BK-F/note";
		assertThat(sales().post(route, "{\"text\":\"a\"}", "Idempotency-Key", "k").status()).isEqualTo(200);
		assertThat(sales().post(route, "{ \"text\" :\n\"\\u0061\" }", "Idempotency-Key", "k").status()).isEqualTo(200);
		assertThat(sales().post(route, "{\"text\":\"b\"}", "Idempotency-Key", "k").status()).isEqualTo(409);
		post(NOTES, 200, new Many(List.of(new Item("BK-F", "k", null, new Body("a")))));
		assertThat(notes("BK-F")).isEqualTo("a");
	}

	@Test
	void anOrderAndAKeyHaveOneSpelling() {
		open("BK-\u00C9");
		JsonNode items = post(NOTES, 200, new Many(List.of(new Item("BK-E\u0301", "k\u00E9", null, new Body("a")),
				new Item(" BK-\u00C9 ", " ke\u0301", null, new Body("a")))))
			.path("items");
		assertThat(items.findValuesAsString("status")).containsExactly("200", "200");
		assertThat(items.findValuesAsString("order")).containsOnly("BK-\u00C9");
		assertThat(notes("BK-%C3%89")).isEqualTo("a");
		assertThat(sales().get("/api/small/BK-E%CC%81").status()).isEqualTo(200);
	}

	@Test
	void oneOrderMayBeNamedTwice() {
		open("BK-4");
		post(NOTES, 200, new Many(List.of(Item.note("BK-4", "a"), Item.note("BK-4", "b"))));
		assertThat(notes("BK-4")).isEqualTo("ab");
	}

	@Test
	void aRequestWithoutItsFormDoesNothingAndNamesEveryFault() {
		open("BK-5");
		JsonNode problem = post(NOTES, 422,
				new Many(Stream
					.of(Item.note("BK-5", "a"), new Item(" ", "k".repeat(201), null, new Body("b")), null,
							new Item("BK-5", null, null, null), new Item("BK-5\u202E", "k\u200B1", null, new Body("c")))
					.toList()));
		assertThat(problem.path("code").asString()).isEqualTo("BODY_INVALID");
		assertThat(problem.path("errors").findValuesAsString("field")).containsExactly("items[1].order", "items[1].key",
				"items[2].order", "items[2].command", "items[3].command", "items[4].order", "items[4].key");
		assertThat(problem.path("errors").findValuesAsString("code")).containsExactly("REQUIRED", "TOO_LONG",
				"REQUIRED", "REQUIRED", "REQUIRED", "UNPRINTABLE", "UNPRINTABLE");
		post(NOTES, 422, new Many(List.of()));
		post(NOTES, 422, new Many(null));
		post(NOTES, 422, new Many(Collections.nCopies(501, Item.note("BK-5", "a"))));
		Answer matched = sales().post(NOTES, new Many(List.of(Item.note("BK-5", "a"))), "If-Match", "\"1\"");
		assertThat(matched.status()).as("which of the orders?").isEqualTo(400);
		assertThat(notes("BK-5")).isEmpty();
	}

	@Test
	void onlyTheRightRoleMay() {
		open("BK-6");
		String approvals = "{\"items\":[{\"order\":\"BK-6\",\"command\":{}}]}";
		assertThat(sales().post("/api/small/approve", approvals).status()).isEqualTo(403);
		Caller manager = this.system.as("wang", "sales-manager");
		assertThat(manager.post("/api/small/approve", approvals).body().path("done").asInt()).isEqualTo(1);
		assertThat(this.system.await("BK-6", OrderApproved.class).approvedBy()).isEqualTo("wang");
	}

	private void open(String... orders) {
		for (String order : orders) {
			this.system.publish(Orders.placed(order));
		}
		for (String order : orders) {
			this.system.await(order, ReviewOpened.class);
		}
	}

	private String notes(String order) {
		return sales().get("/api/small/" + order).body().path("notes").asString();
	}

	private JsonNode post(String path, int status, Many body) {
		Answer answer = sales().post(path, body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		return answer.body();
	}

	private Caller sales() {
		return this.system.as("li", "salesperson");
	}

	private record Many(List<Item> items) {
	}

	private record Item(String order, String key, Long ifMatch, Body command) {

		static Item note(String order, String text) {
			return new Item(order, null, null, new Body(text));
		}

	}

	private record Body(String text) {
	}

}
