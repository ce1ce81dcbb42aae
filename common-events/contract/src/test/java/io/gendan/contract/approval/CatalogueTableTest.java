package io.gendan.contract.approval;

import io.gendan.contract.EventCatalogue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** EVENTS.md lists every event as it is. */
class CatalogueTableTest {

	@Test
	void everyEventHasARowThatSaysWhatHappened() {
		assertThat(CatalogueTable.text().lines().skip(2)).hasSize(EventCatalogue.all().size())
			.allMatch((row) -> row.matches(
					"\\| `io\\.gendan\\.\\S+` \\| `gendan\\.\\w+` \\| .{5,} \\| (order|product|customer), .+ \\|"));
	}

	@Test
	void theListOfEventsIsTheContract() {
		assertThat(CatalogueTable.shown()).isEqualTo(CatalogueTable.text());
	}

}
