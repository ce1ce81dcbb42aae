package io.gendan.fulfillment.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.gendan.contract.Quantity;
import io.gendan.fulfillment.FulfillmentRefusal;
import io.gendan.fulfillment.stock.GoodsInward.Result;
import io.gendan.fulfillment.stock.Receipt.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.gendan.fulfillment.stock.StockStore.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Every receipt is counted once, whatever breaks off and whoever sends it again. */
@Timeout(120)
class GoodsInwardTest {

	private final StockStore store = StockStore.open();

	@AfterEach
	void closeStore() {
		this.store.close();
	}

	@Test
	void aReceiptIsCountedOnce() {
		Receipt receipt = receipt("GR-1", new Line("A", BigDecimal.ONE), new Line("B", BigDecimal.TWO),
				new Line("C", BigDecimal.TEN));
		assertThat(this.store.receive(receipt)).isEqualTo(new Result.Counted(false));
		assertThat(this.store.receive(receipt)).isEqualTo(new Result.Counted(true));
		assertThat(this.store.stock("C").received()).isEqualTo(Quantity.of(10));
		assertThat(this.store.items().page(null, 2)).map(StockItem::item).containsExactly("A", "B");
		assertThat(this.store.items().page("B", 2)).map(StockItem::item).containsExactly("C");
	}

	@Test
	void theSameReferenceWithOtherLinesIsRefused() {
		this.store.receive("GR-1", "A", "1");
		assertThat(this.store.receive("GR-1", "A", "2")).asInstanceOf(type(Result.Refused.class))
			.satisfies((refused) -> assertThat(refused.refusal().code()).isEqualTo(FulfillmentRefusal.RECEIPT_DIFFERS));
		assertThat(this.store.stock("A").received()).isEqualTo(Quantity.of(1));
	}

	@Test
	void aReceiptThatBrokeOffIsFinishedByTheNext() {
		Receipt receipt = receipt("GR-1", new Line("A", BigDecimal.ONE), new Line("B", BigDecimal.ONE),
				new Line("C", BigDecimal.ONE));
		this.store.receipts().begin(ReceiptNote.of(receipt, "zhao", Instant.now()));
		StockItem counted = StockItem.unknown("A").receive("GR-1", Quantity.of(1), Set.of());
		assertThat(this.store.items().write(List.of(counted))).isTrue();
		assertThat(this.store.receive(receipt)).isEqualTo(new Result.Counted(false));
		assertThat(this.store.items().page(null, 10)).map(StockItem::received).containsOnly(Quantity.of(1)).hasSize(3);
	}

	@Test
	void aCompleteReceiptNeedsItsMarkNoMore() {
		this.store.receive("GR-1", "LAMP", "10");
		assertThat(this.store.stock("LAMP").counted("GR-1")).isTrue();
		this.store.receive("GR-2", "LAMP", "1");
		assertThat(this.store.stock("LAMP").receipts()).containsExactly("GR-2");
		assertThat(this.store.receive("GR-1", "LAMP", "10")).isEqualTo(new Result.Counted(true));
		assertThat(this.store.stock("LAMP").received()).isEqualTo(Quantity.of(11));
	}

	@Test
	void theSameReceiptSentByEveryoneAtOnceIsCountedOnce() throws Exception {
		List<Callable<Result>> work = new ArrayList<>();
		for (int number = 0; number < 10; number++) {
			Receipt receipt = receipt("GR-" + number, new Line("A", BigDecimal.ONE), new Line("B", BigDecimal.ONE),
					new Line("C" + number, BigDecimal.ONE));
			for (int sender = 0; sender < 3; sender++) {
				work.add(() -> this.store.receive(receipt));
			}
		}
		try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
			for (Future<Result> done : pool.invokeAll(work)) {
				assertThat(done.get()).isInstanceOf(Result.Counted.class);
			}
		}
		assertThat(this.store.stock("A").received()).isEqualTo(Quantity.of(10));
		assertThat(this.store.stock("B").received()).isEqualTo(Quantity.of(10));
		assertThat(this.store.stock("C3").received()).isEqualTo(Quantity.of(1));
	}

}
