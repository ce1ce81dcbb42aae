package io.gendan.logistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.logistics.BookingCancelled;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.logistics.DeliveryFailed;
import io.gendan.contract.logistics.DispatchStopped;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsReturned;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.logistics.ShipmentDelayed;
import io.gendan.contract.logistics.ShipmentMoved;
import io.gendan.contract.logistics.TransportOrdered;
import io.gendan.contract.logistics.TransportRefused;
import io.gendan.contract.order.CancellationRequested;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.StopOrdered;
import io.gendan.logistics.ShipmentCommand.Book;
import io.gendan.logistics.ShipmentCommand.CancelBookings;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.ShipmentCommand.Deliver;
import io.gendan.logistics.ShipmentCommand.Dispatch;
import io.gendan.logistics.ShipmentCommand.FailDelivery;
import io.gendan.logistics.ShipmentCommand.RefuseTransport;
import io.gendan.logistics.ShipmentCommand.TakeBack;
import io.gendan.logistics.ShipmentCommand.Track;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;

/** The logistics stage: from packed and released goods to the signature (LOG). */
public final class LogisticsStage implements Stage<Shipment, ShipmentCommand, LogisticsEvent> {

	private final Dispatching dispatching;

	private final Booking booking;

	private final Tracking tracking;

	private final Delivery delivery;

	/**
	 * The stage under given policies.
	 * @param policy which times reports may name, and the days of the business
	 * @param dispatch what a dispatch may ask for
	 */
	public LogisticsStage(ReportPolicy policy, DispatchPolicy dispatch) {
		this.dispatching = new Dispatching(policy, dispatch);
		this.booking = new Booking(policy);
		this.tracking = new Tracking(policy);
		this.delivery = new Delivery(policy);
	}

	@Override
	public Service service() {
		return Service.LOGISTICS;
	}

	@Override
	public Shipment initial(String order) {
		return Shipment.unknown(order);
	}

	@Override
	public Set<Class<? extends GendanEvent>> listensTo() {
		return Set.of(OrderPlaced.class, OrderConfirmed.class, OrderCancelled.class, CancellationRequested.class,
				StopOrdered.class, GoodsPacked.class, OrderReleased.class, ReceiptReversed.class);
	}

	@Override
	public Shipment evolve(Shipment state, GendanEvent event) {
		Preparation preparation = state.preparation();
		return switch (event) {
			case LogisticsEvent own -> evolve(state, own);
			case OrderPlaced placed -> state.with(preparation.withPlaced(placed));
			case OrderConfirmed confirmed -> state.with(preparation.withPromise(confirmed.promisedDelivery()));
			case OrderCancelled _ -> state.with(preparation.withCancellation()).with(state.bookings().givenUp());
			// What has left is not held up; the order is told so by what it hears of it.
			case StopOrdered stop when !state.left() ->
				state.with(preparation.withStop(stop.attempt())).with(state.bookings().givenUp());
			case CancellationRequested request -> state.with(preparation.withRequest(request.attempt()));
			case GoodsPacked packed -> state.with(preparation.withParcels(packed.parcels()));
			case OrderReleased _ -> state.with(preparation.withRelease(true));
			// What has left is not called back.
			case ReceiptReversed reversed when !reversed.released() ->
				state.with(preparation.withRelease(false)).with(state.bookings().givenUp());
			default -> state;
		};
	}

	private static Shipment evolve(Shipment state, LogisticsEvent event) {
		return switch (event) {
			case CarrierChosen chosen -> state.with(chosen);
			case TransportOrdered ordered -> state.with(state.bookings().with(ordered));
			case TransportRefused refused -> state.with(state.bookings().with(refused));
			case BookingCancelled cancelled -> state.with(state.bookings().with(cancelled));
			case GoodsShipped shipped -> state.with(Journey.begin(shipped)).with(state.bookings().answered());
			case ShipmentMoved moved -> travelling(state, (journey) -> journey.with(moved));
			// The report that told it has already moved the expected arrival.
			case ShipmentDelayed _ -> state;
			case DeliveryFailed failed -> travelling(state, (journey) -> journey.with(failed));
			case GoodsReturned _ -> state.returned();
			case DispatchStopped stopped -> state.with(state.preparation().afterStop(stopped.attempt()));
			case GoodsDelivered delivered -> travelling(state, (journey) -> journey.with(delivered));
		};
	}

	private static Shipment travelling(Shipment state, UnaryOperator<Journey> change) {
		return state.journey().map(change).map(state::with).orElse(state);
	}

	@Override
	public Outcome<LogisticsEvent> decide(Shipment state, ShipmentCommand command, Context context) {
		return switch (command) {
			case ChooseCarrier choose -> Dispatching.choose(state, choose);
			case Dispatch dispatch -> this.dispatching.dispatch(state, dispatch, context);
			case Book answer -> this.booking.book(state, answer, context);
			case RefuseTransport answer -> Booking.refuse(state, answer);
			case CancelBookings answer -> Booking.cancelled(state, answer);
			case Track track -> this.tracking.track(state, track, context);
			case FailDelivery fail -> this.delivery.fail(state, fail);
			case TakeBack back -> this.delivery.takeBack(state, back);
			case Deliver deliver -> this.delivery.deliver(state, deliver, context);
		};
	}

	@Override
	public List<LogisticsEvent> react(Shipment state, GendanEvent received, Context context) {
		// What a state wants of carriers, its activities do.
		return state.preparation()
			.unansweredStop()
			.<List<LogisticsEvent>>map((attempt) -> List.of(new DispatchStopped(state.order(), attempt)))
			.orElse(List.of());
	}

	@Override
	public Optional<Owner> owner(Shipment state) {
		return state.placed().map((placed) -> new Owner(placed.customer().id(), placed.enteredBy()));
	}

	@Override
	public List<Column> columns() {
		return ShipmentSummary.COLUMNS;
	}

	@Override
	public Map<String, Object> summary(Shipment state) {
		return ShipmentSummary.of(state);
	}

}
