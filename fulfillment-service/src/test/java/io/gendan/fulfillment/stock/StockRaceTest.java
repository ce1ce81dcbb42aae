package io.gendan.fulfillment.stock;

import java.util.List;
import java.util.Map;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.stock.StockStore.line;
import static org.assertj.core.api.Assertions.assertThat;

/** FUL-1 between two statements: somebody else acts at exactly the wrong moment. */
class StockRaceTest {

	private final StockStore store = StockStore.open();

	@BeforeEach
	void tenLamps() {
		this.store.receive("GR-1", "LAMP", "10");
	}

	@AfterEach
	void closeStore() {
		this.store.close();
	}

	/**
	 * Reserves, and lets something else happen just before the nth command of a kind.
	 */
	private List<StockLine> reserveWhile(String order, StockLine line, String command, int nth, Runnable meanwhile) {
		CommandListener listener = new CommandListener() {

			private int seen;

			@Override
			public void commandStarted(CommandStartedEvent event) {
				if (event.getCommandName().equals(command) && ++this.seen == nth) {
					meanwhile.run();
				}
			}

		};
		try (StockStore watched = this.store.watchedBy(listener)) {
			return watched.reserve(order, line);
		}
	}

	@Test
	void theSameOrderIsReservedElsewhereBetweenTheTwoReads() {
		List<StockLine> told = reserveWhile("SO-1", line(1, "LAMP", "3"), "find", 2, () -> {
			this.store.reserve("SO-1", line(1, "LAMP", "3"));
			// Drops the mark of SO-1, so that only its reservation tells.
			this.store.reserve("SO-2", line(1, "LAMP", "2"));
			assertThat(this.store.stock("LAMP").claims()).map(Claim::order).containsExactly("SO-2");
		});
		assertThat(told).containsExactly(line(1, "LAMP", "3"));
		assertThat(this.store.stock("LAMP").reserved()).isEqualTo(Quantity.of(5));
	}

	@Test
	void theItemIsWrittenElsewhereBetweenReadAndWrite() {
		List<StockLine> told = reserveWhile("SO-1", line(1, "LAMP", "6"), "update", 1,
				() -> assertThat(this.store.reserve("SO-2", line(1, "LAMP", "7")))
					.containsExactly(line(1, "LAMP", "7")));
		assertThat(told).containsExactly(line(1, "LAMP", "3"));
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(0));
	}

	@Test
	void theSameOrderIsRecordedElsewhereJustBefore() {
		List<StockLine> told = reserveWhile("SO-1", line(1, "SOFA", "4"), "insert", 1, () -> {
			this.store.receive("GR-2", "SOFA", "4");
			assertThat(this.store.reserve("SO-1", line(1, "SOFA", "4"))).containsExactly(line(1, "SOFA", "4"));
		});
		assertThat(told).containsExactly(line(1, "SOFA", "4"));
		assertThat(this.store.stock("SOFA").reserved()).isEqualTo(Quantity.of(4));
	}

	@Test
	void aSecondAttemptThatComesTooLateGivesItsClaimBack() {
		List<StockLine> told = reserveWhile("SO-1", line(1, "SOFA", "4"), "insert", 1, () -> {
			this.store.receive("GR-2", "SOFA", "4");
			StockItem claimed = this.store.stock("SOFA").claim(new Claim("SO-1", 1, Quantity.of(4)));
			assertThat(this.store.items().write(List.of(claimed))).isTrue();
		});
		assertThat(told).isEmpty();
		assertThat(this.store.reservations().record(List.of(new Reservation("SO-1", List.of(line(1, "SOFA", "4"))))))
			.isEqualTo(Map.of("SO-1", new Reservation("SO-1", List.of())));
		assertThat(this.store.reserve("SO-2", line(1, "SOFA", "4"))).containsExactly(line(1, "SOFA", "4"));
		assertThat(this.store.stock("SOFA").reserved()).isEqualTo(Quantity.of(4));
	}

}
