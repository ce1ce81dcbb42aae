package io.gendan.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Facts and receipts in any order: the same money, each consequence once, and settled in
 * the end.
 */
class ArrivalOrderTest {

	private static final Context CONTEXT = new Context(Actor.policy("billing"), Instant.parse("2026-03-02T02:00:00Z"));

	@ParameterizedTest
	@EnumSource(PaymentTerms.class)
	void anyOrderOfArrivalEndsSettled(PaymentTerms terms) {
		Random random = new Random(7);
		for (int round = 0; round < 300; round++) {
			List<Object> steps = new ArrayList<>(List.of(Orders.placed("SO-1", terms, "CNY", "70.00", "30.00"),
					Orders.confirmed("SO-1"), Orders.delivered("SO-1"), Orders.receipt("V-1", "60.00", "CNY"),
					Orders.receipt("V-2", "45.50", "CNY")));
			Collections.shuffle(steps, random);
			List<BillingEvent> happened = new ArrayList<>();
			Billing end = play(steps, happened);
			assertThat(end.phase()).as("%s", steps).isEqualTo(BillingPhase.SETTLED);
			assertThat(end.received()).contains(Money.of("105.50", "CNY"));
			Set<Class<?>> once = new HashSet<>();
			assertThat(happened).filteredOn((event) -> !(event instanceof PaymentReceived))
				.allMatch((event) -> once.add(event.getClass()));
		}
	}

	@ParameterizedTest
	@EnumSource(PaymentTerms.class)
	void aCancelledOrderKeepsItsMoneyAsCreditWhateverCameFirst(PaymentTerms terms) {
		Random random = new Random(11);
		for (int round = 0; round < 300; round++) {
			List<Object> steps = new ArrayList<>(List.of(Orders.placed("SO-1", terms, "CNY", "70.00", "30.00"),
					Orders.confirmed("SO-1"), Orders.cancelled("SO-1"), Orders.receipt("V-1", "60.00", "CNY"),
					Orders.receipt("V-2", "45.50", "CNY")));
			Collections.shuffle(steps, random);
			Billing end = play(steps, new ArrayList<>());
			assertThat(end.phase()).as("%s", steps).isEqualTo(BillingPhase.CANCELLED);
			assertThat(end.credit()).as("%s", steps).contains(Money.of("105.50", "CNY"));
		}
	}

	/** A receipt that is refused for now is tried again after each further step. */
	private static Billing play(List<Object> steps, List<BillingEvent> happened) {
		Billing billing = BillingStageTest.STAGE.initial("SO-1");
		List<BillingCommand> open = new ArrayList<>();
		for (Object step : steps) {
			if (step instanceof GendanEvent fact) {
				billing = BillingStageTest.STAGE.evolve(billing, fact);
				billing = fold(billing, BillingStageTest.STAGE.react(billing, fact, CONTEXT), happened);
			}
			else {
				open.add((BillingCommand) step);
			}
			billing = retry(billing, open, happened);
		}
		return billing;
	}

	private static Billing retry(Billing billing, List<BillingCommand> open, List<BillingEvent> happened) {
		Billing current = billing;
		for (BillingCommand command : List.copyOf(open)) {
			if (BillingStageTest.STAGE.decide(current, command,
					CONTEXT) instanceof Outcome.Accepted<BillingEvent>(List<BillingEvent> events)) {
				current = fold(current, events, happened);
				open.remove(command);
			}
		}
		return current;
	}

	private static Billing fold(Billing billing, List<BillingEvent> events, List<BillingEvent> happened) {
		Billing current = billing;
		for (BillingEvent event : events) {
			current = BillingStageTest.STAGE.evolve(current, event);
		}
		happened.addAll(events);
		return current;
	}

}
