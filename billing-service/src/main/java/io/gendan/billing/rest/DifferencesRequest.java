package io.gendan.billing.rest;

import java.util.List;

import io.gendan.billing.BillingCommand.AgreedLine;
import io.gendan.billing.BillingCommand.DecideDifferences;
import org.jspecify.annotations.Nullable;

/**
 * What was really delivered (LOG-6).
 *
 * @param lines quantities of the lines that differ; the others came as ordered
 * @param reason what was agreed, required
 */
record DifferencesRequest(@Nullable List<@Nullable AgreedLine> lines, @Nullable String reason) {

	DecideDifferences command() {
		return new DecideDifferences(this.lines, this.reason);
	}

}
