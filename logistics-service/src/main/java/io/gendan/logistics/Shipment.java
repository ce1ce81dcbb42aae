package io.gendan.logistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.fulfillment.Parcel;
import io.gendan.contract.logistics.CarrierChosen;
import io.gendan.contract.order.OrderPlaced;
import org.jspecify.annotations.Nullable;

/** The shipment of one order: the state of this stage, immutable. */
public final class Shipment {

	private final String order;

	private final Preparation preparation;

	private final @Nullable CarrierChosen choice;

	private final Bookings bookings;

	private final @Nullable Journey journey;

	private Shipment(String order, Preparation preparation, @Nullable CarrierChosen choice, Bookings bookings,
			@Nullable Journey journey) {
		this.order = order;
		this.preparation = preparation;
		this.choice = choice;
		this.bookings = bookings;
		this.journey = journey;
	}

	static Shipment unknown(String order) {
		return new Shipment(order, Preparation.NOTHING, null, Bookings.NONE, null);
	}

	Shipment with(Preparation changed) {
		return new Shipment(this.order, changed, this.choice, this.bookings, this.journey);
	}

	Shipment with(CarrierChosen chosen) {
		return new Shipment(this.order, this.preparation, chosen, this.bookings, this.journey);
	}

	Shipment with(Bookings changed) {
		return new Shipment(this.order, this.preparation, this.choice, changed, this.journey);
	}

	Shipment with(Journey changed) {
		return new Shipment(this.order, this.preparation, this.choice, this.bookings, changed);
	}

	/** The parcels are void: what is packed anew may need another carrier (LOG-5). */
	Shipment returned() {
		return new Shipment(this.order, this.preparation.withParcels(null), null, this.bookings, null);
	}

	/**
	 * Where the order stands.
	 * @return the phase, derived from everything known
	 */
	public ShipmentPhase phase() {
		if (this.journey != null) {
			return (this.journey.delivered() != null) ? ShipmentPhase.DELIVERED : ShipmentPhase.SHIPPED;
		}
		if (this.preparation.givenUp()) {
			return ShipmentPhase.CANCELLED;
		}
		if (this.choice != null && this.preparation.released()) {
			return (this.bookings.pending() != null) ? ShipmentPhase.BOOKING : ShipmentPhase.READY;
		}
		return awaited().isEmpty() ? ShipmentPhase.CHOOSING_CARRIER : ShipmentPhase.WAITING;
	}

	/** Whether the goods have left, also if the journey is still to be written down. */
	boolean left() {
		return this.journey != null || this.bookings.leftByHand();
	}

	/**
	 * What it still waits for (LOG-1).
	 * @return the missing facts, empty when packed and released
	 */
	public Set<AwaitedFact> awaited() {
		return this.preparation.awaited();
	}

	/**
	 * Order number.
	 * @return order number
	 */
	public String order() {
		return this.order;
	}

	/**
	 * The order as placed, with destination and wished way of delivery.
	 * @return the order, or empty until this stage has heard of it
	 */
	public Optional<OrderPlaced> placed() {
		return Optional.ofNullable(this.preparation.placed());
	}

	/**
	 * The promised delivery.
	 * @return the date, or empty until the customer has confirmed
	 */
	public Optional<LocalDate> promised() {
		return Optional.ofNullable(this.preparation.promised());
	}

	/**
	 * The package list.
	 * @return the parcels, empty until packed and after a return
	 */
	public List<Parcel> parcels() {
		List<Parcel> parcels = this.preparation.parcels();
		return (parcels != null) ? parcels : List.of();
	}

	/**
	 * The chosen carrier (LOG-2).
	 * @return the choice, or empty until made
	 */
	public Optional<CarrierChosen> choice() {
		return Optional.ofNullable(this.choice);
	}

	/**
	 * What has been asked of carriers (LOG-3).
	 * @return the orders of transport
	 */
	public Bookings bookings() {
		return this.bookings;
	}

	/**
	 * The goods on their way (LOG-3).
	 * @return the journey, or empty until dispatched
	 */
	public Optional<Journey> journey() {
		return Optional.ofNullable(this.journey);
	}

	Preparation preparation() {
		return this.preparation;
	}

}
