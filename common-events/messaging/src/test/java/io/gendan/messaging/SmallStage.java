package io.gendan.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.OrderApproved;
import io.gendan.contract.review.OrderRejected;
import io.gendan.contract.review.ReviewEvent;
import io.gendan.contract.review.ReviewOpened;
import io.gendan.contract.review.ReviewOverdue;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.RefusalCode;
import io.gendan.stage.Sla;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * As small as a stage can be: placed orders are opened, approved once, overdue after a
 * while; an order confirmed before it was placed is a join.
 */
final class SmallStage implements Stage<SmallStage.State, SmallStage.Command, ReviewEvent> {

	static final Duration REVIEW_TIME = Duration.ofHours(1);

	private static final String WITHDRAWN = "withdrawn";

	/** Sealed long ago: an order that nobody owns has no key. Notes stand elsewhere. */
	private static final Personal SEALED = Personal
		.read("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwia2lkIjoieCJ9..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA");

	private final Set<Class<? extends GendanEvent>> listened;

	SmallStage() {
		this(Set.of(OrderPlaced.class, OrderConfirmed.class, OrderReleased.class));
	}

	/** A version of the stage that listens to other events. */
	SmallStage(Set<Class<? extends GendanEvent>> listened) {
		this.listened = listened;
	}

	@Override
	public Service service() {
		return Service.REVIEW;
	}

	@Override
	public State initial(String order) {
		return new State(order, null, null, false, false, false, false, "");
	}

	@Override
	public State evolve(State state, GendanEvent event) {
		return switch (event) {
			case ReviewOpened opened -> state.opened(opened.dueAt());
			case OrderApproved approved -> state.approve();
			case ReviewOverdue overdue -> state.markOverdue();
			case OrderRejected rejected -> state.rejected(rejected.rejectedBy());
			case OrderPlaced placed -> state.ownedBy(new Owner(placed.customer().id(), placed.enteredBy()));
			case OrderConfirmed confirmed -> state.confirm();
			case OrderReleased released -> state.release();
			default -> state;
		};
	}

	@Override
	public Outcome<ReviewEvent> decide(State state, Command command, Context context) {
		return switch (command) {
			case Open open -> Outcome.accepted(new ReviewOpened(state.order(), 1, open.dueAt()));
			case Approve approve when state.approved() ->
				Outcome.refused(Code.ALREADY_APPROVED, Map.of("order", state.order()));
			case Approve approve -> Outcome.accepted(new OrderApproved(state.order(), 1, context.actor().id(), null));
			case Note note ->
				Outcome.accepted(new OrderRejected(state.order(), 1, state.notes() + note.text(), SEALED));
			case Put put -> Outcome.accepted(new OrderRejected(state.order(), 1, put.text(), SEALED));
			case Half half -> Outcome.accepted(new OrderRejected(state.order(), 1, "half", SEALED),
					new OrderApproved(state.order(), 1, null, null));
			case Foreign foreign -> Outcome.accepted(new OrderApproved("another", 1, "li", null));
			case Nothing nothing -> Outcome.accepted();
			case Withdraw withdraw -> Outcome.accepted(new OrderRejected(state.order(), 1, WITHDRAWN, SEALED));
			case Fail fail -> throw new IllegalStateException("a defect in the domain");
		};
	}

	@Override
	public boolean opens(Command command) {
		return command instanceof Open;
	}

	@Override
	public Set<Class<? extends GendanEvent>> listensTo() {
		return this.listened;
	}

	@Override
	public List<ReviewEvent> react(State state, GendanEvent received, Context context) {
		if (received instanceof OrderPlaced placed) {
			if (placed.remarks() instanceof Personal remarks && remarks.text().equals("defect")) {
				throw new IllegalStateException("a defect in the domain");
			}
			return List.of(new ReviewOpened(state.order(), placed.round(), context.now().plus(REVIEW_TIME)));
		}
		return List.of();
	}

	@Override
	public Optional<Instant> due(State state) {
		return (state.approved() || state.overdue()) ? Optional.empty() : Optional.ofNullable(state.dueAt());
	}

	@Override
	public Optional<Sla> sla(State state) {
		return (state.approved() || state.withdrawn()) ? Optional.empty()
				: Optional.ofNullable(state.dueAt()).map((due) -> new Sla("review", due));
	}

	@Override
	public boolean withdrawn(State before, State after) {
		return after.withdrawn();
	}

	@Override
	public Set<String> slas() {
		return Set.of("review");
	}

	@Override
	public List<ReviewEvent> onDue(State state, Context context) {
		if ("defect".equals(state.notes())) {
			throw new IllegalStateException("a defect in the domain");
		}
		return (state.dueAt() == null) ? List.of()
				: List.of(new ReviewOverdue(state.order(), 1, state.dueAt(), "general-manager"));
	}

	@Override
	public Optional<Owner> owner(State state) {
		return Optional.ofNullable(state.owner());
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.choice("state", List.of("OPEN", "APPROVED")), Column.flag("confirmed"),
				Column.text("notes").withIndex(), Column.date("dueAt").withIndex());
	}

	@Override
	public Map<String, Object> summary(State state) {
		Map<String, Object> summary = new LinkedHashMap<>();
		summary.put("state", state.approved() ? "APPROVED" : "OPEN");
		summary.put("confirmed", state.confirmed());
		summary.put("notes", state.notes());
		if (state.dueAt() != null) {
			summary.put("dueAt", state.dueAt().toString());
		}
		return summary;
	}

	record State(String order, @Nullable Owner owner, @Nullable Instant dueAt, boolean approved, boolean overdue,
			boolean confirmed, boolean released, String notes) {

		boolean withdrawn() {
			return this.notes.equals(WITHDRAWN);
		}

		State ownedBy(Owner who) {
			return new State(this.order, who, this.dueAt, this.approved, this.overdue, this.confirmed, this.released,
					this.notes);
		}

		State opened(Instant due) {
			return new State(this.order, this.owner, due, this.approved, this.overdue, this.confirmed, this.released,
					this.notes);
		}

		State approve() {
			return new State(this.order, this.owner, this.dueAt, true, this.overdue, this.confirmed, this.released,
					this.notes);
		}

		State markOverdue() {
			return new State(this.order, this.owner, this.dueAt, this.approved, true, this.confirmed, this.released,
					this.notes);
		}

		State confirm() {
			return new State(this.order, this.owner, this.dueAt, this.approved, this.overdue, true, this.released,
					this.notes);
		}

		State release() {
			return new State(this.order, this.owner, this.dueAt, this.approved, this.overdue, this.confirmed, true,
					this.notes);
		}

		State rejected(String text) {
			return new State(this.order, this.owner, this.dueAt, this.approved, this.overdue, this.confirmed,
					this.released, text);
		}

	}

	sealed interface Command {

	}

	record Open(Instant dueAt) implements Command {
	}

	record Approve() implements Command {
	}

	record Note(String text) implements Command {
	}

	record Fail() implements Command {
	}

	/** Asks for what already is. */
	record Nothing() implements Command {
	}

	/** Calls the order off. */
	record Withdraw() implements Command {
	}

	/** Replaces the notes. */
	record Put(String text) implements Command {
	}

	/** Makes a good event and one that nobody could read. */
	record Half() implements Command {
	}

	/** Makes an event of another order. */
	record Foreign() implements Command {
	}

	enum Code implements RefusalCode {

		ALREADY_APPROVED;

		@Override
		public Kind kind() {
			return Kind.CONFLICT;
		}

	}

}
