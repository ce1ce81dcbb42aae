package io.gendan.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The short run that makes start-up caches. */
class TrainingTest {

	private static final Map<String, String> CACHES = Map.of("GENDAN_AOT", "on", "GENDAN_SERVICES", "");

	@TempDir
	private Path root;

	@Test
	void makesACacheForEachAndLeavesNothingBehind() throws Exception {
		try (SmallSystem system = new SmallSystem(this.root, CACHES)) {
			Training training = new Training(system.settings, system.out());
			assertThat(training.untrained()).hasSize(3);
			training.train(training.untrained());
			assertThat(training.untrained()).as(system.printed()).isEmpty();
			assertNothingIsLeft(system);
		}
	}

	@Test
	void oneThatFailsIsToldAndLeavesNothingBehind() throws Exception {
		try (SmallSystem system = new SmallSystem(this.root, CACHES)) {
			Path edge = system.settings.apps().resolve("edge/app.jar");
			Files.write(edge, new byte[0]);
			Training training = new Training(system.settings, system.out());
			training.train(List.of(Program.BROKER));
			assertThat(system.printed()).contains("edge ended while starting", "no start-up cache this time");
			assertThat(system.settings.apps().resolve("broker/app.aot")).doesNotExist();
			assertNothingIsLeft(system);
		}
	}

	private static void assertNothingIsLeft(SmallSystem system) throws IOException {
		assertThat(system.settings.apps().resolveSibling("training")).doesNotExist();
		String marker = "@" + system.settings.apps().resolveSibling("training");
		assertThat(ProcessHandle.allProcesses()
			.filter((process) -> process.info().commandLine().orElse("").contains(marker))
			.filter((process) -> !Processes.ended(process))).isEmpty();
	}

}
