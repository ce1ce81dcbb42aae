package io.gendan.fulfillment;

import java.time.LocalDate;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.contract.fulfillment.DeliveryDelayed;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.fulfillment.FulfillmentCommand.ReportProgress;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.Facts.FIRST_FORECAST;
import static io.gendan.fulfillment.Facts.PROMISED;
import static io.gendan.fulfillment.Facts.TODAY;
import static io.gendan.fulfillment.Facts.cableScheduled;
import static io.gendan.fulfillment.Facts.cableShort;
import static io.gendan.fulfillment.Facts.confirmed;
import static io.gendan.fulfillment.Facts.order;
import static io.gendan.fulfillment.Facts.placed;
import static io.gendan.fulfillment.Facts.reserved;
import static org.assertj.core.api.Assertions.assertThat;

/** FUL-2, FUL-3: progress, and what it means for the promise. */
class ProductionTest {

	private static Scenario<Fulfillment, FulfillmentCommand, FulfillmentEvent> inProduction() {
		return order().given(placed(), confirmed(), cableShort(7), cableScheduled(7));
	}

	private static ProductionProgressed progressed(int percent, String milestone, LocalDate expected) {
		return new ProductionProgressed("SO-1", percent, milestone, expected);
	}

	@Test
	void progressIsReportedUntilTheGoodsAreThere() {
		var story = inProduction().when(new ReportProgress(40, " 注塑完成 ", null))
			.then(progressed(40, "注塑完成", FIRST_FORECAST))
			.when(new ReportProgress(100, null, null))
			.then(progressed(100, null, TODAY), reserved());
		assertThat(story.state().phase()).isEqualTo(Phase.READY_TO_INSPECT);
		assertThat(story.state().goods().production().milestone()).isEqualTo("注塑完成");
	}

	@Test
	void theSameReportTwiceIsNoNews() {
		inProduction().when(new ReportProgress(40, "moulded", null))
			.then(progressed(40, "moulded", FIRST_FORECAST))
			.when(new ReportProgress(40, "moulded", FIRST_FORECAST))
			.then()
			.when(new ReportProgress(40, "painted", null))
			.then(progressed(40, "painted", FIRST_FORECAST));
	}

	@Test
	void progressNeverGoesBack() {
		inProduction().given(progressed(40, null, FIRST_FORECAST))
			.when(new ReportProgress(39, null, null))
			.refusedFields(Map.of("percent", "PERCENT_FALLS"));
	}

	@Test
	void aForecastAfterThePromiseIsToldOncePerWorsening() {
		LocalDate late = PROMISED.plusDays(1);
		LocalDate later = PROMISED.plusDays(9);
		inProduction().when(new ReportProgress(10, null, PROMISED))
			.then(progressed(10, null, PROMISED))
			.when(new ReportProgress(10, "mould broken", late))
			.then(progressed(10, "mould broken", late),
					new DeliveryDelayed("SO-1", PROMISED, late, Personal.of("mould broken")))
			.when(new ReportProgress(20, null, late))
			.then(progressed(20, null, late))
			.when(new ReportProgress(20, null, later))
			.then(progressed(20, null, later),
					new DeliveryDelayed("SO-1", PROMISED, later, Personal.of("Production takes longer")))
			.when(new ReportProgress(30, null, late))
			.then(progressed(30, null, late));
	}

	@Test
	void allFaultsAreToldAtOnce() {
		inProduction().when(new ReportProgress(null, "x".repeat(201), TODAY.minusDays(1)))
			.refusedFields(
					Map.of("percent", "REQUIRED", "milestone", "TOO_LONG", "expectedCompletion", "DATE_TOO_EARLY"));
		inProduction().when(new ReportProgress(101, null, LocalDate.MAX))
			.refusedFields(Map.of("percent", "OUT_OF_RANGE", "expectedCompletion", "DATE_TOO_LATE"));
		inProduction().when(new ReportProgress(-1, null, null)).refusedFields(Map.of("percent", "OUT_OF_RANGE"));
	}

	@Test
	void whatIsFinishedWasFinishedTodayOrBefore() {
		inProduction().when(new ReportProgress(100, null, TODAY.plusDays(1)))
			.refusedFields(Map.of("expectedCompletion", "DATE_TOO_LATE"))
			.when(new ReportProgress(100, null, LocalDate.MIN))
			.refusedFields(Map.of("expectedCompletion", "DATE_TOO_EARLY"))
			.when(new ReportProgress(100, null, TODAY.minusDays(1)))
			.then(progressed(100, null, TODAY.minusDays(1)), reserved());
	}

}
