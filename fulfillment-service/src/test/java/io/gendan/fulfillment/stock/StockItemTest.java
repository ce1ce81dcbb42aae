package io.gendan.fulfillment.stock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** FUL-1 in memory: who gets what, and which marks stay. */
class StockItemTest {

	private static final StockItem TEN = StockItem.unknown("LAMP").receive("GR-1", Quantity.of(10), Set.of());

	private static StockLine lamps(int line, String quantity) {
		return new StockLine(line, "LAMP", Quantity.of(quantity));
	}

	private static Reservation reserved(String order, StockLine... lines) {
		return new Reservation(order, List.of(lines));
	}

	@Test
	void theLowerOrderNumberIsServedFirst() {
		Allocation allocation = Allocation.of(
				new TreeMap<>(Map.of("SO-2", List.of(lamps(1, "6")), "SO-1", List.of(lamps(1, "4"), lamps(2, "3.5")))),
				Map.of("LAMP", TEN), Map.of());
		assertThat(allocation.reservations()).containsExactly(reserved("SO-1", lamps(1, "4"), lamps(2, "3.5")),
				reserved("SO-2", lamps(1, "2.5")));
		assertThat(allocation.changed()).singleElement().satisfies((item) -> {
			assertThat(item.available()).isEqualTo(Quantity.of(0));
			assertThat(item.claims()).hasSize(3);
		});
	}

	@Test
	void nothingIsWrittenWhereNothingIsTaken() {
		Allocation allocation = Allocation.of(
				new TreeMap<>(Map.of("SO-1", List.of(lamps(1, "4"), new StockLine(2, "SOFA", Quantity.of(1))))),
				Map.of("LAMP", StockItem.unknown("LAMP")), Map.of());
		assertThat(allocation.reservations()).containsExactly(reserved("SO-1"));
		assertThat(allocation.changed()).isEmpty();
	}

	@Test
	void aClaimIsReadBackAndNotMadeAgain() {
		StockItem claimed = TEN.claim(new Claim("SO-1", 1, Quantity.of(4)));
		Allocation allocation = Allocation.of(new TreeMap<>(Map.of("SO-1", List.of(lamps(1, "6")))),
				Map.of("LAMP", claimed), Map.of());
		assertThat(allocation.reservations()).containsExactly(reserved("SO-1", lamps(1, "4")));
		assertThat(allocation.changed()).isEmpty();
	}

	@Test
	void aRecordedReservationNeedsItsClaimNoMore() {
		StockItem claimed = TEN.claim(new Claim("SO-1", 1, Quantity.of(4))).claim(new Claim("SO-2", 1, Quantity.of(1)));
		StockItem settled = claimed.settled(Map.of("SO-1", reserved("SO-1", lamps(1, "4"))));
		assertThat(settled.claims()).containsExactly(new Claim("SO-2", 1, Quantity.of(1)));
		assertThat(settled.available()).isEqualTo(Quantity.of(5));
	}

	@Test
	void aClaimThatLostIsFreeAgain() {
		StockItem claimed = TEN.claim(new Claim("SO-1", 1, Quantity.of(4)));
		StockItem settled = claimed.settled(Map.of("SO-1", reserved("SO-1")));
		assertThat(settled.claims()).isEmpty();
		assertThat(settled.available()).isEqualTo(Quantity.of(10));
	}

	@Test
	void completeReceiptsAreForgotten() {
		StockItem more = TEN.receive("GR-2", Quantity.of("0.5"), Set.of("GR-1"));
		assertThat(more.receipts()).containsExactly("GR-2");
		assertThat(more.received()).isEqualTo(Quantity.of("10.5"));
	}

}
