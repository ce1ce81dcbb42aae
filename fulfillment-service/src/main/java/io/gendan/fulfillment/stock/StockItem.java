package io.gendan.fulfillment.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.gendan.contract.Quantity;

/**
 * The stock of one item. Goods that have left stay counted as received and as reserved,
 * so what is available is always the difference; reserved falls only when an order is
 * cancelled. Claims, receipts and releases are the marks that make every change happen
 * once; they are dropped as soon as the whole they belong to is recorded, so that an item
 * stays small however much it sells.
 *
 * @param item stock code
 * @param version grows by one with every write, 0 before the first
 * @param received everything that ever came in, corrected and less what was written off
 * @param reserved everything that was ever set aside, claims included
 * @param claims parts of reservations that may not be complete
 * @param receipts references of receipts and corrections counted here that may not be
 * complete
 * @param releases cancelled orders freed here whose release may not be complete
 */
public record StockItem(String item, long version, Quantity received, Quantity reserved, List<Claim> claims,
		List<String> receipts, List<String> releases) {

	public StockItem {
		claims = List.copyOf(claims);
		receipts = List.copyOf(receipts);
		releases = List.copyOf(releases);
	}

	static StockItem unknown(String item) {
		return new StockItem(item, 0, Quantity.of(0), Quantity.of(0), List.of(), List.of(), List.of());
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
				this.receipts, this.releases);
	}

	/**
	 * Without the claims of recorded reservations, and without the marks of complete
	 * releases. A claim that the recorded reservation does not hold came from a second
	 * attempt that lost, or came after the release: its quantity is free again.
	 */
	StockItem settled(Map<String, Reservation> recorded) {
		List<Claim> open = new ArrayList<>();
		Quantity still = this.reserved;
		for (Claim claim : this.claims) {
			Reservation reservation = recorded.get(claim.order());
			if (reservation == null) {
				open.add(claim);
			}
			else if (!reservation.holds(this.item, claim) || this.releases.contains(claim.order())) {
				still = still.minus(claim.quantity());
			}
		}
		List<String> unfinished = this.releases.stream()
			.filter((order) -> !(recorded.get(order) instanceof Reservation reservation && reservation.released()))
			.toList();
		return new StockItem(this.item, this.version, this.received, still, open, this.receipts, unfinished);
	}

	/** With what a cancelled order had of it free again or written off, once. */
	StockItem release(Reservation reservation, Quantity unfit) {
		if (this.releases.contains(reservation.order()) || reservation.of(this.item).signum() == 0) {
			return this;
		}
		List<String> more = new ArrayList<>(this.releases);
		more.add(reservation.order());
		return new StockItem(this.item, this.version, this.received.minus(unfit),
				this.reserved.minus(reservation.of(this.item)), this.claims, this.receipts, more);
	}

	boolean counted(String reference) {
		return this.receipts.contains(reference);
	}

	StockItem receive(String reference, Quantity quantity, Set<String> complete) {
		List<String> open = new ArrayList<>(this.receipts.stream().filter(Predicate.not(complete::contains)).toList());
		open.add(reference);
		return new StockItem(this.item, this.version, this.received.plus(quantity), this.reserved, this.claims, open,
				this.releases);
	}

}
