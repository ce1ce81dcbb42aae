package io.gendan.fulfillment.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** FUL-7 on a real store: what was set aside is free again, once. */
@Timeout(120)
class StockReleaseTest {

	private final StockStore store = StockStore.open();

	@AfterEach
	void closeStore() {
		this.store.close();
	}

	@Test
	void itIsFreeOnceHoweverOftenItIsAskedFor() {
		this.store.receive("GR-1", "LAMP", "10");
		this.store.reserve("SO-1", line(1, "LAMP", "7"), line(2, "LAMP", "2"));
		List<StockLine> lines = List.of(line(1, "LAMP", "7"), line(2, "LAMP", "2"));
		assertThat(release("SO-1", lines)).isEqualTo(lines);
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(10));
		assertThat(release("SO-1", lines)).isEqualTo(lines);
		this.store.reserve("SO-2", line(1, "LAMP", "4"));
		assertThat(release("SO-1", lines)).isEqualTo(lines);
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(6));
		assertThat(this.store.stock("LAMP").releases()).isEmpty();
	}

	@Test
	void whatBrokeOffBetweenItemAndReservationIsFinished() {
		this.store.receive("GR-1", "LAMP", "10");
		this.store.reserve("SO-1", line(1, "LAMP", "7"));
		Reservation reservation = new Reservation("SO-1", List.of(line(1, "LAMP", "7")));
		StockItem half = this.store.stock("LAMP")
			.settled(Map.of("SO-1", reservation))
			.release(reservation, Quantity.of(0));
		assertThat(this.store.items().write(List.of(half))).isTrue();
		release("SO-1", List.of(line(1, "LAMP", "7")));
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(10));
	}

	@Test
	void aReservationStillUnderWayComesToNothing() {
		this.store.receive("GR-1", "LAMP", "10");
		StockItem claimed = this.store.stock("LAMP").claim(new Claim("SO-1", 1, Quantity.of(7)));
		assertThat(this.store.items().write(List.of(claimed))).isTrue();
		assertThat(release("SO-1", List.of(line(1, "LAMP", "7")))).isEmpty();
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(10));
		assertThat(this.store.reserve("SO-1", line(1, "LAMP", "7"))).isEmpty();
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(10));
	}

	@Test
	void aClaimThatComesAfterTheReleaseIsFreedByTheNextWrite() {
		this.store.receive("GR-1", "LAMP", "10");
		this.store.reserve("SO-1", line(1, "LAMP", "7"));
		release("SO-1", List.of(line(1, "LAMP", "7")));
		StockItem late = this.store.stock("LAMP").claim(new Claim("SO-1", 1, Quantity.of(7)));
		assertThat(this.store.items().write(List.of(late))).isTrue();
		assertThat(this.store.reserve("SO-2", line(1, "LAMP", "10"))).containsExactly(line(1, "LAMP", "10"));
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(0));
	}

	@Test
	void reservingAndReleasingAtOnceNeverLosesAPiece() throws Exception {
		this.store.receive("GR-1", "LAMP", "100");
		List<Callable<Object>> work = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			String order = "SO-" + i;
			work.add(() -> this.store.reserve(order, line(1, "LAMP", "5")));
			work.add(() -> release(order, List.of(line(1, "LAMP", "5"))));
		}
		try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
			for (Future<Object> done : pool.invokeAll(work)) {
				done.get();
			}
		}
		assertThat(this.store.reserve("SO-LAST", line(1, "LAMP", "100"))).containsExactly(line(1, "LAMP", "100"));
	}

	/** What came back broken or not at all is no stock any more (FUL-7). */
	@Test
	void whatIsUnfitIsWrittenOffOnce() {
		this.store.receive("GR-1", "LAMP", "10");
		this.store.receive("GR-2", "CABLE", "5");
		List<StockLine> lines = List.of(line(1, "LAMP", "7"), line(2, "LAMP", "2"), line(3, "CABLE", "5"));
		this.store.reserve("SO-1", lines.toArray(StockLine[]::new));
		CancelledGoods goods = new CancelledGoods(lines, List.of(),
				Map.of(1, Quantity.of(3), 2, Quantity.of(2), 3, Quantity.of("0.5")));
		for (int time = 0; time < 2; time++) {
			assertThat(release("SO-1", goods)).containsExactly(line(1, "LAMP", "4"), line(3, "CABLE", "4.5"));
			assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(5));
			assertThat(this.store.stock("LAMP").received()).isEqualTo(Quantity.of(5));
			assertThat(this.store.stock("CABLE").available()).isEqualTo(Quantity.of("4.5"));
		}
	}

	private List<StockLine> release(String order, List<StockLine> ordered) {
		return release(order, new CancelledGoods(ordered, List.of(), Map.of()));
	}

	private List<StockLine> release(String order, CancelledGoods goods) {
		return new StockRoom(this.store.items(), this.store.reservations(), 1000).release(Map.of(order, goods))
			.getOrDefault(order, List.of());
	}

}
