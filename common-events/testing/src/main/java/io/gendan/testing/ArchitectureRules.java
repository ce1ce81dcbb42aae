package io.gendan.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.gendan.testing.planted.review.PlantedDomain;
import io.gendan.testing.planted.review.rest.PlantedCommands;
import io.gendan.testing.planted.review.rest.PlantedEdge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of a service's inside, as allow-lists. Each is first shown a planted
 * violation that it must catch.
 */
public final class ArchitectureRules {

	private ArchitectureRules() {
	}

	/**
	 * Checks a service.
	 * @param root its root package, such as {@code io.gendan.review}
	 */
	public static void check(String root) {
		String planted = "io.gendan.testing.planted.review";
		JavaClasses plantedClasses = new ClassFileImporter().importClasses(PlantedDomain.class, PlantedEdge.class,
				PlantedCommands.class);
		assertThat(domain(planted).evaluate(plantedClasses).hasViolation()).as("planted framework in the domain")
			.isTrue();
		assertThat(ownModule(planted).evaluate(plantedClasses).hasViolation()).as("planted use of another service")
			.isTrue();
		assertThat(commandsForMany(planted).evaluate(plantedClasses).hasViolation()).as("planted command without roles")
			.isTrue();
		JavaClasses service = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(root);
		domain(root).check(service);
		ownModule(root).check(service);
		commandsForMany(root).check(service);
	}

	private static ArchRule domain(String root) {
		return classes().that(resideInAPackage(root))
			.and()
			.haveSimpleNameNotEndingWith("ServiceApplication")
			.and()
			.haveSimpleNameNotEndingWith("Configuration")
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "io.gendan.contract..", "io.gendan.stage..",
					"org.jspecify.annotations..", root))
			.as("the domain knows no framework");
	}

	private static ArchRule commandsForMany(String root) {
		return classes().that(resideInAPackage(root + ".rest..")).should(new CommandsForMany()).allowEmptyShould(true);
	}

	private static ArchRule ownModule(String root) {
		DescribedPredicate<JavaClass> gendan = resideInAPackage("io.gendan..");
		return classes().that(resideInAPackage(root + ".."))
			.should()
			.onlyDependOnClassesThat(DescribedPredicate.not(gendan)
				.or(resideInAnyPackage(root + "..", "io.gendan.contract..", "io.gendan.stage..",
						"io.gendan.messaging..")))
			.as("a service knows the others only by the contract");
	}

}
