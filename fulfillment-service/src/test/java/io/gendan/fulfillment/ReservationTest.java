package io.gendan.fulfillment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.DeliveryDelayed;
import io.gendan.contract.fulfillment.ProductionScheduled;
import io.gendan.contract.fulfillment.ShortLine;
import io.gendan.contract.fulfillment.StockLine;
import io.gendan.contract.fulfillment.StockShort;
import io.gendan.fulfillment.FulfillmentCommand.RecordReservation;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.Facts.CABLE;
import static io.gendan.fulfillment.Facts.FIRST_FORECAST;
import static io.gendan.fulfillment.Facts.LAMPS;
import static io.gendan.fulfillment.Facts.cableScheduled;
import static io.gendan.fulfillment.Facts.cableShort;
import static io.gendan.fulfillment.Facts.cancelled;
import static io.gendan.fulfillment.Facts.confirmed;
import static io.gendan.fulfillment.Facts.line;
import static io.gendan.fulfillment.Facts.order;
import static io.gendan.fulfillment.Facts.placed;
import static io.gendan.fulfillment.Facts.reserved;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * FUL-1, FUL-2, FUL-3: stock first, production for the rest, a warning if that is late.
 */
class ReservationTest {

	private static final RecordReservation ALL = new RecordReservation(List.of(LAMPS, CABLE));

	@Test
	void aConfirmedOrderWaitsForItsReservation() {
		assertThat(order().received(placed()).then().state().phase()).isEqualTo(Phase.KNOWN);
		assertThat(order().received(placed()).then().received(confirmed()).then().state().phase())
			.isEqualTo(Phase.RESERVING);
	}

	@Test
	void confirmedMayBeHeardOfBeforePlaced() {
		assertThat(order().received(confirmed()).then().state().phase()).isEqualTo(Phase.KNOWN);
		assertThat(order().received(confirmed()).then().received(placed()).then().state().phase())
			.isEqualTo(Phase.RESERVING);
	}

	@Test
	void whatWasPlacedLastCounts() {
		var state = order().given(placed("SO-1", 2, LAMPS), placed("SO-1", 1, LAMPS, CABLE)).state();
		assertThat(state.demand().lines()).containsExactly(LAMPS);
	}

	@Test
	void goodsForEveryLineAreReserved() {
		var story = order().given(placed(), confirmed()).when(ALL).then(reserved());
		assertThat(story.state().phase()).isEqualTo(Phase.READY_TO_INSPECT);
		assertThat(story.state().goods().reserved()).containsExactly(LAMPS, CABLE);
	}

	@Test
	void theReservationCountsOnceHoweverOftenItIsReported() {
		order().given(placed(), confirmed())
			.when(ALL)
			.then(reserved())
			.when(ALL)
			.then()
			.when(new RecordReservation(List.of()))
			.then();
	}

	@Test
	void whatIsMissingIsProduced() {
		var story = order().given(placed(), confirmed())
			.when(new RecordReservation(List.of(LAMPS, line(2, "CABLE.2", 3))))
			.then(cableShort(7), cableScheduled(7));
		assertThat(story.state().phase()).isEqualTo(Phase.IN_PRODUCTION);
		assertThat(story.state().goods().reserved()).containsExactly(LAMPS, line(2, "CABLE.2", 3));
	}

	@Test
	void fractionsStayExact() {
		StockLine silk = new StockLine(1, "SILK", Quantity.of("0.3"));
		order().given(placed("SO-1", 1, silk), confirmed())
			.when(new RecordReservation(List.of(new StockLine(1, "SILK", Quantity.of("0.1")))))
			.then(new StockShort("SO-1", List.of(new ShortLine(1, "SILK", Quantity.of("0.3"), Quantity.of("0.2")))),
					new ProductionScheduled("SO-1", List.of(new StockLine(1, "SILK", Quantity.of("0.2"))),
							FIRST_FORECAST));
	}

	@Test
	void aForecastAfterThePromiseIsToldAtOnce() {
		LocalDate promised = LocalDate.parse("2010-12-08");
		order().given(placed(), confirmed(promised))
			.when(new RecordReservation(List.of(LAMPS)))
			.then(cableShort(10), cableScheduled(10), new DeliveryDelayed("SO-1", promised, FIRST_FORECAST,
					Personal.of("Stock is short on 1 of 2 lines")));
	}

	@Test
	void aForecastOnThePromisedDayIsInTime() {
		order().given(placed(), confirmed(FIRST_FORECAST))
			.when(new RecordReservation(List.of(LAMPS)))
			.then(cableShort(10), cableScheduled(10));
	}

	@Test
	void theBusinessDayIsThatOfTheSettings() {
		order().given(placed(), confirmed())
			.at(Instant.parse("2026-03-01T16:00:00Z"))
			.when(new RecordReservation(List.of(LAMPS)))
			.then(cableShort(10), cableScheduled(10));
	}

	@Test
	void nothingIsRecordedForACancelledOrder() {
		order().given(placed()).received(cancelled()).then().when(ALL).then();
		assertThat(order().given(placed(), cancelled(), confirmed()).state().phase()).isEqualTo(Phase.CANCELLED);
	}

}
