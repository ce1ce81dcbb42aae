package io.gendan.fulfillment;

import java.time.ZoneOffset;

import io.gendan.fulfillment.stock.StockPolicy;
import io.gendan.testing.ArchitectureRules;
import io.gendan.testing.ProblemTexts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What holds for every service, shown for this one. */
class FulfillmentHouseRulesTest {

	@Test
	void theDomainKnowsNoFramework() {
		ArchitectureRules.check("io.gendan.fulfillment");
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(FulfillmentRefusal.values());
	}

	@Test
	void impossibleSettingsAreNoticedAtTheStart() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ProductionPolicy(ZoneOffset.UTC, -1, 10));
		assertThatIllegalArgumentException().isThrownBy(() -> new ProductionPolicy(ZoneOffset.UTC, 5, 4));
		assertThatIllegalArgumentException().isThrownBy(() -> new StockPolicy(0, 500, 10_000));
	}

}
