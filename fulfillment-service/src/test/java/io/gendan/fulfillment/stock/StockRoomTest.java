package io.gendan.fulfillment.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.stock.GoodsInward.Result;
import io.gendan.fulfillment.stock.Receipt.Line;
import io.gendan.fulfillment.stock.Receipt.Reading;
import io.gendan.testing.TestInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * FUL-1 on a real store: never the same piece twice, whoever else writes, whatever breaks
 * off.
 */
@Timeout(120)
class StockRoomTest {

	private MongoClient client;

	private StockItemCollection items;

	private ReservationCollection reservations;

	private ReceiptCollection receipts;

	@BeforeEach
	void openStore() {
		String uri = TestInfrastructure.newDatabase();
		this.client = MongoClients.create(uri);
		MongoDatabase database = this.client.getDatabase(uri.substring(uri.lastIndexOf('/') + 1));
		this.items = new StockItemCollection(database);
		this.reservations = new ReservationCollection(database);
		this.receipts = new ReceiptCollection(database);
	}

	@AfterEach
	void closeStore() {
		this.client.close();
	}

	private StockRoom room() {
		return new StockRoom(this.items, this.reservations, 1000);
	}

	private GoodsInward inward() {
		return new GoodsInward(this.items, this.receipts, new StockPolicy(1000, 2, 100), Clock.systemUTC());
	}

	private static Receipt receipt(String reference, Line... lines) {
		return ((Reading.Sound) Receipt.of(reference, List.of(lines), 10_000)).receipt();
	}

	private void receive(String reference, String item, String quantity) {
		assertThat(inward().receive(receipt(reference, new Line(item, new BigDecimal(quantity))), "zhao"))
			.isEqualTo(new Result.Counted(false));
	}

	private static StockLine line(int number, String item, String quantity) {
		return new StockLine(number, item, Quantity.of(quantity));
	}

	private StockItem stock(String item) {
		return this.items.find(item).orElseThrow();
	}

	@Test
	void codesAndNumbersMayHoldDotsAndDollars() {
		receive("GR$1.a", "$LAMP.1", "10");
		assertThat(room().reserve(Map.of("SO.$1", List.of(line(1, "$LAMP.1", "2.5"), line(2, "no.such", "1")))))
			.isEqualTo(Map.of("SO.$1", List.of(line(1, "$LAMP.1", "2.5"))));
		assertThat(stock("$LAMP.1").available()).isEqualTo(Quantity.of("7.5"));
	}

	@Test
	void aRepetitionReadsTheReservationBack() {
		receive("GR-1", "LAMP", "10");
		var first = room().reserve(Map.of("SO-1", List.of(line(1, "LAMP", "12"))));
		receive("GR-2", "LAMP", "5");
		assertThat(room().reserve(Map.of("SO-1", List.of(line(1, "LAMP", "12"))))).isEqualTo(first)
			.isEqualTo(Map.of("SO-1", List.of(line(1, "LAMP", "10"))));
		assertThat(stock("LAMP").available()).isEqualTo(Quantity.of(5));
	}

	@Test
	void whatBrokeOffBetweenItemsAndReservationIsFinished() {
		receive("GR-1", "LAMP", "10");
		receive("GR-2", "SOFA", "10");
		StockItem lamp = stock("LAMP");
		assertThat(this.items.write(List.of(lamp.claim(new Claim("SO-1", 1, Quantity.of(3)))))).isTrue();
		assertThat(room().reserve(Map.of("SO-1", List.of(line(1, "LAMP", "3"), line(2, "SOFA", "4")))))
			.isEqualTo(Map.of("SO-1", List.of(line(1, "LAMP", "3"), line(2, "SOFA", "4"))));
		assertThat(stock("LAMP").available()).isEqualTo(Quantity.of(7));
		assertThat(stock("SOFA").available()).isEqualTo(Quantity.of(6));
	}

	@Test
	void marksAreDroppedWithTheNextWrite() {
		receive("GR-1", "LAMP", "100");
		for (int i = 0; i < 10; i++) {
			room().reserve(Map.of("SO-" + i, List.of(line(1, "LAMP", "1"))));
			receive("GR-1" + i, "LAMP", "1");
		}
		assertThat(stock("LAMP").claims()).hasSize(1);
		assertThat(stock("LAMP").receipts()).hasSize(1);
		assertThat(stock("LAMP").available()).isEqualTo(Quantity.of(100));
	}

	@Test
	void aWriteOfAnotherVersionWritesNothing() {
		receive("GR-1", "LAMP", "10");
		StockItem seen = stock("LAMP");
		receive("GR-2", "LAMP", "1");
		assertThat(this.items.write(List.of(seen.claim(new Claim("SO-1", 1, Quantity.of(3)))))).isFalse();
		assertThat(this.items.write(List.of(StockItem.unknown("LAMP")))).isFalse();
		assertThat(stock("LAMP").available()).isEqualTo(Quantity.of(11));
	}

	@Test
	void anItemThatIsTooBusyLeavesTheOrderForLater() {
		receive("GR-1", "LAMP", "10");
		assertThat(
				new StockRoom(this.items, this.reservations, 0).reserve(Map.of("SO-1", List.of(line(1, "LAMP", "3")))))
			.isEmpty();
	}

