package io.gendan.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scripts before the launcher, on a machine that has nearly nothing, in a folder with
 * a Chinese name, in a locale that knows no Chinese.
 */
class ScriptsTest {

	private static final Path LOCAL = Path.of("..").toAbsolutePath().normalize();

	@TempDir
	private Path folder;

	private Path local;

	private Path tools;

	@BeforeEach
	void copy() throws IOException {
		this.local = this.folder.resolve("跟 单/deploy/local");
		Path sources = LOCAL.resolve("launcher/src/main");
		try (Stream<Path> files = Files.walk(sources)) {
			for (Path file : files.toList()) {
				Path target = this.local.resolve("launcher/src/main").resolve(sources.relativize(file));
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
		for (String script : List.of("lib.sh", "up", "down", "status", "logs", "restart", "reset", "play")) {
			Files.copy(LOCAL.resolve(script), this.local.resolve(script));
		}
		this.tools = Files.createDirectories(this.folder.resolve("tools"));
		for (String tool : List.of("dirname", "find", "mkdir", "mv", "rm")) {
			Path script = Files.writeString(this.tools.resolve(tool),
					"#!/bin/sh\nPATH=/bin:/usr/bin exec %s \"$@\"\n".formatted(tool));
			assertThat(script.toFile().setExecutable(true)).isTrue();
		}
	}

	@Test
	void theyNeedNothingButTheJdkAndFiveSmallTools() throws Exception {
		assertThat(run("status")).contains("broker", "down").doesNotContain("ERROR");
		assertThat(run("down")).contains("everything is down / 全部停止");
		assertThat(run("up")).contains("install the package maven", "请安装软件包 maven");
		try (Stream<Path> files = Files.list(this.local.resolve("run"))) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("launcher.jar",
					"lock", "app");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "up", "down", "status", "logs", "restart", "reset", "play" })
	void whatIsMissingIsAskedForByNameAndPackage(String script) throws Exception {
		Files.delete(this.tools.resolve("find"));
		assertThat(run(script)).contains("the command find is missing: install the package findutils",
				"缺少命令 find：请安装软件包 findutils");
	}

	private String run(String script) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder("/bin/sh", this.local.resolve(script).toString())
			.redirectErrorStream(true);
		builder.environment().clear();
		builder.environment()
			.putAll(Map.of("PATH", this.tools.toString(), "JAVA_HOME", System.getProperty("java.home"), "LC_ALL",
					"POSIX", "GENDAN_HOME", this.local.toString(), "GENDAN_PORT_BASE",
					Integer.toString(SmallSystem.freeBase())));
		Process process = builder.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output;
	}

}
