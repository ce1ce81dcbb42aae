package io.gendan.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.gendan.acceptance.Gateway.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever an order stands, some person can bring it to an end, and then no stage has
 * anything left to do: no goods set aside, no money asked for, none kept. What each stage
 * can do by itself is walked through in its own tests; here all six play together.
 */
class NoDeadEndsIT {

	private static final String MERCHANDISER = "sun.merchandiser";

	private static final String PRODUCTION = "wu.production";

	private static final String WAREHOUSE = "zheng.warehouse";

	private static final String LOGISTICS = "feng.logistics";

	private static final String FINANCE = "qian.finance";

	private static final String SERVICE = "he.service";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String RUN = Long.toString(System.currentTimeMillis(), 36).toUpperCase(java.util.Locale.ROOT);

	private static final Gateway GATEWAY = LocalSystem.running().gateway();

	private static final Map<Standing, CompletableFuture<Void>> ENDED = new EnumMap<>(Standing.class);

	/** All at once: most of the time an order waits for the next stage. */
	@BeforeAll
	static void bringAllToAnEnd() {
		var people = Executors.newVirtualThreadPerTaskExecutor();
		for (Standing standing : Standing.values()) {
			ENDED.put(standing, CompletableFuture.runAsync(() -> standing.live(new Life(standing)), people));
		}
	}

	@ParameterizedTest
	@EnumSource
	void anOrderThatStandsHereCanBeBroughtToAnEnd(Standing standing) {
		ENDED.get(standing).join();
		Life life = new Life(standing);

		assertThat(life.view("/api/orders/", "state")).isEqualTo(standing.end);
		life.reaches("/api/reviews/", "state", "REJECTED|WITHDRAWN|APPROVED");
		if (life.view("/api/orders/", "state").equals("ARCHIVED")) {
			life.reaches("/api/shipments/", "state", "DELIVERED");
			life.reaches("/api/billings/", "state", "SETTLED");
			life.reaches("/api/billings/", "outstanding.amount", "0.00");
			life.reaches("/api/aftersales/", "state", "CLOSED");
		}
		else {
			for (String stage : List.of("fulfillments", "shipments", "billings", "aftersales")) {
				life.reaches("/api/" + stage + "/", "state", "CANCELLED");
			}
		}
		life.creditIsPaidBack();
		life.reachesStock(standing.free);
	}

