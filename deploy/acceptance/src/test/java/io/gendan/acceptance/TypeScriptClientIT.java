package io.gendan.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Types are generated from the OpenAPI documents, a client compiles with them and works
 * (X-7).
 */
class TypeScriptClientIT {

	private static final Path SOURCES = Path.of(Objects.requireNonNull(System.getProperty("gendan.root")))
		.normalize()
		.resolve("deploy/acceptance/src/test/typescript");

	private final LocalSystem system = LocalSystem.running();

	private final Gateway gateway = this.system.gateway();

	@Test
	void aGeneratedClientCompilesAndWorks() throws IOException, InterruptedException {
		assumeTrue(
				Stream.of(System.getenv("PATH").split(":"))
					.anyMatch((path) -> Files.isExecutable(Path.of(path, "npm"))),
				"skipped: npm is missing, so no TypeScript client is generated");
		Path folder = Files.createDirectories(this.system.file("typescript"));
		for (String file : List.of("package.json", "tsconfig.json", "client.ts")) {
			Files.writeString(folder.resolve(file), Files.readString(SOURCES.resolve(file)));
		}
		for (String service : LocalSystem.SERVICES) {
			Files.writeString(folder.resolve(service + ".json"),
					this.gateway.get(Gateway.AUDITOR, "/services/" + service + "/v3/api-docs").text());
		}
		run(folder, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
		run(folder, "npm", "run", "generate");
		run(folder, "npm", "run", "build");
		String told = run(folder, "node", "out/client.js", this.system.address("edge").toString(),
				this.gateway.token(Gateway.SALESPERSON));
		assertThat(told.lines()).containsExactly("listed 200 true", "refused FIELDS_INVALID true", "unknown true",
				"shipments 200");
	}

	private static String run(Path folder, String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(String.join(" ", command) + "\n" + output).isZero();
		return output;
	}

}
