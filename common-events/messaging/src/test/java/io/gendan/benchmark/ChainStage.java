package io.gendan.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.contract.aftersales.AftersalesClosed;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.fulfillment.QualityPassed;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.review.OrderApproved;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;

/**
 * One link of the chain: answers the event of the service before with one of its own.
 * Order and review have two turns, so that eight events make the whole.
 */
final class ChainStage implements Stage<ChainStage.State, String, GendanEvent> {

	private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

	private final Service service;

	ChainStage(Service service) {
		this.service = service;
	}

	/** The service whose events a link waits for. */
	static Service before(Service service) {
		Service[] all = Service.values();
		return all[(service.ordinal() + all.length - 1) % all.length];
	}

	@Override
	public Service service() {
		return this.service;
	}

	@Override
	public State initial(String order) {
		return new State(order, 0);
	}

	@Override
	public State evolve(State state, GendanEvent event) {
		return typeOf(this.service).isInstance(event) ? new State(state.order(), state.turns() + 1) : state;
	}

	@Override
	public Outcome<GendanEvent> decide(State state, String command, Context context) {
		return Outcome.accepted(own(state.order()));
	}

	@Override
	public boolean opens(String command) {
		return true;
	}

	@Override
	public Set<Class<? extends GendanEvent>> listensTo() {
		return Set.of(typeOf(before(this.service)));
	}

	@Override
	public List<GendanEvent> react(State state, GendanEvent received, Context context) {
		int turns = (this.service == Service.ORDER || this.service == Service.REVIEW) ? 2 : 1;
		return (state.turns() < turns) ? List.of(own(state.order())) : List.of();
	}

	@Override
	public Optional<Owner> owner(State state) {
		return Optional.of(new Owner("C-1", "li"));
	}

	@Override
	public List<Column> columns() {
		return List.of(Column.text("state"));
	}

	@Override
	public Map<String, Object> summary(State state) {
		return Map.of("state", "TURN_" + state.turns());
	}

	private GendanEvent own(String order) {
		return switch (this.service) {
			case ORDER -> new OrderConfirmed(order, "wang", DAY);
			case REVIEW -> new OrderApproved(order, 1, "wang", null);
			case FULFILLMENT -> new QualityPassed(order, 1, "zhao");
			case LOGISTICS -> new GoodsShipped(order, "WB-" + order, "carrier", DAY, 1, null);
			case BILLING -> new OrderReleased(order, "paid");
			case AFTERSALES -> new AftersalesClosed(order, Personal.of("accepted"));
		};
	}

	private static Class<? extends GendanEvent> typeOf(Service service) {
		return switch (service) {
			case ORDER -> OrderConfirmed.class;
			case REVIEW -> OrderApproved.class;
			case FULFILLMENT -> QualityPassed.class;
			case LOGISTICS -> GoodsShipped.class;
			case BILLING -> OrderReleased.class;
			case AFTERSALES -> AftersalesClosed.class;
		};
	}

	record State(String order, int turns) {
	}

}
