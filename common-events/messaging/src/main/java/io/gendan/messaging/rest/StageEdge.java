package io.gendan.messaging.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.StageGateway;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Turns calls into commands and results into responses with an ETag.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 */
public final class StageEdge<S, C> {

	private static final int DEFAULT_LIMIT = 50;

	private final StageGateway<S, C> gateway;

	public StageEdge(StageGateway<S, C> gateway) {
		this.gateway = gateway;
	}

	/**
	 * Carries out a command.
	 * @param order order number
	 * @param command what is asked for
	 * @param call who asks
	 * @param view how the order is shown
	 * @param <V> the response
	 * @return the order afterwards
	 * @throws RefusedException if the stage refuses
	 */
	public <V> ResponseEntity<V> command(String order, C command, Call call, Function<OrderSnapshot<S>, V> view) {
		return command(HttpStatus.OK, order, command, call, view);
	}

	/**
	 * Carries out a command that makes something new.
	 * @param order order number
	 * @param command what is asked for
	 * @param call who asks
	 * @param view how the order is shown
	 * @param <V> the response
	 * @return the order, status 201
	 * @throws RefusedException if the stage refuses
	 */
	public <V> ResponseEntity<V> create(String order, C command, Call call, Function<OrderSnapshot<S>, V> view) {
		return command(HttpStatus.CREATED, order, command, call, view);
	}

	/**
	 * Shows an order.
	 * @param order order number
	 * @param view how the order is shown
	 * @param <V> the response
	 * @return the order
	 * @throws RefusedException if this stage has not heard of it
	 */
	public <V> ResponseEntity<V> show(String order, Function<OrderSnapshot<S>, V> view) {
		OrderSnapshot<S> found = this.gateway.find(order)
			.orElseThrow(() -> new RefusedException(EdgeRefusal.unknownOrder(order)));
		return respond(HttpStatus.OK, found, view);
	}

	/**
	 * Lists orders. Every parameter but {@code after} and {@code limit} filters by a
	 * summary field.
	 * @param parameters the query parameters
	 * @return a page
	 */
	public OrderPage list(Map<String, String> parameters) {
		Map<String, String> filter = new HashMap<>(parameters);
		String after = filter.remove("after");
		String limit = filter.remove("limit");
		filter.keySet().forEach(EdgeRefusal::checkName);
		return this.gateway.page(filter, after, (limit != null) ? EdgeRefusal.limit(limit) : DEFAULT_LIMIT);
	}

	private <V> ResponseEntity<V> command(HttpStatus status, String order, C command, Call call,
			Function<OrderSnapshot<S>, V> view) {
		CommandResult<S> result = this.gateway.execute(new CommandRequest<>(order, command, call.actor(),
				call.idempotencyKey(), call.ifMatch(), call.traceparent()));
		return switch (result) {
			case CommandResult.Done<S> done -> respond(status, done.order(), view);
			case CommandResult.Refused<S> refused -> throw new RefusedException(refused.refusal());
		};
	}

	private <V> ResponseEntity<V> respond(HttpStatus status, OrderSnapshot<S> order,
			Function<OrderSnapshot<S>, V> view) {
		return ResponseEntity.status(status).eTag("\"" + order.version() + "\"").body(view.apply(order));
	}

}