	@Test
	void goodsOnTheirWayAreNotCancelledUnderTheCarrier() {
		Life life = new Life("UNDERWAY", "MONTHLY", 10);
		life.toDispatch();
		life.does(LOGISTICS, "/api/shipments/", "dispatch", "{}");
		life.reaches("/api/shipments/", "state", "SHIPPED");
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> life.post(Gateway.SALESPERSON, "/api/orders/", "request-cancellation", Life.REASON)
				.code()
				.equals("CANCELLATION_NEEDS_RETURN"));
	}

	/** Where an order stands, and how people end it from there. */
	enum Standing {

		/** Waits for the review: the salesperson gives it up. */
		PLACED("CANCELLED", 0, "PREPAID", 0, Life::place, (life) -> life.cancels(Gateway.SALESPERSON)),

		/** The review says no. */
		REJECTED("REJECTED", 0, "PREPAID", 0, Life::place,
				(life) -> life.does(Gateway.SALES_MANAGER, "/api/reviews/", "reject", Life.REASON)),

		/** Back with the salesperson, who gives it up. */
		RETURNED("CANCELLED", 0, "PREPAID", 0, (life) -> {
			life.place();
			life.does(Gateway.SALES_MANAGER, "/api/reviews/", "return",
					"{\"corrections\": [{\"field\": \"remarks\", \"remark\": \"say more\"}]}");
			life.reaches("/api/orders/", "state", "RETURNED");
		}, (life) -> life.cancels(Gateway.SALESPERSON)),

		/** Approved, and the customer never confirms. */
		APPROVED("CANCELLED", 0, "PREPAID", 0, (life) -> {
			life.place();
			life.does(Gateway.SALES_MANAGER, "/api/reviews/", "approve", "{}");
			life.reaches("/api/orders/", "state", "APPROVED");
		}, (life) -> life.cancels(Gateway.SALESPERSON)),

		/** Confirmed and reserved, and never paid. */
		NEVER_PAID("CANCELLED", 10, "PREPAID", 10, (life) -> {
			life.confirm();
			life.reaches("/api/fulfillments/", "state", "READY_TO_INSPECT");
			life.reaches("/api/billings/", "state", "PAYMENT_DUE");
		}, Life::isGivenUp),

		/** Paid in part, then given up: the money goes back. */
		PAID_IN_PART("CANCELLED", 10, "PREPAID", 10, (life) -> {
			life.confirm();
			life.reaches("/api/billings/", "state", "PAYMENT_DUE");
			life.pays("40.00");
		}, Life::isGivenUp),

		/** In production: what is made is no longer wanted. */
		IN_PRODUCTION("CANCELLED", 4, "MONTHLY", 4, (life) -> {
			life.confirm();
			life.reaches("/api/fulfillments/", "state", "IN_PRODUCTION");
			life.does(PRODUCTION, "/api/fulfillments/", "progress", "{\"percent\": 40, \"milestone\": \"cut\"}");
		}, Life::isGivenUp),

		/** The check failed, and nobody mends it. */
		REWORK("CANCELLED", 10, "MONTHLY", 10, (life) -> {
			life.confirm();
			life.reaches("/api/fulfillments/", "state", "READY_TO_INSPECT");
			life.does(WAREHOUSE, "/api/fulfillments/", "inspect",
					"{\"passed\": false, \"defects\": [{\"line\": 1, \"aspect\": \"QUALITY\", \"remark\": \"cracked\"}]}");
			life.reaches("/api/fulfillments/", "state", "REWORK");
		}, Life::isGivenUp),

		/** Packed, and not released because the customer does not pay. */
		PACKED("CANCELLED", 10, "PREPAID", 10, (life) -> {
			life.confirm();
			life.inspectAndPack();
		}, Life::isGivenUp),

		/** Packed, paid and ready for dispatch. */
		READY_FOR_DISPATCH("CANCELLED", 10, "PREPAID", 10, (life) -> {
			life.confirm();
			life.reaches("/api/billings/", "state", "PAYMENT_DUE");
			life.pays("100.00");
			life.inspectAndPack();
			life.reaches("/api/shipments/", "state", "READY");
		}, Life::isGivenUp),

		/** Refused at the door and brought back: given up after all, and found sound. */
		BROUGHT_BACK("CANCELLED", 10, "MONTHLY", 10, (life) -> {
			life.toShipped();
			life.does(LOGISTICS, "/api/shipments/", "fail", "{\"reason\": \"REFUSED\"}");
			life.does(LOGISTICS, "/api/shipments/", "return", Life.REASON);
		}, (life) -> {
			life.isGivenUp();
			life.reaches("/api/fulfillments/", "inspection.returned.waybill", ".+");
			life.does(WAREHOUSE, "/api/fulfillments/", "inspect", "{\"passed\": true}");
		}),

		/** Brought back in pieces: what is broken or lost is no stock any more. */
		BROUGHT_BACK_BROKEN("CANCELLED", 10, "MONTHLY", 7, (life) -> {
			life.toShipped();
			life.does(LOGISTICS, "/api/shipments/", "fail", "{\"reason\": \"DAMAGED\"}");
			life.does(LOGISTICS, "/api/shipments/", "return",
					"{\"reason\": \"fell off the ramp\", \"condition\": \"DAMAGED\"}");
		}, (life) -> {
			life.isGivenUp();
			life.reaches("/api/fulfillments/", "inspection.returned.condition", "DAMAGED");
			life.does(WAREHOUSE, "/api/fulfillments/", "inspect", """
					{"passed": false, "defects": [
					  {"line": 1, "aspect": "QUALITY", "remark": "broken", "quantity": 2},
					  {"line": 1, "aspect": "QUANTITY", "remark": "missing", "quantity": 1}]}""");
		}),

		/** Refused at the door, brought back and sent again. */
		SENT_AGAIN("ARCHIVED", 10, "MONTHLY", 0, (life) -> {
			life.toShipped();
			life.does(LOGISTICS, "/api/shipments/", "fail", "{\"reason\": \"NOBODY_THERE\"}");
			life.does(LOGISTICS, "/api/shipments/", "return", Life.REASON);
			life.inspectAndPack();
			life.reaches("/api/shipments/", "state", "READY");
			life.does(LOGISTICS, "/api/shipments/", "dispatch", "{}");
			life.reaches("/api/shipments/", "state", "SHIPPED");
		}, (life) -> {
			life.isDelivered();
			life.pays("100.00");
			life.isClosed();
		}),

		/** Delivered short: invoiced for what arrived. */
		DELIVERED_SHORT("ARCHIVED", 10, "MONTHLY", 0, (life) -> {
			life.toShipped();
			life.does(LOGISTICS, "/api/shipments/", "deliver",
					"{\"signedBy\": \"Wang\", \"differences\": [{\"line\": 1, \"remark\": \"three missing\"}]}");
			life.reaches("/api/billings/", "state", "DIFFERENCES_OPEN");
		}, (life) -> {
			life.does(FINANCE, "/api/billings/", "decide-differences",
					"{\"lines\": [{\"line\": 1, \"quantity\": \"7\"}], \"reason\": \"agreed with the customer\"}");
			life.reaches("/api/billings/", "outstanding.amount", "70.00");
			life.pays("70.00");
			life.isClosed();
		}),

		/** Delivered and never fully paid: the rest is written off. */
		WRITTEN_OFF("ARCHIVED", 10, "MONTHLY", 0, (life) -> {
			life.toShipped();
			life.isDelivered();
			life.pays("60.00");
		}, (life) -> {
			life.does(FINANCE, "/api/billings/", "write-off", Life.REASON);
			life.isClosed();
		}),

		/** Paid twice: the second payment goes back. */
		PAID_TWICE("ARCHIVED", 10, "MONTHLY", 0, (life) -> {
			life.toShipped();
			life.isDelivered();
			life.pays("100.00");
			life.pays("100.00");
		}, Life::isClosed),

		/** A cancellation that the review refuses: the order goes on to the archive. */
		CANCELLATION_REFUSED("ARCHIVED", 10, "MONTHLY", 0, (life) -> {
			life.confirm();
			life.does(Gateway.SALESPERSON, "/api/orders/", "request-cancellation", Life.REASON);
			life.does(Gateway.SALES_MANAGER, "/api/reviews/", "reject-cancellation", Life.REASON);
			life.reaches("/api/orders/", "cancellation.step", "REJECTED");
		}, (life) -> {
			life.inspectAndPack();
			life.reaches("/api/shipments/", "state", "READY");
			life.does(LOGISTICS, "/api/shipments/", "dispatch", "{}");
			life.reaches("/api/shipments/", "state", "SHIPPED");
			life.isDelivered();
			life.pays("100.00");
			life.isClosed();
		});

		private final String end;

		private final int stock;

		private final String terms;

		private final int free;

		private final Consumer<Life> road;

		private final Consumer<Life> wayOut;

		Standing(String end, int stock, String terms, int free, Consumer<Life> road, Consumer<Life> wayOut) {
			this.end = end;
			this.stock = stock;
			this.terms = terms;
			this.free = free;
			this.road = road;
			this.wayOut = wayOut;
		}

		void live(Life life) {
			this.road.accept(life);
			this.wayOut.accept(life);
			life.reaches("/api/orders/", "state", this.end);
		}

	}

	/** One order of ten pieces at 10.00, and the people around it. */
	private static final class Life {

		static final String REASON = "{\"reason\": \"no longer wanted\"}";

		private final String order;

		private final String item;

		private final String terms;

		private final int stock;

		private int vouchers;

		Life(Standing standing) {
			this(standing.name(), standing.terms, standing.stock);
		}

		Life(String name, String terms, int stock) {
			this.order = "END-" + RUN + "-" + name;
			this.item = "ITEM-" + this.order;
			this.terms = terms;
			this.stock = stock;
		}

		void place() {
			if (this.stock > 0) {
				ok(GATEWAY.post(WAREHOUSE, "/api/stock/receipts",
						"{\"reference\": \"GR-%s\", \"lines\": [{\"item\": \"%s\", \"quantity\": \"%d\"}]}"
							.formatted(this.order, this.item, this.stock)));
			}
			ok(GATEWAY.post(Gateway.SALESPERSON, "/api/orders",
					"""
							{"number": "%s", "receivedAt": "%s", "channel": "EMAIL",
							 "customer": {"id": "K-7", "name": "华东电器"},
							 "shipTo": {"country": "CN", "city": "杭州", "address": "文三路 1 号"}, "currency": "CNY",
							 "lines": [{"item": "%s", "description": "电机", "quantity": "10", "unit": "pcs", "unitPrice": "10.00"}],
							 "requestedDelivery": "%s", "deliveryMethod": "ROAD", "paymentTerms": "%s",
							 "invoice": {"kind": "ORDINARY", "title": "华东电器"}}
							"""
						.formatted(this.order, Instant.now().minus(Duration.ofDays(2)), this.item,
								LocalDate.now().plusDays(20), this.terms)));
		}

		void confirm() {
			place();
			does(Gateway.SALES_MANAGER, "/api/reviews/", "approve", "{}");
			does(MERCHANDISER, "/api/orders/", "confirm", "{}");
		}

		void inspectAndPack() {
			reaches("/api/fulfillments/", "state", "READY_TO_INSPECT");
			does(WAREHOUSE, "/api/fulfillments/", "inspect", "{\"passed\": true}");
			does(WAREHOUSE, "/api/fulfillments/", "pack",
					"{\"parcels\": [{\"weightKg\": \"12.5\", \"lengthCm\": 60, \"widthCm\": 40, \"heightCm\": 40}]}");
		}

		void toDispatch() {
			confirm();
			inspectAndPack();
			reaches("/api/shipments/", "state", "READY");
		}

		void toShipped() {
			toDispatch();
			does(LOGISTICS, "/api/shipments/", "dispatch", "{}");
			reaches("/api/shipments/", "state", "SHIPPED");
		}

		void isDelivered() {
			does(LOGISTICS, "/api/shipments/", "deliver", "{\"signedBy\": \"Wang\"}");
			reaches("/api/billings/", "invoice.number", ".+");
		}

		void pays(String amount) {
			does(FINANCE, "/api/billings/", "receipts",
					"{\"voucher\": \"V-%s-%d\", \"amount\": \"%s\", \"currency\": \"CNY\"}".formatted(this.order,
							++this.vouchers, amount));
		}

		void isClosed() {
			does(SERVICE, "/api/aftersales/", "accept", "{}");
			does(SERVICE, "/api/aftersales/", "close", REASON);
			creditIsPaidBack();
			reaches("/api/orders/", "state", "COMPLETED");
			does(MERCHANDISER, "/api/orders/", "archive", "{}");
		}

		void cancels(String user) {
			does(user, "/api/orders/", "cancel", REASON);
		}

		/**
		 * A confirmed order: somebody asks, a manager says yes, and every stage undoes
		 * its part.
		 */
		void isGivenUp() {
			does(Gateway.SALESPERSON, "/api/orders/", "request-cancellation",
					"{\"reason\": \"no longer wanted\", \"cost\": \"12.50\"}");
			does(Gateway.SALES_MANAGER, "/api/reviews/", "approve-cancellation", "{}");
			reaches("/api/billings/", "state", "CANCELLED");
			creditIsPaidBack();
		}

		void creditIsPaidBack() {
			String credit = view("/api/billings/", "credit.amount");
			if (!credit.isEmpty() && !credit.equals("0.00")) {
				does(FINANCE, "/api/billings/", "refund",
						"{\"voucher\": \"R-%s\", \"amount\": \"%s\", \"currency\": \"CNY\"}".formatted(this.order,
								credit));
				reaches("/api/billings/", "credit.amount", "0.00|");
			}
		}

		/** As soon as the order has come so far. */
		void does(String user, String collection, String command, String body) {
			Reply[] last = new Reply[1];
			Awaitility.await(this.order + " " + command)
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(200))
				.until(() -> {
					last[0] = post(user, collection, command, body);
					return last[0].status() != 404 && last[0].status() != 409;
				});
			ok(last[0]);
		}

		Reply post(String user, String collection, String command, String body) {
			return GATEWAY.post(user, collection + this.order + "/" + command, body);
		}

		void reaches(String collection, String path, String wanted) {
			Awaitility.await(this.order + " " + collection + " " + path + " " + wanted)
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(200))
				.until(() -> view(collection, path), (value) -> value.matches(wanted));
		}

		void reachesStock(int free) {
			if (this.stock > 0) {
				Awaitility.await(this.item)
					.atMost(PATIENCE)
					.until(() -> GATEWAY.get(Gateway.AUDITOR, "/api/stock/" + this.item)
						.body()
						.path("available")
						.asInt(), (available) -> available == free);
			}
		}

		String view(String collection, String path) {
			return GATEWAY.get(Gateway.AUDITOR, collection + this.order)
				.body()
				.at("/" + path.replace('.', '/'))
				.asString("");
		}

		private static void ok(Reply reply) {
			assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
		}

	}

}
