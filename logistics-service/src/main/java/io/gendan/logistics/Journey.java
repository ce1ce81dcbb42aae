package io.gendan.logistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.gendan.contract.logistics.DeliveryFailed;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.logistics.GoodsShipped;
import io.gendan.contract.logistics.ShipmentMoved;
import org.jspecify.annotations.Nullable;

/**
 * The goods on their way (LOG-3, LOG-4, LOG-5, LOG-6).
 *
 * @param shipped how they left
 * @param expectedArrival expected arrival as of the carrier's latest report
 * @param movements the carrier's reports, in the order they arrived here
 * @param failures failed delivery attempts
 * @param delivered the delivery, null while on the way
 */
public record Journey(GoodsShipped shipped, LocalDate expectedArrival, List<ShipmentMoved> movements,
		List<DeliveryFailed> failures, @Nullable GoodsDelivered delivered) {

	/** Keeps copies of the lists. */
	public Journey {
		movements = List.copyOf(movements);
		failures = List.copyOf(failures);
	}

	static Journey begin(GoodsShipped shipped) {
		return new Journey(shipped, shipped.expectedArrival(), List.of(), List.of(), null);
	}

	Journey with(ShipmentMoved moved) {
		return new Journey(this.shipped, moved.expectedArrival(), append(this.movements, moved), this.failures,
				this.delivered);
	}

	Journey with(DeliveryFailed failed) {
		return new Journey(this.shipped, this.expectedArrival, this.movements, append(this.failures, failed),
				this.delivered);
	}

	Journey with(GoodsDelivered signed) {
		return new Journey(this.shipped, this.expectedArrival, this.movements, this.failures, signed);
	}

	boolean knows(String trackingId) {
		return this.movements.stream().anyMatch((moved) -> moved.trackingId().equals(trackingId));
	}

	/** When the carrier's latest report was made, whenever it arrived here. */
	Optional<Instant> latestReport() {
		return this.movements.stream().map(ShipmentMoved::at).max(Instant::compareTo);
	}

	private static <T> List<T> append(List<T> list, T element) {
		return Stream.concat(list.stream(), Stream.of(element)).toList();
	}

}
