package io.gendan.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rules of a service bite. */
class ArchitectureRulesTest {

	@Test
	void aCleanPackagePasses() {
		assertThatCode(() -> ArchitectureRules.check("io.gendan.stage")).doesNotThrowAnyException();
	}

	@Test
	void aPlantedFrameworkIsFound() {
		assertThatThrownBy(() -> ArchitectureRules.check("io.gendan.testing.planted.review"))
			.isInstanceOf(AssertionError.class)
			.hasMessageContaining("PlantedDomain")
			.hasMessageContaining("the domain knows no framework");
	}

	@Test
	void aPlantedNeighbourIsFound() {
		assertThatThrownBy(() -> ArchitectureRules.check("io.gendan.testing.planted.review.rest"))
			.isInstanceOf(AssertionError.class)
			.hasMessageContaining("PlantedNeighbour");
	}

	@Test
	void aPackageThatIsNotThereDoesNotPass() {
		assertThatThrownBy(() -> ArchitectureRules.check("io.gendan.nowhere")).isInstanceOf(AssertionError.class);
	}

}
