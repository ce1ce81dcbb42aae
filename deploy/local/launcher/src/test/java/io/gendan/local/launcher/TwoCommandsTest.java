package io.gendan.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two terminals, one system. */
class TwoCommandsTest {

	private static final Program ORDER = Program.SERVICES.getFirst();

	@TempDir
	private Path folder;

	private SmallSystem system;

	@BeforeEach
	void prepare() throws IOException {
		this.system = new SmallSystem(this.folder, Map.of());
	}

	@AfterEach
	void end() throws Exception {
		this.system.close();
	}

	@Test
	void upWaitsForWhatAnotherCommandRestarts() throws Exception {
		this.system.slow(ORDER, true);
		Terminal up = terminal("up");
		ProcessHandle first = awaitProcess(null);
		Terminal restart = terminal("restart", "order");
		ProcessHandle second = awaitProcess(first);
		this.system.slow(ORDER, false);
		assertThat(up.end()).as(up.printed()).isZero();
		assertThat(restart.end()).as(restart.printed()).isZero();
		assertThat(this.system.process(ORDER)).isEqualTo(second);
		assertThat(this.system.running()).isEqualTo(4);
	}

	@Test
	void twoRestartsOfOneProgramBothEndWell() throws Exception {
		this.system.commands().up();
		this.system.slow(ORDER, true);
		ProcessHandle before = this.system.process(ORDER);
		Terminal one = terminal("restart", "order");
		ProcessHandle first = awaitProcess(before);
		Terminal other = terminal("restart", "order");
		awaitProcess(first);
		this.system.slow(ORDER, false);
		assertThat(one.end()).as(one.printed()).isZero();
		assertThat(other.end()).as(other.printed()).isZero();
		assertThat(this.system.running()).isEqualTo(4);
	}

	@Test
	void upEndsSoonWithASentenceWhenDownTakesWhatItWaitsFor() throws Exception {
		this.system.slow(ORDER, true);
		Terminal up = terminal("up");
		awaitProcess(null);
		Terminal down = terminal("down");
		assertThat(down.end()).as(down.printed()).isZero();
		assertThat(up.end(Duration.ofSeconds(10))).isEqualTo(1);
		assertThat(up.printed()).contains("was stopped by another command while this one waited for it", "被另一条命令停止")
			.doesNotContain("ended while starting");
		assertThat(this.system.running()).isZero();
	}

	@Test
	void restartEndsSoonWithASentenceWhenDownTakesWhatItWaitsFor() throws Exception {
		this.system.commands().up();
		this.system.slow(ORDER, true);
		ProcessHandle before = this.system.process(ORDER);
		Terminal restart = terminal("restart", "order");
		awaitProcess(before);
		Terminal down = terminal("down");
		assertThat(down.end()).as(down.printed()).isZero();
		assertThat(restart.end(Duration.ofSeconds(10))).isEqualTo(1);
		assertThat(restart.printed()).contains("order was stopped by another command");
		assertThat(this.system.running()).isZero();
	}

	/** However they meet: what one has started the other only waits for. */
	@RepeatedTest(3)
	void twoUpsAtOnceStartEverythingOnce() throws Exception {
		Terminal one = terminal("up");
		Terminal other = terminal("up");
		assertThat(one.end()).as(one.printed()).isZero();
		assertThat(other.end()).as(other.printed()).isZero();
		assertThat(this.system.running()).isEqualTo(4);
	}

	@Test
	void whatDiesUnderTwoUpsIsStartedOnce() throws Exception {
		this.system.commands().up();
		ProcessHandle frozen = this.system.process(ORDER);
		new ProcessBuilder("/bin/sh", "-c", "kill -STOP " + frozen.pid()).start().waitFor();
		Terminal one = terminal("up");
		Terminal other = terminal("up");
		one.awaitPrinted("started []");
		other.awaitPrinted("started []");
		frozen.destroyForcibly();
		assertThat(one.end()).as(one.printed()).isZero();
		assertThat(other.end()).as(other.printed()).isZero();
		assertThat(this.system.running()).isEqualTo(4);
	}

	@Test
	void upClaimsNothingThatHasDiedMeanwhile() throws Exception {
		this.system.slow(ORDER, true);
		Terminal up = terminal("up");
		up.awaitPrinted("edge         up on port");
		this.system.process(Program.EDGE).destroyForcibly();
		this.system.slow(ORDER, false);
		assertThat(up.end()).isEqualTo(1);
		assertThat(up.printed()).contains("edge ended while starting").doesNotContain("everything is up");
	}

	@Test
	void downAndUpAtOnceEndWithAllOrNothing() throws Exception {
		this.system.commands().up();
		Terminal down = terminal("down");
		Terminal up = terminal("up");
		assertThat(down.end()).as(down.printed()).isZero();
		int status = up.end();
		assertThat(up.printed()).contains((status == 0) ? "up" : "ERROR: ");
		assertThat(this.system.running()).isIn(0L, 4L);
	}

	private Terminal terminal(String... command) throws IOException {
		return new Terminal(this.system.command(command));
	}

	private ProcessHandle awaitProcess(ProcessHandle before) {
		return Awaitility.await()
			.until(() -> this.system.processes.find(ORDER).filter((process) -> !process.equals(before)),
					(found) -> found.isPresent())
			.orElseThrow();
	}

	/** A command under way. */
	private static final class Terminal {

		private final Process process;

		private final StringBuffer printed = new StringBuffer();

		private final CompletableFuture<Void> reader;

		Terminal(Process process) {
			this.process = process;
			this.reader = CompletableFuture.runAsync(this::read, (task) -> Thread.ofVirtual().start(task));
		}

		private void read() {
			try (var lines = this.process.inputReader(StandardCharsets.UTF_8)) {
				lines.lines().forEach((line) -> this.printed.append(line).append('\n'));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		void awaitPrinted(String text) {
			Awaitility.await().until(() -> this.printed.toString().contains(text));
		}

		int end() {
			return end(Duration.ofSeconds(60));
		}

		int end(Duration patience) {
			Awaitility.await().atMost(patience).until(() -> !this.process.isAlive());
			this.reader.join();
			return this.process.exitValue();
		}

		String printed() {
			return this.printed.toString();
		}

	}

}
