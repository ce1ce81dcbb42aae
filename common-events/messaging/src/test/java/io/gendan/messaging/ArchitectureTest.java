package io.gendan.messaging;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** What of the starter may know what: the contract nothing, the ledger little. */
class ArchitectureTest {

	private static final String ROOT = "io.gendan.messaging";

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.gendan.contract", "io.gendan.stage", ROOT);

	@Test
	void contractAndStageKnowNothingOfTheStarter() {
		not("io.gendan.contract..", "io.gendan.stage..", ROOT + "..", "org.springframework..").check(this.classes);
		not("io.gendan.stage..", ROOT + "..", "org.springframework..").check(this.classes);
		assertBites(not(ROOT + "..", "io.gendan.stage.."));
	}

	@Test
	void nothingBehindTheEdgeKnowsTheEdge() {
		for (String inside : new String[] { "engine", "ledger", "outbox", "inbox", "deadletter", "topic", "store",
				"budget" }) {
			not(ROOT + "." + inside + "..", ROOT + ".rest..", ROOT + ".autoconfigure..", "jakarta.servlet..",
					"org.springframework.web..")
				.check(this.classes);
		}
		assertBites(not(ROOT + ".autoconfigure..", ROOT + ".rest.."));
	}

	@Test
	void theLedgerKnowsNoBroker() {
		not(ROOT + ".ledger..", "org.apache.kafka..", "org.springframework..").check(this.classes);
		not(ROOT + ".engine..", "org.apache.kafka..", "org.springframework..", "com.mongodb..").check(this.classes);
		assertBites(not(ROOT + ".outbox..", "org.apache.kafka.."));
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	/** A rule that no class can break says nothing. */
	private void assertBites(ArchRule broken) {
		assertThat(broken.evaluate(this.classes).hasViolation()).isTrue();
	}

	private static ArchRule not(String from, String... to) {
		return noClasses().that().resideInAPackage(from).should().dependOnClassesThat().resideInAnyPackage(to);
	}

}
