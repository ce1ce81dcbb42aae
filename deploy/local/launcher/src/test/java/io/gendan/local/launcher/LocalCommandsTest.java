package io.gendan.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The commands over real processes. */
class LocalCommandsTest {

	private static final Program ORDER = Program.SERVICES.getFirst();

	@TempDir
	private Path folder;

	private SmallSystem system;

	@BeforeEach
	void prepare() throws IOException {
		this.system = new SmallSystem(Files.createDirectories(this.folder.resolve("跟 单")), Map.of());
	}

	@AfterEach
	void end() throws Exception {
		this.system.close();
	}

	@Test
	void startsAndEndsTheWholeAndTellsTheTruthInBetween() throws Exception {
		assertThat(this.system.commands().status()).isFalse();
		assertThat(this.system.commands().up()).isTrue();
		assertThat(this.system.commands().status()).isTrue();
		List<ProcessHandle> all = this.system.settings.programs().stream().map(this.system::process).toList();
		assertThat(all).hasSize(4).allMatch(ProcessHandle::isAlive);
		assertThat(this.system.commands().up()).as("again").isFalse();
		this.system.commands().down();
		assertThat(all).allMatch(Processes::ended);
		assertThat(this.system.commands().status()).isFalse();
		assertThat(this.system.printed()).containsSubsequence("order        ended", "edge         ended",
				"store        ended", "broker       ended", "everything is down");
	}

	/** The instant between the kill and the end of the process is hit by some of them. */
	@RepeatedTest(3)
	void upRightAfterAKillStartsItAgain() throws Exception {
		this.system.commands().up();
		for (Program victim : List.of(ORDER, Program.STORE)) {
			ProcessHandle killed = this.system.process(victim);
			killed.destroyForcibly();
			this.system.commands().up();
			assertThat(this.system.process(victim).pid()).isNotEqualTo(killed.pid());
		}
		assertThat(this.system.commands().status()).isTrue();
	}

	@Test
	void aProcessThatEndsWhileItIsWaitedForIsStartedAgain() throws Exception {
		this.system.commands().up();
		ProcessHandle frozen = this.system.process(ORDER);
		signal("STOP", frozen);
		Thread killer = Thread.startVirtualThread(() -> {
			Awaitility.await().until(() -> this.system.printed().contains("started []"));
			frozen.destroyForcibly();
		});
		this.system.commands().up();
		killer.join();
		assertThat(this.system.process(ORDER).pid()).isNotEqualTo(frozen.pid());
		assertThat(this.system.printed()).contains("order        was just ending");
	}

	@RepeatedTest(2)
	void restartRightAfterAKillStartsItAgain() throws Exception {
		this.system.commands().up();
		ProcessHandle killed = this.system.process(Program.BROKER);
		killed.destroyForcibly();
		this.system.commands().restart("broker");
		assertThat(this.system.process(Program.BROKER).pid()).isNotEqualTo(killed.pid());
		assertThat(this.system.commands().status()).isTrue();
	}

	@Test
	void aFrozenProcessIsNeitherUpNorIsTheEndHeldUpByIt() throws Exception {
		this.system.commands().up();
		ProcessHandle broker = this.system.process(Program.BROKER);
		signal("STOP", broker);
		assertThat(this.system.commands().status()).isFalse();
		assertThat(
				new Stopper(this.system.place, this.system.out()).stop(List.of(Program.BROKER), Duration.ofSeconds(1)))
			.isTrue();
		assertThat(broker).matches(Processes::ended);
		assertThat(this.system.printed()).contains("not ready", "broker       has not ended by itself after 1 s",
				"broker       killed");
	}

	@Test
	void whatRunsIsFoundWhenItsRunFilesAreLost() throws Exception {
		this.system.commands().up();
		ProcessHandle order = this.system.process(ORDER);
		for (String kind : List.of("pid", "start")) {
			Files.delete(this.system.place.run().resolve("order." + kind));
		}
		assertThat(this.system.commands().status()).isTrue();
		this.system.commands().down();
		assertThat(order).matches(Processes::ended);
	}

	@Test
	void downEndsAlsoWhatTheSettingsLeaveOut() throws Exception {
		this.system.commands().up();
		ProcessHandle order = this.system.process(ORDER);
		Settings without = new Settings(this.system.settings.root(), this.system.place, List.of(), Map.of());
		new LocalCommands(without, this.system.out()).down();
		assertThat(order).matches(Processes::ended);
	}

	@Test
	void aPortThatIsTakenIsToldWithItsHolder() throws Exception {
		int port = this.system.place.ports().of(ORDER);
		try (var taken = new java.net.ServerSocket(port)) {
			assertThatThrownBy(() -> this.system.commands().up()).isInstanceOf(Refusal.class)
				.hasMessageContaining("port " + port + " for order is taken");
			this.system.commands().status();
			this.system.commands().down();
			assertThat(taken.isBound()).isTrue();
		}
		assertThat(this.system.printed()).contains("down; the port is taken by",
				"port " + port + " is still taken by java, process " + ProcessHandle.current().pid());
	}

	@Test
	void aManagementPortThatIsTakenIsToldWithItsHolder() throws Exception {
		int port = this.system.place.ports().management(ORDER);
		try (var taken = new java.net.ServerSocket(port)) {
			assertThatThrownBy(() -> this.system.commands().up()).isInstanceOf(Refusal.class)
				.hasMessageContaining("port " + port + " for order is taken");
			assertThat(taken.isBound()).isTrue();
		}
	}

	@Test
	void aProgramThatEndsAtOnceIsToldWithItsLog() throws Exception {
		this.system.breakProgram(ORDER);
		assertThatThrownBy(() -> this.system.commands().up()).isInstanceOf(Refusal.class)
			.hasMessageContaining("order ended while starting")
			.hasMessageContaining("order.log");
	}

	@Test
	void theLogsOfEarlierStartsAreKept() throws Exception {
		this.system.commands().up();
		this.system.commands().restart("order");
		ProcessLog log = new ProcessLog(this.system.place, ORDER);
		assertThat(log.file()).content().contains("order begins");
		assertThat(log.file().resolveSibling("order.1.log")).content().contains("order begins");
	}

	private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
		new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
	}

}
