package io.gendan.contract;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.gendan.contract.planted.KafkaUser;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any system can depend on the contract: few dependencies, and Java 17 is enough.
 */
class ArchitectureTest {

	private static final Path MAIN = Path.of("target/classes");

	private static final int JAVA_17 = 61;

	private static final ArchRule FEW_DEPENDENCIES = classes().that()
		.resideInAPackage("io.gendan.contract..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.gendan.contract..", "java..", "com.fasterxml.jackson.annotation..", "tools.jackson..",
				"org.jspecify..");

	@Test
	void theContractDependsOnJacksonAndAnnotationsOnly() {
		JavaClasses main = new ClassFileImporter().importPath(MAIN);
		assertThat(main).hasSizeGreaterThan(50);
		FEW_DEPENDENCIES.check(main);
	}

	@Test
	void aForeignDependencyIsFound() {
		assertThat(FEW_DEPENDENCIES.evaluate(new ClassFileImporter().importClasses(KafkaUser.class)).hasViolation())
			.isTrue();
	}

	@Test
	void everyClassRunsOnJava17() throws IOException {
		try (Stream<Path> files = Files.walk(MAIN)) {
			List<Path> classes = files.filter((file) -> file.toString().endsWith(".class")).toList();
			assertThat(classes).hasSizeGreaterThan(50).allSatisfy((file) -> assertThat(major(file)).isEqualTo(JAVA_17));
		}
	}

	private static int major(Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
			in.skipNBytes(6);
			return in.readUnsignedShort();
		}
	}

}
