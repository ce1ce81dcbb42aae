package io.gendan.order.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.order.OrderEvent;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.GatewayRefusal;
import io.gendan.messaging.HistoryEntry;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.StageGateway;
import io.gendan.order.Order;
import io.gendan.order.OrderCommand;
import io.gendan.order.OrderStage;
import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Refusal;
import io.gendan.stage.Visibility;
import org.jspecify.annotations.Nullable;

/** A gateway that keeps the orders in memory and knows idempotency keys. */
final class PlacedOrders implements StageGateway<Order, OrderCommand> {

	final Map<String, Order> orders = new HashMap<>();

	private final Set<String> keys = new HashSet<>();

	private final OrderStage stage;

	/** The present time; another day for the next file. */
	Instant now;

	/** Orders that cannot be written, and how often that was tried. */
	final Map<String, Integer> broken = new HashMap<>();

	/** Orders that the store does not take for the moment: so many tries, less one. */
	final Map<String, Integer> passing = new HashMap<>();

	PlacedOrders(OrderStage stage, Instant now) {
		this.stage = stage;
		this.now = now;
	}

	@Override
	public CommandResult<Order> execute(CommandRequest<OrderCommand> request) {
		if (this.passing.computeIfPresent(request.order(), (order, left) -> (left > 1) ? left - 1 : null) != null) {
			return new CommandResult.Refused<>(new Refusal(GatewayRefusal.ORDER_NOT_STORED,
					Map.of("order", request.order(), "code", 112), List.of()));
		}
		if (this.broken.computeIfPresent(request.order(), (order, tries) -> tries + 1) != null) {
			return new CommandResult.Failed<>(new IllegalStateException("full"));
		}
		Order before = this.orders.getOrDefault(request.order(), this.stage.initial(request.order()));
		String key = request.order() + " " + request.idempotencyKey();
		if (this.keys.contains(key)) {
			return new CommandResult.Done<>(snapshot(request.order(), before), true);
		}
		Outcome<OrderEvent> outcome = this.stage.decide(before, request.command(),
				new Context(request.actor(), this.now));
		return switch (outcome) {
			case Outcome.Refused<OrderEvent> refused -> new CommandResult.Refused<>(refused.refusal());
			case Outcome.Accepted<OrderEvent> accepted -> {
				Order after = before;
				for (OrderEvent event : accepted.events()) {
					after = this.stage.evolve(after, event);
				}
				this.orders.put(request.order(), after);
				this.keys.add(key);
				yield new CommandResult.Done<>(snapshot(request.order(), after), false);
			}
		};
	}

	@Override
	public Map<String, OrderSnapshot<Order>> findAll(Collection<String> wanted) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<CommandResult<Order>> executeAll(List<CommandRequest<OrderCommand>> requests) {
		List<CommandResult<Order>> results = new ArrayList<>();
		requests.forEach((request) -> results.add(execute(request)));
		return results;
	}

	@Override
	public Optional<OrderSnapshot<Order>> find(String order) {
		return Optional.ofNullable(this.orders.get(order)).map((state) -> snapshot(order, state));
	}

	@Override
	public Optional<List<HistoryEntry>> history(String order, long before, int limit) {
		return Optional.empty();
	}

	@Override
	public OrderPage page(ListFilter filter, ListSort sort, Visibility visibility, @Nullable ListPosition after,
			int limit) {
		return new OrderPage(List.of(), null);
	}

	private OrderSnapshot<Order> snapshot(String order, Order state) {
		return new OrderSnapshot<>(order, 1, state, this.stage.owner(state).orElse(null));
	}

}
