package io.gendan.order.imports;

import java.util.List;

import io.gendan.messaging.rest.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * A page of imports of customers or products, the newest first, without their refused
 * rows.
 *
 * @param imports the imports
 * @param next what to give as {@code after} for the next page, null on the last one
 */
record RegisterImportPage(List<RegisterImportView> imports, @Nullable String next) {

	static RegisterImportPage of(List<ImportRecord> found, int size, ProblemTexts texts) {
		List<ImportRecord> page = found.subList(0, Math.min(size, found.size()));
		return new RegisterImportPage(
				page.stream().map((record) -> RegisterImportView.of(record, List.of(), texts)).toList(),
				(found.size() > size) ? ImportCursor.of(page.getLast()).toString() : null);
	}

}
