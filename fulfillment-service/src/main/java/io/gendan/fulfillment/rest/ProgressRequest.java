package io.gendan.fulfillment.rest;

import java.time.LocalDate;

import io.gendan.fulfillment.FulfillmentCommand.ReportProgress;
import org.jspecify.annotations.Nullable;

/**
 * A report of production.
 *
 * @param percent 0 to 100
 * @param milestone what was reached
 * @param expectedCompletion new forecast
 */
record ProgressRequest(@Nullable Integer percent, @Nullable String milestone, @Nullable LocalDate expectedCompletion) {

	ReportProgress command() {
		return new ReportProgress(this.percent, this.milestone, this.expectedCompletion);
	}

}