	@Test
	void fourAllocatorsNeverGiveTheSamePieceTwice() throws Exception {
		Random random = new Random(20261124);
		int pieces = 50;
		for (int item = 0; item < 20; item++) {
			receive("GR-" + item, "ITEM-" + item, String.valueOf(pieces));
		}
		List<Map<String, List<StockLine>>> batches = new ArrayList<>();
		for (int batch = 0; batch < 40; batch++) {
			Map<String, List<StockLine>> orders = new HashMap<>();
			for (int i = 0; i < 10; i++) {
				// A third of the orders come twice, in different batches and so at the
				// same time.
				String order = "SO-" + (random.nextInt(3) == 0 ? random.nextInt(batch * 10 + 1) : batch * 10 + i);
				orders.put(order, demand(order));
			}
			batches.add(orders);
		}
		Map<String, List<StockLine>> told = new ConcurrentHashMap<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
			List<Callable<Void>> work = new ArrayList<>();
			for (Map<String, List<StockLine>> batch : batches) {
				work.add(() -> {
					Map<String, List<StockLine>> reserved = room().reserve(batch);
					assertThat(reserved.keySet()).isEqualTo(batch.keySet());
					reserved.forEach((order, lines) -> assertThat(told.merge(order, lines, (one, other) -> one))
						.as("every report of %s is the same", order)
						.isEqualTo(lines));
					return null;
				});
			}
			for (Future<Void> done : pool.invokeAll(work)) {
				done.get();
			}
		}
		// One more piece of everything and one more order settle what a lost second
		// attempt
		// may still claim.
		List<StockLine> last = new ArrayList<>();
		for (int item = 0; item < 20; item++) {
			receive("GR-LAST-" + item, "ITEM-" + item, "1");
			last.add(line(item, "ITEM-" + item, "1"));
		}
		told.put("SO-LAST", room().reserve(Map.of("SO-LAST", last)).get("SO-LAST"));
		for (int item = 0; item < 20; item++) {
			String code = "ITEM-" + item;
			Quantity given = told.values()
				.stream()
				.flatMap(List::stream)
				.filter((line) -> line.item().equals(code))
				.map(StockLine::quantity)
				.reduce(Quantity.of(0), Quantity::plus);
			assertThat(given.value()).as(code).isPositive().isLessThanOrEqualTo(BigDecimal.valueOf(pieces + 1));
			assertThat(stock(code).reserved()).as(code).isEqualTo(given);
		}
	}

	private static List<StockLine> demand(String order) {
		Random random = new Random(order.hashCode());
		List<StockLine> lines = new ArrayList<>();
		for (int number = 1; number <= 1 + random.nextInt(6); number++) {
			lines.add(line(number, "ITEM-" + random.nextInt(20), String.valueOf(1 + random.nextInt(4))));
		}
		return lines;
	}

	@Test
	void aReceiptIsCountedOnce() {
		Receipt receipt = receipt("GR-1", new Line("A", BigDecimal.ONE), new Line("B", BigDecimal.TWO),
				new Line("C", BigDecimal.TEN));
		assertThat(inward().receive(receipt, "zhao")).isEqualTo(new Result.Counted(false));
		assertThat(inward().receive(receipt, "qian")).isEqualTo(new Result.Counted(true));
		assertThat(stock("C").received()).isEqualTo(Quantity.of(10));
		assertThat(this.items.page(null, 2)).map(StockItem::item).containsExactly("A", "B");
		assertThat(this.items.page("B", 2)).map(StockItem::item).containsExactly("C");
	}

	@Test
	void theSameReferenceWithOtherLinesIsRefused() {
		receive("GR-1", "A", "1");
		assertThat(inward().receive(receipt("GR-1", new Line("A", BigDecimal.TWO)), "zhao"))
			.isInstanceOf(Result.Refused.class);
		assertThat(stock("A").received()).isEqualTo(Quantity.of(1));
	}

	@Test
	void aReceiptThatBrokeOffIsFinishedByTheNext() {
		Receipt receipt = receipt("GR-1", new Line("A", BigDecimal.ONE), new Line("B", BigDecimal.ONE),
				new Line("C", BigDecimal.ONE));
		this.receipts.begin(ReceiptNote.of(receipt, "zhao", Instant.now()));
		assertThat(this.items.write(List.of(StockItem.unknown("A").receive("GR-1", Quantity.of(1), Set.of()))))
			.isTrue();
		assertThat(inward().receive(receipt, "zhao")).isEqualTo(new Result.Counted(false));
		assertThat(this.items.page(null, 10)).map(StockItem::received).containsOnly(Quantity.of(1)).hasSize(3);
	}

	@Test
	void theSameReceiptSentByEveryoneAtOnceIsCountedOnce() throws Exception {
		List<Receipt> sent = new ArrayList<>();
		for (int number = 0; number < 10; number++) {
			Receipt receipt = receipt("GR-" + number, new Line("A", BigDecimal.ONE), new Line("B", BigDecimal.ONE),
					new Line("C" + number, BigDecimal.ONE));
			sent.addAll(List.of(receipt, receipt, receipt));
		}
		try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
			for (Future<Result> done : pool.invokeAll(
					sent.stream().<Callable<Result>>map((one) -> () -> inward().receive(one, "zhao")).toList())) {
				assertThat(done.get()).isInstanceOf(Result.Counted.class);
			}
		}
		assertThat(stock("A").received()).isEqualTo(Quantity.of(10));
		assertThat(stock("B").received()).isEqualTo(Quantity.of(10));
		assertThat(stock("C3").received()).isEqualTo(Quantity.of(1));
	}

}
