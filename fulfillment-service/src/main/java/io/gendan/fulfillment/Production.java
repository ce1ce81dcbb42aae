package io.gendan.fulfillment;

import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.fulfillment.ProductionProgressed;
import io.gendan.contract.fulfillment.StockLine;
import org.jspecify.annotations.Nullable;

/**
 * Production of what stock does not cover (FUL-2).
 *
 * @param lines what is produced
 * @param percent 0 to 100
 * @param milestone what was reached last, null before the first report
 * @param expectedCompletion present forecast
 */
public record Production(List<StockLine> lines, int percent, @Nullable String milestone, LocalDate expectedCompletion) {

	public Production {
		lines = List.copyOf(lines);
	}

	static Production progressed(@Nullable Production before, ProductionProgressed progress) {
		List<StockLine> lines = (before != null) ? before.lines : List.of();
		String milestone = progress.milestone();
		if (milestone == null && before != null) {
			milestone = before.milestone;
		}
		return new Production(lines, progress.percent(), milestone, progress.expectedCompletion());
	}

}
