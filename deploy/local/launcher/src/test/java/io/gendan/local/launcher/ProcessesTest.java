package io.gendan.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Which process is ours. */
class ProcessesTest {

	@TempDir
	private Path folder;

	private Processes processes;

	private Process sleeper;

	@BeforeEach
	void start() throws Exception {
		this.processes = new Processes(new Place(this.folder, Ports.USUAL, Optional.empty(), Optional.empty()));
		this.sleeper = new ProcessBuilder("/bin/sh", "-c", "sleep 60 & exec sleep 60").start();
		this.processes.record(Program.EDGE, this.sleeper.toHandle());
	}

	@AfterEach
	void end() {
		this.sleeper.descendants().forEach(ProcessHandle::destroyForcibly);
		this.sleeper.destroyForcibly();
	}

	@Test
	void aRecordedProcessIsFoundUntilItHasEnded() throws Exception {
		assertThat(this.processes.find(Program.EDGE)).contains(this.sleeper.toHandle());
		assertThat(this.processes.find(Program.STORE)).isEmpty();
		this.sleeper.destroyForcibly().waitFor();
		assertThat(this.processes.find(Program.EDGE)).isEmpty();
	}

	@Test
	void aForeignProcessWithTheSameNumberIsNotOurs() throws Exception {
		Files.writeString(this.folder.resolve("run/edge.start"), Instant.now().minusSeconds(3600).toString());
		assertThat(this.processes.find(Program.EDGE)).isEmpty();
	}

	@Test
	void ofAHalfWrittenRecordNothingIsBelieved() throws Exception {
		Files.delete(this.folder.resolve("run/edge.start"));
		assertThat(this.processes.find(Program.EDGE)).isEmpty();
		Files.writeString(this.folder.resolve("run/edge.pid"), "");
		assertThat(this.processes.find(Program.EDGE)).isEmpty();
	}

	/** A container's first process often asks nobody how they ended. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void aProcessThatNobodyBuriesHasEnded() {
		ProcessHandle child = Awaitility.await()
			.until(() -> this.sleeper.children().findFirst(), Optional::isPresent)
			.orElseThrow();
		// Its parent has become a sleep and never asks for its children.
		Awaitility.await().until(() -> this.sleeper.info().command().orElse("").endsWith("sleep"));
		assertThat(Processes.ended(child)).isFalse();
		child.destroyForcibly();
		Awaitility.await().until(() -> Processes.ended(child));
		assertThat(child.isAlive()).as("as the JDK sees it").isTrue();
	}

}
