package io.gendan.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.contract.review.ReviewOverdue;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.RefusalCode;
import io.gendan.stage.Stage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A scenario tells a true story and refuses a false one. */
class ScenarioTest {

	private static final Instant DUE = Instant.parse("2026-03-02T10:00:00Z");

	private static final OrderApproved APPROVED = new OrderApproved("SO-1", 1, "wang", null);

	private static final OrderCancelled CANCELLED = new OrderCancelled("SO-1", "li", Personal.of("no longer needed"));

	private static final ReviewOverdue OVERDUE = new ReviewOverdue("SO-1", 1, DUE, "general-manager");

	@Test
	void aTrueStoryPasses() {
		Scenario<List<GendanEvent>, String, ReviewEvent> story = Scenario.of(new Listening());
		story.by(new Actor("sales-manager", "wang"))
			.when("approve")
			.then(APPROVED)
			.when("approve")
			.refused(Code.ALREADY)
			.when("nonsense")
			.refusedFields(Map.of("text", "UNKNOWN,WORDY"))
			.received(CANCELLED)
			.thenTypes(OrderRejected.class)
			.due(DUE)
			.whenDue(DUE.minusMillis(1))
			.then()
			.whenDue(DUE)
			.then(OVERDUE)
			.notDue();
		assertThat(story.state()).hasSize(4);
		assertThat(Scenario.of(new Listening()).given(APPROVED).when("approve").refused(Code.ALREADY)).isNotNull();
	}

	@Test
	void whatTheStageDoesNotListenToChangesNothing() {
		OrderConfirmed unheard = new OrderConfirmed("SO-1", "wang", LocalDate.of(2026, 4, 1));
		assertThat(Scenario.of(new Listening()).received(unheard).then().state()).isEmpty();
	}

	@Test
	void aFalseStoryIsFound() {
		assertFalse(() -> story().when("approve").then());
		assertFalse(() -> story().when("approve").then(APPROVED, APPROVED));
		assertFalse(() -> story().when("approve").then(new OrderApproved("SO-1", 1, "another", null)));
		assertFalse(() -> story().when("approve").thenTypes(OrderRejected.class));
		assertFalse(() -> story().when("approve").refused(Code.ALREADY));
		assertFalse(() -> story().when("nonsense").then());
		assertFalse(() -> story().when("nonsense").refused(Code.ALREADY));
		assertFalse(() -> story().when("nonsense").refusedFields(Map.of("text", "UNKNOWN")));
		assertFalse(() -> story().received(CANCELLED).then());
		assertFalse(() -> story().due(DUE.plusSeconds(1)));
		assertFalse(() -> story().notDue());
		assertFalse(() -> story().whenDue(DUE).then());
	}

	private static Scenario<List<GendanEvent>, String, ReviewEvent> story() {
		return Scenario.of(new Listening()).by(new Actor("sales-manager", "wang"));
	}

	private static void assertFalse(ThrowingCallable story) {
		assertThatThrownBy(story).isInstanceOf(AssertionError.class);
	}

	private enum Code implements RefusalCode {

		ALREADY, FIELDS_INVALID, UNKNOWN, WORDY;

		@Override
		public Kind kind() {
			return Kind.CONFLICT;
		}

	}

	/** Its state is the list of what it has heard. */
	private static final class Listening implements Stage<List<GendanEvent>, String, ReviewEvent> {

		@Override
		public Service service() {
			return Service.REVIEW;
		}

		@Override
		public List<GendanEvent> initial(String order) {
			return List.of();
		}

		@Override
		public List<GendanEvent> evolve(List<GendanEvent> state, GendanEvent event) {
			List<GendanEvent> after = new ArrayList<>(state);
			after.add(event);
			return List.copyOf(after);
		}

		@Override
		public Outcome<ReviewEvent> decide(List<GendanEvent> state, String command, Context context) {
			if (!command.equals("approve")) {
				return Outcome.refused(Code.FIELDS_INVALID,
						List.of(new FieldFault("text", Code.UNKNOWN), new FieldFault("text", Code.WORDY)));
			}
			return state.contains(APPROVED) ? Outcome.refused(Code.ALREADY, Map.of())
					: Outcome.accepted(new OrderApproved("SO-1", 1, context.actor().id(), null));
		}

		@Override
		public Set<Class<? extends GendanEvent>> listensTo() {
			return Set.of(OrderCancelled.class);
		}

		@Override
		public List<ReviewEvent> react(List<GendanEvent> state, GendanEvent received, Context context) {
			return List.of(new OrderRejected("SO-1", 1, context.actor().id(), Personal.of("cancelled")));
		}

		@Override
		public Optional<Instant> due(List<GendanEvent> state) {
			return state.contains(OVERDUE) ? Optional.empty() : Optional.of(DUE);
		}

		@Override
		public List<ReviewEvent> onDue(List<GendanEvent> state, Context context) {
			return List.of(OVERDUE);
		}

		@Override
		public Optional<Owner> owner(List<GendanEvent> state) {
			return Optional.empty();
		}

		@Override
		public List<Column> columns() {
			return List.of(Column.text("state"));
		}

		@Override
		public Map<String, Object> summary(List<GendanEvent> state) {
			return Map.of("state", "OPEN");
		}

	}

}
