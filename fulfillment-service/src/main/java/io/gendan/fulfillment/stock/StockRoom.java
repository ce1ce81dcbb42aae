package io.gendan.fulfillment.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.gendan.contract.fulfillment.StockLine;

/**
 * Sets stock aside, never the same piece twice (FUL-1), for many orders with two reads
 * and two writes. Any number of instances may do so at once, and each may stop at any
 * point: claims on the items come first, the reservation of the order after them, and
 * whoever comes next finds either of them.
 */
public final class StockRoom {

	private final StockItemCollection items;

	private final ReservationCollection reservations;

	private final int attempts;

	/**
	 * A stock room.
	 * @param items the stock
	 * @param reservations the recorded reservations
	 * @param attempts how often to read and write again when others were quicker
	 */
	public StockRoom(StockItemCollection items, ReservationCollection reservations, int attempts) {
		this.items = items;
		this.reservations = reservations;
		this.attempts = attempts;
	}

	/**
	 * Reserves what there is.
	 * @param orders ordered lines by order number
	 * @return reserved lines by order number, the same for every repetition; orders whose
	 * items are too busy are left out
	 */
	Map<String, List<StockLine>> reserve(Map<String, List<StockLine>> orders) {
		SortedMap<String, List<StockLine>> open = new TreeMap<>(orders);
		Map<String, List<StockLine>> done = new HashMap<>();
		for (int attempt = 0; attempt < this.attempts && !open.isEmpty(); attempt++) {
			Map<String, StockItem> stock = this.items.find(codes(open));
			// Read after the items: a claim that is no longer there is in here.
			Map<String, Reservation> recorded = this.reservations.find(claimants(open, stock));
			settle(open, recorded, done);
			Allocation allocation = Allocation.of(open, stock, recorded);
			if (!open.isEmpty() && this.items.write(allocation.changed())) {
				settle(open, this.reservations.record(allocation.reservations()), done);
			}
		}
		return done;
	}

	/**
	 * Frees what cancelled orders had set aside and writes off what is unfit of it. An
	 * order that has no reservation yet gets an empty one, so that a reservation still
	 * under way comes to nothing.
	 * @param orders the goods by order number
	 * @return what is free again by order number, the same for every repetition; orders
	 * whose items are too busy are left out
	 */
	Map<String, List<StockLine>> release(Map<String, CancelledGoods> orders) {
		if (orders.isEmpty()) {
			return Map.of();
		}
		SortedMap<String, List<StockLine>> sorted = new TreeMap<>();
		orders.forEach((order, goods) -> sorted.put(order, goods.ordered()));
		this.reservations.record(sorted.keySet().stream().map((order) -> new Reservation(order, List.of())).toList());
		for (int attempt = 0; attempt < this.attempts; attempt++) {
			Map<String, StockItem> stock = this.items.find(codes(sorted));
			// Read after the items: a mark that is no longer there is complete in here.
			Map<String, Reservation> recorded = this.reservations.find(claimants(sorted, stock));
			List<SetAside> own = own(orders, recorded);
			if (this.items.write(released(own, stock, recorded))) {
				this.reservations.release(sorted.keySet());
				return own.stream()
					.collect(Collectors.toMap((it) -> it.reservation().order(),
							(it) -> it.goods().sound(it.reservation())));
			}
		}
		return Map.of();
	}

	private static List<SetAside> own(Map<String, CancelledGoods> orders, Map<String, Reservation> recorded) {
		List<SetAside> own = new ArrayList<>();
		orders.forEach((order, goods) -> {
			Reservation reservation = recorded.get(order);
			if (reservation != null) {
				own.add(new SetAside(reservation, goods));
			}
		});
		return own;
	}

	private static List<StockItem> released(List<SetAside> own, Map<String, StockItem> stock,
			Map<String, Reservation> recorded) {
		List<StockItem> changed = new ArrayList<>();
		stock.values().forEach((before) -> {
			StockItem item = before.settled(recorded);
			for (SetAside one : own) {
				item = one.freeOf(item);
			}
			if (!item.equals(before)) {
				changed.add(item);
			}
		});
		return changed;
	}

	private static Set<String> codes(SortedMap<String, List<StockLine>> orders) {
		Set<String> codes = new HashSet<>();
		orders.values().forEach((lines) -> lines.forEach((line) -> codes.add(line.item())));
		return codes;
	}

	private static Set<String> claimants(SortedMap<String, List<StockLine>> open, Map<String, StockItem> stock) {
		Set<String> claimants = new HashSet<>(open.keySet());
		stock.values().forEach((item) -> {
			item.claims().forEach((claim) -> claimants.add(claim.order()));
			claimants.addAll(item.releases());
		});
		return claimants;
	}

	private static void settle(SortedMap<String, List<StockLine>> open, Map<String, Reservation> recorded,
			Map<String, List<StockLine>> done) {
		recorded.forEach((order, reservation) -> {
			if (open.remove(order) != null) {
				done.put(order, reservation.lines());
			}
		});
	}

	/** What was set aside for a cancelled order, and what has become of it. */
	private record SetAside(Reservation reservation, CancelledGoods goods) {

		StockItem freeOf(StockItem item) {
			return this.reservation.released() ? item
					: item.release(this.reservation, this.goods.unfit(this.reservation, item.item()));
		}

	}

}
