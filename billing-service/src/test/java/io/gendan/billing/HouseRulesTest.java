package io.gendan.billing;

import java.math.BigDecimal;
import java.time.ZoneOffset;

import io.gendan.contract.EventCatalogue;
import io.gendan.contract.Service;
import io.gendan.contract.logistics.ShipmentMoved;
import io.gendan.testing.ArchitectureRules;
import io.gendan.testing.ProblemTexts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What holds for every service, checked on this one. */
class HouseRulesTest {

	@Test
	void theDomainKnowsNoFramework() {
		ArchitectureRules.check("io.gendan.billing");
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(BillingRefusal.values());
	}

	@Test
	void settingsThatCannotBeMeantAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TermsPolicy(ZoneOffset.UTC, -1));
		assertThatIllegalArgumentException().isThrownBy(() -> new TaxPolicy(BigDecimal.valueOf(-1)));
	}

	@Test
	void foreignEventsAreNoneOfItsBusiness() {
		assertThat(BillingStageTest.STAGE.listensTo()).doesNotContain(ShipmentMoved.class)
			.doesNotContainAnyElementsOf(EventCatalogue.of(Service.BILLING));
	}

}
