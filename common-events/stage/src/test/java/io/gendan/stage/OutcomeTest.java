package io.gendan.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.order.ChainHead;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.ReviewEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutcomeTest {

	private static final OrderApproved APPROVED = new OrderApproved("SO-1", 1, "wang", null);

	@Test
	void nothingHasHappenedIsStillNoRefusal() {
		assertThat(Outcome.<ReviewEvent>accepted()).isEqualTo(new Outcome.Accepted<ReviewEvent>(List.of()));
	}

	@Test
	void eventsKeepTheirOrder() {
		OrderApproved second = new OrderApproved("SO-1", 2, "chen", null);
		assertThat(Outcome.<ReviewEvent>accepted(second, APPROVED))
			.isEqualTo(new Outcome.Accepted<ReviewEvent>(List.of(second, APPROVED)));
	}

	@Test
	void aRefusalNamesItsFactsAndNoField() {
		assertThat(Outcome.<ReviewEvent>refused(Reason.TOO_LATE, Map.of("order", "SO-1")))
			.isEqualTo(refused(Map.of("order", "SO-1"), List.of()));
	}

	@Test
	void aRefusalForItsFieldsTellsThemAllAndHowMany() {
		List<FieldFault> faults = List.of(new FieldFault("lines[0].quantity", Reason.TOO_SMALL, Map.of("least", 1)),
				new FieldFault("remarks", Reason.TOO_LATE));
		assertThat(Outcome.<ReviewEvent>refused(Reason.TOO_LATE, faults))
			.isEqualTo(refused(Map.of("count", 2), faults));
	}

	@Test
	void whatWasDecidedDoesNotChangeWithTheListsItWasMadeFrom() {
		List<ReviewEvent> events = new ArrayList<>(List.of(APPROVED));
		Map<String, Object> facts = new HashMap<>(Map.of("least", 1));
		List<FieldFault> faults = new ArrayList<>();
		List<ChainHead> heads = new ArrayList<>(List.of(new ChainHead("order", 1, "00")));
		Outcome.Accepted<ReviewEvent> accepted = new Outcome.Accepted<>(events);
		faults.add(new FieldFault("remarks", Reason.TOO_SMALL, facts));
		Refusal refusal = new Refusal(Reason.TOO_LATE, facts, faults);
		Context context = new Context(new Actor("policy", "review"), Instant.EPOCH, heads);

		List.of(events, faults, heads).forEach(List::clear);
		facts.clear();

		assertThat(accepted.events()).containsExactly(APPROVED);
		assertThat(refusal.facts()).containsEntry("least", 1);
		assertThat(refusal.fields()).singleElement()
			.satisfies((fault) -> assertThat(fault.facts()).containsEntry("least", 1));
		assertThat(context.heads()).hasSize(1);
	}

	@Test
	void whoReadsADecisionCannotAddToIt() {
		Outcome.Accepted<ReviewEvent> accepted = new Outcome.Accepted<>(new ArrayList<>());
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> accepted.events().add(APPROVED));
	}

	private static Outcome<ReviewEvent> refused(Map<String, Object> facts, List<FieldFault> fields) {
		return new Outcome.Refused<>(new Refusal(Reason.TOO_LATE, facts, fields));
	}

	private enum Reason implements RefusalCode {

		TOO_LATE, TOO_SMALL;

		@Override
		public Kind kind() {
			return Kind.INVALID;
		}

	}

}
