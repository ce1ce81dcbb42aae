package io.gendan.aftersales;

import io.gendan.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

	@Test
	void theDomainKnowsNoFrameworkAndNoNeighbour() {
		ArchitectureRules.check("io.gendan.aftersales");
	}

}
