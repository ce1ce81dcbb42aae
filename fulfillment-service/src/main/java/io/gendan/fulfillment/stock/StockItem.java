package io.gendan.fulfillment.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.gendan.contract.Quantity;

/**
 * The stock of one item. Received and reserved only grow: goods that have left stay
 * counted in both, so what is available is always the difference. Claims and receipts are
 * the marks that make every change happen once; they are dropped as soon as the whole
 * they belong to is recorded, so that an item stays small however much it sells.
 *
 * @param item stock code
 * @param version grows by one with every write, 0 before the first
 * @param received everything that ever came in
 * @param reserved everything that was ever set aside, claims included
 * @param claims parts of reservations that may not be complete
 * @param receipts references of receipts counted here that may not be complete
 */
public record StockItem(String item, long version, Quantity received, Quantity reserved, List<Claim> claims,
		List<String> receipts) {

	public StockItem {
		claims = List.copyOf(claims);
		receipts = List.copyOf(receipts);
	}

	static StockItem unknown(String item) {
		return new StockItem(item, 0, Quantity.of(0), Quantity.of(0), List.of(), List.of());
	}

	/**
	 * What can still be set aside.
	 * @return received less reserved
	 */
	public Quantity available() {
		return this.received.minus(this.reserved);
	}

	Quantity claimed(String order, int line) {
		return this.claims.stream()
			.filter((claim) -> claim.isFor(order, line))
			.map(Claim::quantity)
			.reduce(Quantity.of(0), Quantity::plus);
	}

	StockItem claim(Claim claim) {
		List<Claim> more = new ArrayList<>(this.claims);
		more.add(claim);
		return new StockItem(this.item, this.version, this.received, this.reserved.plus(claim.quantity()), more,
				this.receipts);
	}

	/**
	 * Without the claims of recorded reservations. A claim that the recorded reservation
	 * does not hold came from a second attempt that lost: its quantity is free again.
	 */
	StockItem settled(Map<String, Reservation> recorded) {
		List<Claim> open = new ArrayList<>();
		Quantity still = this.reserved;
		for (Claim claim : this.claims) {
			Reservation reservation = recorded.get(claim.order());
			if (reservation == null) {
				open.add(claim);
			}
			else if (!reservation.holds(this.item, claim)) {
				still = still.minus(claim.quantity());
			}
		}
		return new StockItem(this.item, this.version, this.received, still, open, this.receipts);
	}

	boolean counted(String reference) {
		return this.receipts.contains(reference);
	}

	StockItem receive(String reference, Quantity quantity, Set<String> complete) {
		List<String> open = new ArrayList<>(this.receipts.stream().filter(Predicate.not(complete::contains)).toList());
		open.add(reference);
		return new StockItem(this.item, this.version, this.received.plus(quantity), this.reserved, this.claims, open);
	}

}
