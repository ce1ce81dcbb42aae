package io.gendan.fulfillment.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.stock.GoodsInward.Result;
import io.gendan.fulfillment.stock.Receipt.Line;
import io.gendan.fulfillment.stock.Receipt.Reading;
import io.gendan.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** FUL-1 between two statements: somebody else acts at exactly the wrong moment. */
class StockRaceTest {

	private final String uri = TestInfrastructure.newDatabase();

	private MongoClient client;

	private StockItemCollection items;

	private ReservationCollection reservations;

	private ReceiptCollection receipts;

	@BeforeEach
	void openStore() {
		this.client = MongoClients.create(this.uri);
		this.items = new StockItemCollection(database(this.client));
		this.reservations = new ReservationCollection(database(this.client));
		this.receipts = new ReceiptCollection(database(this.client));
		receive("GR-1", "LAMP", 10);
	}

	@AfterEach
	void closeStore() {
		this.client.close();
	}

	private MongoDatabase database(MongoClient of) {
		return of.getDatabase(this.uri.substring(this.uri.lastIndexOf('/') + 1));
	}

	private void receive(String reference, String item, long quantity) {
		Reading read = Receipt.of(reference, List.of(new Line(item, BigDecimal.valueOf(quantity))), 1);
		assertThat(new GoodsInward(this.items, this.receipts, new StockPolicy(9, 9, 9), Clock.systemUTC())
			.receive(((Reading.Sound) read).receipt(), "zhao")).isInstanceOf(Result.Counted.class);
	}

	private List<StockLine> reserve(String order, String item, long quantity) {
		return new StockRoom(this.items, this.reservations, 9)
			.reserve(Map.of(order, List.of(line(item, quantity))))
			.get(order);
	}

	private static StockLine line(String item, long quantity) {
		return new StockLine(1, item, Quantity.of(quantity));
	}

	/** Reserves, and lets something else happen just before its nth command of a kind. */
	private List<StockLine> reserveWhile(String order, String item, long quantity, String command, int nth,
			Runnable meanwhile) {
		CommandListener listener = new CommandListener() {

			private int seen;

			@Override
			public void commandStarted(CommandStartedEvent event) {
				if (event.getCommandName().equals(command) && ++this.seen == nth) {
					meanwhile.run();
				}
			}

		};
		try (MongoClient watched = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(this.uri))
			.addCommandListener(listener)
			.build())) {
			return new StockRoom(new StockItemCollection(database(watched)),
					new ReservationCollection(database(watched)), 9)
				.reserve(Map.of(order, List.of(line(item, quantity))))
				.get(order);
		}
	}

	private StockItem stock(String item) {
		return this.items.find(item).orElseThrow();
	}

	@Test
	void theSameOrderIsReservedElsewhereBetweenTheTwoReads() {
		List<StockLine> told = reserveWhile("SO-1", "LAMP", 3, "find", 2, () -> {
			assertThat(reserve("SO-1", "LAMP", 3)).containsExactly(line("LAMP", 3));
			// Drops the mark of SO-1, so that only its reservation tells.
			assertThat(reserve("SO-2", "LAMP", 2)).containsExactly(line("LAMP", 2));
			assertThat(stock("LAMP").claims()).map(Claim::order).containsExactly("SO-2");
		});
		assertThat(told).containsExactly(line("LAMP", 3));
		assertThat(stock("LAMP").reserved()).isEqualTo(Quantity.of(5));
	}

	@Test
	void theItemIsWrittenElsewhereBetweenReadAndWrite() {
		List<StockLine> told = reserveWhile("SO-1", "LAMP", 6, "update", 1,
				() -> assertThat(reserve("SO-2", "LAMP", 7)).containsExactly(line("LAMP", 7)));
		assertThat(told).containsExactly(line("LAMP", 3));
		assertThat(stock("LAMP").available()).isEqualTo(Quantity.of(0));
	}

	@Test
	void theSameOrderIsRecordedElsewhereJustBefore() {
		List<StockLine> told = reserveWhile("SO-1", "SOFA", 4, "insert", 1, () -> {
			receive("GR-2", "SOFA", 4);
			assertThat(reserve("SO-1", "SOFA", 4)).containsExactly(line("SOFA", 4));
		});
		assertThat(told).containsExactly(line("SOFA", 4));
		assertThat(stock("SOFA").reserved()).isEqualTo(Quantity.of(4));
	}

	@Test
	void aSecondAttemptThatComesTooLateGivesItsClaimBack() {
		List<StockLine> told = reserveWhile("SO-1", "SOFA", 4, "insert", 1, () -> {
			receive("GR-2", "SOFA", 4);
			assertThat(this.items
				.write(List.of(stock("SOFA").claim(new Claim("SO-1", 1, Quantity.of(4)))))).isTrue();
		});
		assertThat(told).isEmpty();
		assertThat(this.reservations.record(List.of(new Reservation("SO-1", List.of(line("SOFA", 4))))))
			.isEqualTo(Map.of("SO-1", new Reservation("SO-1", List.of())));
		assertThat(reserve("SO-2", "SOFA", 4)).containsExactly(line("SOFA", 4));
		assertThat(stock("SOFA").reserved()).isEqualTo(Quantity.of(4));
	}

	@Test
	void aCompleteReceiptNeedsItsMarkNoMore() {
		StockItem before = stock("LAMP");
		assertThat(before.counted("GR-1")).isTrue();
		receive("GR-2", "LAMP", 1);
		assertThat(stock("LAMP").counted("GR-1")).isFalse();
		receive("GR-1", "LAMP", 10);
		assertThat(stock("LAMP").received()).isEqualTo(Quantity.of(11));
		assertThat(this.receipts.complete(Set.of("GR-1", "GR-2", "GR-3"))).containsOnly("GR-1", "GR-2");
	}

}
