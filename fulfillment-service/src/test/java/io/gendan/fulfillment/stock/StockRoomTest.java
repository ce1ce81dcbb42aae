package io.gendan.fulfillment.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.gendan.fulfillment.stock.StockStore.line;
import static org.assertj.core.api.Assertions.assertThat;

/** FUL-1 on a real store: never the same piece twice. */
@Timeout(120)
class StockRoomTest {

	private static final int ITEMS = 20;

	private static final int PIECES = 50;

	private final StockStore store = StockStore.open();

	@AfterEach
	void closeStore() {
		this.store.close();
	}

	@Test
	void codesAndNumbersMayHoldDotsAndDollars() {
		this.store.receive("GR$1.a", "$LAMP.1", "10");
		assertThat(this.store.reserve("SO.$1", line(1, "$LAMP.1", "2.5"), line(2, "no.such", "1")))
			.containsExactly(line(1, "$LAMP.1", "2.5"));
		assertThat(this.store.stock("$LAMP.1").available()).isEqualTo(Quantity.of("7.5"));
	}

	@Test
	void aRepetitionReadsTheReservationBack() {
		this.store.receive("GR-1", "LAMP", "10");
		assertThat(this.store.reserve("SO-1", line(1, "LAMP", "12"))).containsExactly(line(1, "LAMP", "10"));
		this.store.receive("GR-2", "LAMP", "5");
		assertThat(this.store.reserve("SO-1", line(1, "LAMP", "12"))).containsExactly(line(1, "LAMP", "10"));
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(5));
	}

	@Test
	void whatBrokeOffBetweenItemsAndReservationIsFinished() {
		this.store.receive("GR-1", "LAMP", "10");
		this.store.receive("GR-2", "SOFA", "10");
		StockItem claimed = this.store.stock("LAMP").claim(new Claim("SO-1", 1, Quantity.of(3)));
		assertThat(this.store.items().write(List.of(claimed))).isTrue();
		assertThat(this.store.reserve("SO-1", line(1, "LAMP", "3"), line(2, "SOFA", "4")))
			.containsExactly(line(1, "LAMP", "3"), line(2, "SOFA", "4"));
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(7));
		assertThat(this.store.stock("SOFA").available()).isEqualTo(Quantity.of(6));
	}

	@Test
	void marksAreDroppedWithTheNextWrite() {
		this.store.receive("GR", "LAMP", "100");
		for (int i = 0; i < 10; i++) {
			this.store.reserve("SO-" + i, line(1, "LAMP", "1"));
			this.store.receive("GR-" + i, "LAMP", "1");
		}
		assertThat(this.store.stock("LAMP").claims()).hasSize(1);
		assertThat(this.store.stock("LAMP").receipts()).hasSize(1);
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(100));
	}

	@Test
	void aWriteOfAnotherVersionWritesNothing() {
		this.store.receive("GR-1", "LAMP", "10");
		StockItem seen = this.store.stock("LAMP");
		this.store.receive("GR-2", "LAMP", "1");
		assertThat(this.store.items().write(List.of(seen.claim(new Claim("SO-1", 1, Quantity.of(3)))))).isFalse();
		assertThat(this.store.items().write(List.of(StockItem.unknown("LAMP")))).isFalse();
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(11));
	}

	@Test
	void anItemThatIsTooBusyLeavesTheOrderForLater() {
		this.store.receive("GR-1", "LAMP", "10");
		assertThat(new StockRoom(this.store.items(), this.store.reservations(), 0)
			.reserve(Map.of("SO-1", List.of(line(1, "LAMP", "3"))))).isEmpty();
	}

	@Test
	void fourAllocatorsNeverGiveTheSamePieceTwice() throws Exception {
		receiveOfEverything("GR-", PIECES);
		Map<String, List<StockLine>> told = new ConcurrentHashMap<>();
		List<Callable<Void>> work = new ArrayList<>();
		for (Map<String, List<StockLine>> batch : overlappingBatches()) {
			work.add(() -> {
				Map<String, List<StockLine>> reserved = this.store.reserve(batch);
				assertThat(reserved.keySet()).isEqualTo(batch.keySet());
				reserved.forEach((order, lines) -> assertThat(told.merge(order, lines, (first, again) -> first))
					.as("every report of %s is the same", order)
					.isEqualTo(lines));
				return null;
			});
		}
		try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
			for (Future<Void> done : pool.invokeAll(work)) {
				done.get();
			}
		}
		told.put("SO-LAST", lastOrder());
		for (int item = 0; item < ITEMS; item++) {
			String code = "ITEM-" + item;
			Quantity given = told.values()
				.stream()
				.flatMap(List::stream)
				.filter((line) -> line.item().equals(code))
				.map(StockLine::quantity)
				.reduce(Quantity.of(0), Quantity::plus);
			assertThat(given.value()).as(code).isPositive().isLessThanOrEqualTo(BigDecimal.valueOf(PIECES + 1));
			assertThat(this.store.stock(code).reserved()).as(code).isEqualTo(given);
		}
	}

	private void receiveOfEverything(String reference, int pieces) {
		for (int item = 0; item < ITEMS; item++) {
			this.store.receive(reference + item, "ITEM-" + item, String.valueOf(pieces));
		}
	}

	/**
	 * One order more, of everything: it gives free what attempts that came too late still
	 * claim.
	 */
	private List<StockLine> lastOrder() {
		receiveOfEverything("GR-LAST-", 1);
		List<StockLine> lines = new ArrayList<>();
		for (int item = 0; item < ITEMS; item++) {
			lines.add(line(item, "ITEM-" + item, "1"));
		}
		return this.store.reserve("SO-LAST", lines.toArray(StockLine[]::new));
	}

	/** A third of the orders come again in another batch, and so at the same time. */
	private static List<Map<String, List<StockLine>>> overlappingBatches() {
		Random random = new Random(20261124);
		List<Map<String, List<StockLine>>> batches = new ArrayList<>();
		for (int batch = 0; batch < 40; batch++) {
			Map<String, List<StockLine>> orders = new HashMap<>();
			for (int i = 0; i < 10; i++) {
				String order = "SO-" + ((random.nextInt(3) == 0) ? random.nextInt(batch * 10 + 1) : batch * 10 + i);
				orders.put(order, demand(order));
			}
			batches.add(orders);
		}
		return batches;
	}

	private static List<StockLine> demand(String order) {
		Random random = new Random(order.hashCode());
		int lines = 1 + random.nextInt(6);
		List<StockLine> demand = new ArrayList<>();
		for (int number = 1; number <= lines; number++) {
			demand.add(line(number, "ITEM-" + random.nextInt(ITEMS), String.valueOf(1 + random.nextInt(4))));
		}
		return demand;
	}

}
