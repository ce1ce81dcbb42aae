package io.gendan.fulfillment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.fulfillment.StockReserved;
import io.gendan.fulfillment.FulfillmentCommand.ReportProgress;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/** What follows from a report of production (FUL-2, FUL-3). */
final class ProductionDecisions {

	private static final int DONE = 100;

	private static final int MILESTONE_LENGTH = 200;

	private final ProductionPolicy policy;

	ProductionDecisions(ProductionPolicy policy) {
		this.policy = policy;
	}

	Outcome<FulfillmentEvent> report(Fulfillment fulfillment, ReportProgress report, Context context) {
		Production production = fulfillment.goods().production();
		if (fulfillment.phase() != Phase.IN_PRODUCTION || production == null) {
			return Unfit.because(FulfillmentRefusal.NOT_IN_PRODUCTION, fulfillment);
		}
		FieldCheck check = new FieldCheck();
		Integer percent = percent(check, report, production);
		String milestone = check.word("milestone", report.milestone(), MILESTONE_LENGTH);
		forecastIsPlausible(check, report, context.now());
		if (percent == null || !check.faults().isEmpty()) {
			return Outcome.refused(FulfillmentRefusal.FIELDS_INVALID, check.faults());
		}
		LocalDate expected = expected(report.expectedCompletion(), percent, production, context.now());
		if (percent == production.percent() && expected.equals(production.expectedCompletion())
				&& (milestone == null || milestone.equals(production.milestone()))) {
			return Outcome.accepted();
		}
		List<FulfillmentEvent> events = new ArrayList<>();
		events.add(new ProductionProgressed(fulfillment.order(), percent, milestone, expected));
		String reason = Objects.requireNonNullElse(milestone, "Production takes longer");
		DelayWarning.of(fulfillment, expected, reason).ifPresent(events::add);
		if (percent == DONE) {
			events.add(new StockReserved(fulfillment.order(), fulfillment.demand().lines()));
		}
		return new Outcome.Accepted<>(events);
	}

	private static @Nullable Integer percent(FieldCheck check, ReportProgress report, Production production) {
		Integer percent = check.within("percent", report.percent(), 0, DONE);
		if (percent != null && percent < production.percent()) {
			check.fault("percent", FulfillmentRefusal.PERCENT_FALLS, Map.of("present", production.percent()));
			return null;
		}
		return percent;
	}

	/**
	 * What is not finished cannot be expected yesterday; what is finished, not later than
	 * today.
	 */
	private void forecastIsPlausible(FieldCheck check, ReportProgress report, Instant now) {
		LocalDate forecast = report.expectedCompletion();
		if (forecast == null) {
			return;
		}
		LocalDate today = this.policy.today(now);
		Integer percent = report.percent();
		if (percent != null && percent == DONE) {
			check.between("expectedCompletion", forecast, today.minusDays(this.policy.horizonDays()), today);
		}
		else {
			check.between("expectedCompletion", forecast, today, this.policy.farthestForecast(now));
		}
	}

	private LocalDate expected(@Nullable LocalDate forecast, int percent, Production production, Instant now) {
		if (forecast != null) {
			return forecast;
		}
		return (percent == DONE) ? this.policy.today(now) : production.expectedCompletion();
	}

}
