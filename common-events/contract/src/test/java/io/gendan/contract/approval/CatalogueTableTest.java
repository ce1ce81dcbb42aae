package io.gendan.contract.approval;

import java.util.Optional;

import io.gendan.contract.EventCatalogue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The README lists every event as it is. */
class CatalogueTableTest {

	@Test
	void everyEventHasARowThatSaysWhatHappened() {
		assertThat(CatalogueTable.text().lines().skip(2)).hasSize(EventCatalogue.all().size())
			.allMatch((row) -> row.matches(
					"\\| `io\\.gendan\\.\\S+` \\| `gendan\\.\\w+` \\| .{5,} \\| (order|product|customer), .+ \\|"));
	}

	@Test
	void theReadmeShowsTheCatalogue() {
		Optional<String> shown = CatalogueTable.inReadme();
		assumeThat(shown).as("README.md with a catalogue between its marks").isPresent();
		assertThat(shown).contains(CatalogueTable.text());
	}

}
