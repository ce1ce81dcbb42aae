package io.gendan.logistics;

import io.gendan.testing.ArchitectureRules;
import io.gendan.testing.ProblemTexts;
import org.junit.jupiter.api.Test;

/** What holds for every service, checked on this one. */
class HouseRulesTest {

	@Test
	void theDomainKnowsNoFramework() {
		ArchitectureRules.check("io.gendan.logistics");
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(LogisticsRefusal.values());
	}

}
