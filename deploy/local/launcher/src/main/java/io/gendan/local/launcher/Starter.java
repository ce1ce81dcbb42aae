package io.gendan.local.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Starts the processes of one system and waits until they are healthy. */
final class Starter {

	/** How long the port of a process that has just ended may stay taken. */
	private static final Duration PORT_PATIENCE = Duration.ofSeconds(5);

	private static final int LAST_LINES = 25;

	private final Place place;

	private final Launch launch;

	private final Processes processes;

	private final Predicate<Program> healthy;

	private final PrintStream out;

	Starter(Place place, Launch launch, Predicate<Program> healthy, PrintStream out) {
		this.place = place;
		this.launch = launch;
		this.processes = new Processes(place);
		this.healthy = healthy;
		this.out = out;
	}

	/**
	 * Waits a moment for the ports of programs that have no process.
	 * @param programs the programs; another command may start them meanwhile
	 * @throws Refusal if one stays taken
	 */
	void awaitPorts(Collection<Program> programs) throws InterruptedException {
		for (Program program : programs) {
			awaitPorts(program, (port) -> !Port.taken(port) || this.processes.find(program).isPresent());
		}
	}

	private void awaitPorts(Program program, IntPredicate free) throws InterruptedException {
		Instant deadline = Instant.now().plus(PORT_PATIENCE);
		for (int port : this.place.ports().all(program)) {
			while (!free.test(port)) {
				if (Instant.now().isAfter(deadline)) {
					throw taken(program, port);
				}
				Thread.sleep(100);
			}
		}
	}

	private static Refusal taken(Program program, int port) {
		String holder = Port.holder(port).map(Starter::describe).orElse("");
		return new Refusal(
				"port %d for %s is taken%s; stop that, or set GENDAN_PORT_BASE".formatted(port, program,
						holder.isEmpty() ? "" : " by " + holder),
				"%s 需要的端口 %d 已被占用%s；请停止占用者，或设置 GENDAN_PORT_BASE".formatted(program, port,
						holder.isEmpty() ? "" : "：" + holder));
	}

	static String describe(ProcessHandle process) {
		return process.info().command().map((path) -> new File(path).getName() + ", ").orElse("") + "process "
				+ process.pid();
	}

	/**
	 * Starts a program that has no process. The caller holds the place.
	 * @param program a program whose application is unpacked
	 * @param record whether a new start-up cache is made when the process ends
	 */
	void start(Program program, boolean record) throws IOException, InterruptedException {
		awaitPorts(program, Port::free);
		Files.createDirectories(this.place.data());
		HouseKeyFile.ensure(this.place);
		File log = new ProcessLog(this.place, program).next().toFile();
		// The terminal's Ctrl-C and its end are none of the process's business.
		List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "gendan"));
		command.addAll(this.launch.command(program, record));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.place.run().toFile())
			.redirectInput(new File("/dev/null"))
			.redirectErrorStream(true)
			.redirectOutput(log);
		builder.environment().putAll(this.launch.environment(program));
		this.processes.record(program, builder.start().toHandle());
	}

	/**
	 * Waits until all are healthy at the same time. A program that had a process when the
	 * command began may just have been dying: when its process ends, it is started anew,
	 * once. One that another command restarts is waited for.
	 * @param programs what must be healthy
	 * @param before those of them that this command has not started itself
	 * @param patience how long
	 * @throws Refusal if one ends, is stopped by another command, or is not healthy in
	 * time
	 */
	void await(Collection<Program> programs, Collection<Program> before, Duration patience)
			throws IOException, InterruptedException {
		Instant deadline = Instant.now().plus(patience);
		Set<Program> waiting = new LinkedHashSet<>(programs);
		Set<Program> mayEnd = new LinkedHashSet<>(before);
		while (true) {
			for (Program program : List.copyOf(waiting)) {
				if (this.processes.find(program).isEmpty()) {
					replace(program, mayEnd);
				}
				else if (this.healthy.test(program) && this.processes.find(program).isPresent()) {
					this.out.printf("  %-12s up on port %d%n", program, this.place.ports().of(program));
					waiting.remove(program);
				}
				else if (Instant.now().isAfter(deadline)) {
					throw why(program, "is not ready in time", "未能按时就绪");
				}
			}
			if (waiting.isEmpty() && !waiting.addAll(gone(programs))) {
				return;
			}
			Thread.sleep(200);
		}
	}

	/** Those that have ended since they were found healthy. */
	private List<Program> gone(Collection<Program> programs) throws IOException, InterruptedException {
		try (Hold hold = Hold.of(this.place.run(), this.out)) {
			return this.processes.missing(programs);
		}
	}

	/** With the place held no other command is between an end and a start. */
	private void replace(Program program, Set<Program> mayEnd) throws IOException, InterruptedException {
		try (Hold hold = Hold.of(this.place.run(), this.out)) {
			if (this.processes.find(program).isPresent()) {
				return;
			}
			if (!this.processes.isRecorded(program)) {
				throw new Refusal("%s was stopped by another command while this one waited for it".formatted(program),
						"等待 %s 就绪期间，它被另一条命令停止".formatted(program));
			}
			if (!mayEnd.remove(program)) {
				throw why(program, "ended while starting", "启动失败");
			}
			this.out.printf("  %-12s was just ending, starting it anew / 刚刚结束，正在重新启动%n", program);
			start(program, false);
		}
	}

	private Refusal why(Program program, String english, String chinese) throws IOException {
		ProcessLog log = new ProcessLog(this.place, program);
		if (Files.exists(log.file())) {
			System.err.println("--- last lines of " + log.file());
			log.tail(LAST_LINES, System.err);
		}
		return new Refusal("%s %s, see above; the whole log: %s".formatted(program, english, log.file()),
				"%s %s，请查看上方日志；完整日志：%s".formatted(program, chinese, log.file()));
	}

}
