package io.gendan.messaging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A stranger's order is none, whatever is asked about it. */
@GendanIntegrationTest
class OwnershipTest {

	private static final String STRANGE = "C-1";

	private static final String OWN = "C-2";

	private static int number;

	@Autowired
	TestSystem system;

	private String strange;

	private String own;

	private String none;

	private Caller customer;

	@BeforeEach
	void anOrderOfEach() {
		this.strange = "OW-" + ++number + "-s";
		this.own = "OW-" + number + "-o";
		this.none = "OW-" + number + "-n";
		this.system.publish(Orders.placed(this.strange, STRANGE, "li"));
		this.system.publish(Orders.placed(this.own, OWN, "zhao"));
		this.system.await(this.strange, ReviewOpened.class);
		this.system.await(this.own, ReviewOpened.class);
		this.customer = this.system.owning("lin", "customer", OWN);
	}

	@Test
	void readsAndCommandsAnswerAsIfThereWereNone() {
		for (String[] headers : new String[][] { {}, { "If-Match", "\"77\"" }, { "Idempotency-Key", "k" } }) {
			assertSame((order) -> this.customer.post("/api/small/" + order + "/note", Map.of("text", "x"), headers));
		}
		assertSame((order) -> this.customer.get("/api/small/" + order));
		assertThat(notes(this.strange)).isEmpty();
		assertThat(this.customer.post("/api/small/" + this.own + "/note", Map.of("text", "x")).status()).isEqualTo(200);
		assertThat(this.customer.get("/api/small/" + this.own).status()).isEqualTo(200);
	}

	@Test
	void anAnswerThatWasGivenToItsOwnerIsNotRepeatedToAStranger() {
		Caller owner = this.system.owning("lin", "customer", STRANGE);
		assertThat(owner.post(note(this.strange), Map.of("text", "x"), "Idempotency-Key", "k").status()).isEqualTo(200);
		Caller robbed = this.system.owning("lin", "customer", OWN);
		assertThat(robbed.post(note(this.strange), Map.of("text", "x"), "Idempotency-Key", "k").status())
			.isEqualTo(404);
		assertThat(owner.post(note(this.strange), Map.of("text", "x"), "Idempotency-Key", "k").status()).isEqualTo(200);
	}

	@Test
	void itemsOfABulkAnswerAsIfThereWereNone() {
		Answer answer = this.customer.post("/api/small/note",
				Map.of("items", List.of(item(this.strange), item(this.none), item(this.own),
						Map.of("order", this.strange, "ifMatch", 77, "key", "k", "command", Map.of("text", "x")))));
		assertThat(answer.body().path("items")).extracting((item) -> item.path("status").asInt())
			.containsExactly(404, 404, 200, 404);
		assertThat(masked(answer.body().path("items").path(0).toString(), this.strange))
			.isEqualTo(masked(answer.body().path("items").path(1).toString(), this.none))
			.isEqualTo(masked(answer.body().path("items").path(3).toString(), this.strange));
		assertThat(notes(this.strange)).isEmpty();
	}

	@Test
	void listsHoldOwnOrdersInFullPages() {
		Caller auditor = this.system.as("sun", "auditor");
		assertThat(orders(auditor, "limit=500")).contains(this.own, this.strange);
		assertThat(orders(this.customer, "limit=500")).contains(this.own).doesNotContain(this.strange);
		assertThat(orders(this.customer, "customerId=" + STRANGE)).isEmpty();
		assertThat(orders(this.system.owning("li", "salesperson", OWN), "limit=500")).as("and what they entered")
			.contains(this.own, this.strange);
		assertThat(orders(this.system.owning("wang", "salesperson"), "limit=500")).isEmpty();
		this.system.publish(Orders.placed(this.own + "-2", OWN, "zhao"));
		this.system.await(this.own + "-2", ReviewOpened.class);
		Answer page = this.customer.get("/api/small?limit=2");
		assertThat(page.body().path("items").size()).as("strangers' orders make no page shorter").isEqualTo(2);
		assertThat(page.body().path("items").path(0).path("customerId").asString()).isEqualTo(OWN);
	}

	@Test
	void aRoleThatMayNotTakeTheRouteOpensNoOrder() {
		Caller both = this.system.with("lin",
				Map.of("roles", List.of("warehouse", "customer"), "customers", List.of(OWN)));
		assertThat(both.get("/api/small/" + this.strange).status()).as("the warehouse has no business here")
			.isEqualTo(404);
		Caller manager = this.system.with("wang", Map.of("roles", List.of("customer", "sales-manager")));
		assertThat(manager.post("/api/small/" + this.strange + "/approve", "{}").status()).isEqualTo(200);
		this.system.await(this.strange, OrderApproved.class);
		assertThat(this.system.records(this.strange).getLast().envelope().actor().role()).isEqualTo("sales-manager");
	}

	private void assertSame(Function<String, Answer> ask) {
		Answer strangers = ask.apply(this.strange);
		Answer nobodys = ask.apply(this.none);
		assertThat(strangers.status()).as(strangers.text()).isEqualTo(404);
		assertThat(strangers.body().path("code").asString()).isEqualTo("ORDER_UNKNOWN");
		assertThat(masked(strangers.text(), this.strange)).isEqualTo(masked(nobodys.text(), this.none));
		assertThat(headers(strangers)).isEqualTo(headers(nobodys));
	}

	/** Every hundredth answer closes its connection, whatever it is about. */
	private static Set<String> headers(Answer answer) {
		Set<String> names = new TreeSet<>(answer.headers().map().keySet());
		names.remove("connection");
		return names;
	}

	private static String masked(String text, String order) {
		return text.replace(order, "X");
	}

	private static List<String> orders(Caller caller, String parameters) {
		return caller.get("/api/small?" + parameters).body().path("items").findValuesAsString("order");
	}

	private String notes(String order) {
		return this.system.as("sun", "auditor").get("/api/small/" + order).body().path("notes").asString();
	}

	private static Map<String, Object> item(String order) {
		return Map.of("order", order, "command", Map.of("text", "x"));
	}

	private static String note(String order) {
		return "/api/small/" + order + "/note";
	}

}
