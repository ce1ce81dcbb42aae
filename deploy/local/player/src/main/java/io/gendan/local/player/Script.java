package io.gendan.local.player;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Money;
import io.gendan.local.player.Story.Mark;

/**
 * What follows for the people from what has happened. The small things, such as a check
 * that fails at first, depend on the seed and the order number without its prefix alone,
 * so a play can be repeated.
 */
final class Script {

	private final long seed;

	Script(long seed) {
		this.seed = seed;
	}

	/**
	 * What is to be done about an order now.
	 * @param story what has happened
	 * @return tasks of different people, often one
	 */
	List<Task> next(Story story) {
		List<Task> tasks = new ArrayList<>(2);
		if (story.ended()) {
			return tasks;
		}
		sell(story, tasks);
		if (story.has(Mark.CONFIRMED)) {
			prepare(story, tasks);
			pay(story, tasks);
			ship(story, tasks);
			care(story, tasks);
		}
		return tasks;
	}

	private void sell(Story story, List<Task> tasks) {
		if (story.has(Mark.COMPLETED)) {
			tasks.add(order(story, "archive", Person.MERCHANDISER, Map.of()));
		}
		else if (story.has(Mark.APPROVED) && !story.has(Mark.CONFIRMED)) {
			tasks.add(order(story, "confirm", Person.CUSTOMER, Map.of()));
		}
		else if (story.has(Mark.IN_REVIEW) && !story.has(Mark.APPROVED)) {
			tasks.add(new Task("approve-" + story.round(), Person.SALES_MANAGER, story.order(), "/api/reviews",
					"approve", Map.of("remarks", "同意 approved")));
		}
	}

	private void prepare(Story story, List<Task> tasks) {
		if (story.has(Mark.PACKED)) {
			return;
		}
		if (story.has(Mark.PASSED)) {
			tasks.add(fulfillment(story, "pack", Person.WAREHOUSE, Map.of("parcels",
					List.of(Map.of("weightKg", "12.5", "lengthCm", 60, "widthCm", 40, "heightCm", 40)))));
		}
		else if (story.has(Mark.RESERVED)) {
			check(story, tasks);
		}
		else if (story.has(Mark.SCHEDULED) && !story.has(Mark.PRODUCED)) {
			tasks.add(fulfillment(story, "progress", Person.PRODUCTION,
					Map.of("percent", 100, "milestone", "完工 finished")));
		}
	}

	private void check(Story story, List<Task> tasks) {
		int failed = story.failedChecks();
		if (failed > story.reworks()) {
			tasks.add(fulfillment(story, "rework", Person.PRODUCTION, Map.of("remarks", "已返工 mended")));
		}
		else if (failed == 0 && oneIn(20, story, "defect")) {
			tasks.add(fulfillment(story, "inspect", Person.WAREHOUSE, Map.of("passed", false, "defects",
					List.of(Map.of("line", 1, "aspect", "QUALITY", "remark", "表面划痕 scratched")))));
		}
		else {
			tasks.add(new Task("inspect-" + (failed + 1), Person.WAREHOUSE, story.order(), "/api/fulfillments",
					"inspect", Map.of("passed", true)));
		}
	}

	private void pay(Story story, List<Task> tasks) {
		Money due = story.outstanding();
		if (due == null || due.signum() <= 0) {
			return;
		}
		int number = story.receipts() + 1;
		Money amount = (number == 1 && oneIn(5, story, "parts")) ? half(due) : due;
		tasks.add(new Task("receipt-" + number, Person.FINANCE, story.order(), "/api/billings", "receipts",
				Map.of("voucher", "V-%s-%d".formatted(story.order(), number), "amount", amount.amount().toPlainString(),
						"currency", amount.currency(), "reference", story.order())));
	}

	private void ship(Story story, List<Task> tasks) {
		if (story.has(Mark.DELIVERED)) {
			return;
		}
		if (story.has(Mark.MOVED)) {
			tasks.add(shipment(story, "deliver", Map.of("signedBy", "收货人 receiver", "condition", "INTACT")));
		}
		else if (story.has(Mark.SHIPPED)) {
			tasks.add(shipment(story, "tracking", Map.of("trackingId", "T-" + story.order() + "-1", "status",
					"IN_TRANSIT", "place", "中转站 hub", "at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())));
		}
		else if (story.has(Mark.CARRIER_CHOSEN)) {
			tasks.add(shipment(story, "dispatch", Map.of()));
		}
	}

	private void care(Story story, List<Task> tasks) {
		if (!story.has(Mark.DELIVERED) || story.has(Mark.CLOSED)) {
			return;
		}
		if (!story.has(Mark.ACCEPTED)) {
			tasks.add(aftersales(story, "accept", Person.CUSTOMER, Map.of("remarks", "完好 all fine")));
		}
		else if (!story.has(Mark.SURVEYED)) {
			tasks.add(aftersales(story, "survey", Person.CUSTOMER,
					Map.of("scores", List.of(Map.of("part", "goods", "score", 5),
							Map.of("part", "delivery", "score", oneIn(4, story, "slow") ? 3 : 5)))));
		}
		else {
			tasks.add(aftersales(story, "close", Person.SERVICE, Map.of("reason", "客户满意 customer satisfied")));
		}
	}

	private boolean oneIn(int many, Story story, String what) {
		String number = story.order().substring(story.order().lastIndexOf('-') + 1);
		return Math.floorMod((number + what).hashCode() * 31 + this.seed, many) == 0;
	}

	private static Money half(Money due) {
		BigDecimal half = due.amount().divide(BigDecimal.TWO, due.amount().scale(), RoundingMode.DOWN);
		return (half.signum() > 0) ? new Money(half, due.currency()) : due;
	}

	private static Task order(Story story, String command, Person person, Map<String, Object> body) {
		return new Task(command, person, story.order(), "/api/orders", command, body);
	}

	private static Task fulfillment(Story story, String command, Person person, Map<String, Object> body) {
		return new Task(command, person, story.order(), "/api/fulfillments", command, body);
	}

	private static Task shipment(Story story, String command, Map<String, Object> body) {
		return new Task(command, Person.LOGISTICS, story.order(), "/api/shipments", command, body);
	}

	private static Task aftersales(Story story, String command, Person person, Map<String, Object> body) {
		return new Task(command, person, story.order(), "/api/aftersales", command, body);
	}

}
