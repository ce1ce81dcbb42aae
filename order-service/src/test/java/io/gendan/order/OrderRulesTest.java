package io.gendan.order;

import io.gendan.testing.ArchitectureRules;
import io.gendan.testing.ProblemTexts;
import org.junit.jupiter.api.Test;

/** The inside of the service, and that it speaks both languages. */
class OrderRulesTest {

	@Test
	void theDomainKnowsNoFramework() {
		ArchitectureRules.check("io.gendan.order");
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(OrderRefusal.values());
	}

}
