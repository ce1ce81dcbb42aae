package io.gendan.fulfillment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.gendan.contract.Personal;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Owner;
import org.jspecify.annotations.Nullable;

/**
 * What order-service asks this stage for.
 *
 * @param round round of the latest placing, 0 before the first
 * @param customer name of the customer, null before the first placing
 * @param owner whose the order is, null before the first placing
 * @param lines what is ordered, as of the latest round
 * @param promised promised date, null before the customer has confirmed
 * @param stop the latest request to cancel for which nothing may leave any more, 0 if
 * none
 * @param cancelled whether the order was cancelled
 */
public record Demand(int round, @Nullable Personal customer, @Nullable Owner owner, List<StockLine> lines,
		@Nullable LocalDate promised, int stop, boolean cancelled) {

	static final Demand UNKNOWN = new Demand(0, null, null, List.of(), null, 0, false);

	public Demand {
		lines = List.copyOf(lines);
	}

	Demand placed(OrderPlaced placed) {
		if (placed.round() < this.round) {
			return this;
		}
		List<StockLine> ordered = placed.lines()
			.stream()
			.map((line) -> new StockLine(line.line(), line.item(), line.quantity()))
			.toList();
		return new Demand(placed.round(), placed.customer().name(),
				new Owner(placed.customer().id(), placed.enteredBy()), ordered, this.promised, this.stop,
				this.cancelled);
	}

	Demand confirmed(LocalDate promisedDelivery) {
		return new Demand(this.round, this.customer, this.owner, this.lines, promisedDelivery, this.stop,
				this.cancelled);
	}

	Demand withdrawn() {
		return new Demand(this.round, this.customer, this.owner, this.lines, this.promised, this.stop, true);
	}

	Demand stopped(int attempt) {
		return new Demand(this.round, this.customer, this.owner, this.lines, this.promised, attempt, this.cancelled);
	}

	/** Placed and confirmed, whichever was heard of first. */
	boolean formal() {
		return this.round > 0 && this.promised != null;
	}

	Optional<StockLine> line(int number) {
		return this.lines.stream().filter((line) -> line.line() == number).findFirst();
	}

}
