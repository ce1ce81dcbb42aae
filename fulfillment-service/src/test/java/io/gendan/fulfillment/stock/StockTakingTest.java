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
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.fulfillment.FulfillmentRefusal;
import io.gendan.fulfillment.stock.StockTaking.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.gendan.fulfillment.stock.StockStore.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** Every correction takes effect once and leaves alone what is set aside. */
@Timeout(120)
class StockTakingTest {

	private final StockStore store = StockStore.open();

	@AfterEach
	void closeStore() {
		this.store.close();
	}

	private static void assertRefused(Result result, FulfillmentRefusal code) {
		assertThat(result).asInstanceOf(type(Result.Refused.class))
			.satisfies((refused) -> assertThat(refused.refusal().code()).isEqualTo(code));
	}

	@Test
	void theSameReferenceTakesEffectOnceAndAnswersTheSame() {
		this.store.receive("GR-1", "LAMP", "10");
		Result first = this.store.correct("ST-1", "LAMP", "-2.5", "broken");
		assertThat(first).isInstanceOf(Result.Corrected.class);
		assertThat(this.store.correct("ST-2", "LAMP", "1", "found")).isInstanceOf(Result.Corrected.class);
		assertThat(this.store.stock("LAMP").receipts()).containsExactly("ST-2");
		this.store.reserve("SO-1", line(1, "LAMP", "8.5"));
		assertThat(this.store.correct("ST-1", "LAMP", "-2.5", "broken")).isEqualTo(first);
		assertThat(this.store.stock("LAMP").received()).isEqualTo(Quantity.of("8.5"));
		assertThat(this.store.receipts().find("ST-1")).hasValueSatisfying((note) -> assertThat(note.correction())
			.isEqualTo(new Correction("LAMP", "ST-1", Quantity.of("-2.5"), "broken")));
	}

	@Test
	void whatIsSetAsideIsNeverTakenAway() {
		this.store.receive("GR-1", "LAMP", "10");
		this.store.reserve("SO-1", line(1, "LAMP", "7"));
		assertRefused(this.store.correct("ST-1", "LAMP", "-3.1", "lost"), FulfillmentRefusal.BELOW_RESERVED);
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(3));
		// A refusal has not used the reference up.
		assertThat(this.store.correct("ST-1", "LAMP", "-3", "lost")).isInstanceOf(Result.Corrected.class);
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(0));
	}

	@Test
	void aReferenceStandsForOneContent() {
		this.store.receive("GR-1", "LAMP", "10");
		this.store.receive("GR-2", "SOFA", "10");
		this.store.correct("ST-1", "LAMP", "-1", "lost");
		assertRefused(this.store.correct("ST-1", "LAMP", "-2", "lost"), FulfillmentRefusal.CORRECTION_DIFFERS);
		assertRefused(this.store.correct("ST-1", "LAMP", "-1", "broken"), FulfillmentRefusal.CORRECTION_DIFFERS);
		assertRefused(this.store.correct("ST-1", "SOFA", "-1", "lost"), FulfillmentRefusal.CORRECTION_DIFFERS);
		assertRefused(this.store.correct("GR-1", "LAMP", "10", "found"), FulfillmentRefusal.CORRECTION_DIFFERS);
		assertThat(this.store.receive("ST-1", "LAMP", "1")).isInstanceOf(GoodsInward.Result.Refused.class);
		assertRefused(this.store.correct("ST-2", "DESK", "1", "found"), FulfillmentRefusal.ITEM_UNKNOWN);
		assertThat(this.store.stock("LAMP").received()).isEqualTo(Quantity.of(9));
	}

	@Test
	void whatBrokeOffIsFinishedByTheNext() {
		this.store.receive("GR-1", "LAMP", "10");
		Correction correction = new Correction("LAMP", "ST-1", Quantity.of(-4), "lost");
		ReceiptNote note = ReceiptNote.of(correction, "sun", Instant.parse("2026-03-02T02:00:00Z"));
		this.store.receipts().begin(note);
		StockItem counted = this.store.stock("LAMP").receive("ST-1", Quantity.of(-4), Set.of());
		assertThat(this.store.items().write(List.of(counted))).isTrue();
		assertThat(this.store.correct("ST-1", "LAMP", "-4", "lost"))
			.isEqualTo(new Result.Corrected("sun", note.receivedAt()));
		assertThat(this.store.stock("LAMP").received()).isEqualTo(Quantity.of(6));
	}

	@Test
	void correctionsAndReservationsAtOnceNeverMeetInTheSamePiece() throws Exception {
		this.store.receive("GR-1", "LAMP", "20");
		List<Callable<BigDecimal>> work = new ArrayList<>();
		for (int i = 0; i < 15; i++) {
			String number = "-" + i;
			work.add(() -> this.store.reserve("SO" + number, line(1, "LAMP", "1"))
				.stream()
				.map(StockLine::quantity)
				.reduce(Quantity.of(0), Quantity::plus)
				.value());
			for (int sender = 0; sender < 2; sender++) {
				work.add(() -> (this.store.correct("ST" + number, "LAMP", "-1", "lost") instanceof Result.Corrected)
						? BigDecimal.valueOf(0.5) : BigDecimal.ZERO);
			}
		}
		List<BigDecimal> taken = new ArrayList<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
			for (Future<BigDecimal> done : pool.invokeAll(work)) {
				taken.add(done.get());
			}
		}
		assertThat(this.store.stock("LAMP").available()).isEqualTo(Quantity.of(0));
		assertThat(taken.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("20");
	}

}
