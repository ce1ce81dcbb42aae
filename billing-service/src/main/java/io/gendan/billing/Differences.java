package io.gendan.billing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.gendan.billing.BillingCommand.AgreedLine;
import io.gendan.billing.BillingCommand.DecideDifferences;
import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.DeliveredLine;
import io.gendan.contract.billing.DifferencesDecided;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Decides on what was really delivered when a difference was recorded (LOG-6): lines that
 * are not named came as ordered. A decision may be corrected while no money is booked.
 */
final class Differences {

	private Differences() {
	}

	static Outcome<BillingEvent> decide(Billing billing, DecideDifferences command) {
		OrderPlaced placed = billing.agreement().placed();
		Map<String, Object> facts = Map.of("order", billing.order());
		List<DeliveredLine> before = billing.agreement().delivered().agreed();
		boolean again = before != null && !billing.agreement().cancelled();
		if (placed == null || (!again && billing.phase() != BillingPhase.DIFFERENCES_OPEN)) {
			return Outcome.refused(BillingRefusal.NO_DIFFERENCES, facts);
		}
		if (again && billing.agreement().archived()) {
			return Outcome.refused(BillingRefusal.ORDER_IS_ARCHIVED, facts);
		}
		if (again && !billing.receipts().isEmpty()) {
			return Outcome.refused(BillingRefusal.MONEY_IS_BOOKED, facts);
		}
		FieldCheck check = new FieldCheck();
		String reason = check.need("reason", check.prose("reason", command.reason(), BillingCommand.LONGEST_REASON));
		Map<Integer, BigDecimal> agreed = agreed(check, placed, command.lines());
		List<DeliveredLine> lines = placed.lines()
			.stream()
			.map((line) -> new DeliveredLine(line.line(),
					new Quantity(agreed.getOrDefault(line.line(), line.quantity().value()))))
			.toList();
		if (!check.clean()) {
			return Outcome.refused(BillingRefusal.FIELDS_INVALID, check.faults());
		}
		return lines.equals(before) ? Outcome.accepted()
				: Outcome.accepted(new DifferencesDecided(billing.order(), lines, Personal.of(reason)));
	}

	private static Map<Integer, BigDecimal> agreed(FieldCheck check, OrderPlaced placed,
			@Nullable List<@Nullable AgreedLine> typed) {
		Map<Integer, BigDecimal> agreed = new HashMap<>();
		List<@Nullable AgreedLine> lines = Objects.requireNonNullElse(typed, List.of());
		if (lines.size() > placed.lines().size()) {
			check.fault("lines", BillingRefusal.TOO_MANY_LINES, Map.of("max", placed.lines().size()));
			return agreed;
		}
		Map<Integer, OrderLine> ordered = new HashMap<>();
		placed.lines().forEach((line) -> ordered.put(line.line(), line));
		for (int i = 0; i < lines.size(); i++) {
			line(check, "lines[" + i + "]", lines.get(i), ordered, agreed);
		}
		return agreed;
	}

	private static void line(FieldCheck check, String path, @Nullable AgreedLine typed, Map<Integer, OrderLine> ordered,
			Map<Integer, BigDecimal> agreed) {
		Integer number = (typed != null) ? typed.line() : null;
		BigDecimal quantity = (typed != null) ? typed.quantity() : null;
		if (number == null) {
			check.fault(path + ".line", FieldRefusal.REQUIRED);
			return;
		}
		OrderLine line = ordered.get(number);
		if (line == null) {
			check.fault(path + ".line", BillingRefusal.LINE_UNKNOWN, Map.of("line", number));
		}
		else if (agreed.containsKey(number)) {
			check.fault(path + ".line", BillingRefusal.LINE_TWICE, Map.of("line", number));
		}
		else if (quantity == null) {
			check.fault(path + ".quantity", FieldRefusal.REQUIRED);
		}
		else if (quantity.signum() < 0 || quantity.compareTo(line.quantity().value()) > 0
				|| quantity.stripTrailingZeros().scale() > BillingCommand.QUANTITY_DECIMALS) {
			check.fault(path + ".quantity", BillingRefusal.QUANTITY_IMPOSSIBLE,
					Map.of("ordered", line.quantity().toString(), "decimals", BillingCommand.QUANTITY_DECIMALS));
		}
		else {
			agreed.put(number, quantity);
		}
	}

}
