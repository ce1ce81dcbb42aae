package io.gendan.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends the processes of one system: first by asking, then by force, and says which. What
 * others need ends last.
 */
final class Stopper {

	/**
	 * The whole takes at most half a minute, and what one group leaves is the next one's.
	 * A service ends itself after 25 s, however much is away.
	 */
	private static final List<Group> ORDER = List.of(new Group(Program.SERVICES, Duration.ofMillis(25_500)),
			new Group(List.of(Program.EDGE), Duration.ofMillis(26_500)),
			new Group(List.of(Program.STORE), Duration.ofSeconds(28)),
			new Group(List.of(Program.BROKER), Duration.ofSeconds(29)));

	/** A killed process with much memory is not gone at once. */
	private static final Duration BURIAL = Duration.ofSeconds(5);

	private final Processes processes;

	private final PrintStream out;

	Stopper(Place place, PrintStream out) {
		this.processes = new Processes(place);
		this.out = out;
	}

	/**
	 * Ends everything of the system, also what the present settings leave out.
	 * @return true if nothing of it runs any more
	 */
	boolean stopAll() throws IOException, InterruptedException {
		Instant start = Instant.now();
		boolean all = true;
		for (Group group : ORDER) {
			Duration left = group.until().minus(Duration.between(start, Instant.now()));
			all &= stop(group.programs(), left);
		}
		return all;
	}

	/**
	 * Ends some programs at once.
	 * @param programs the programs
	 * @param patience how long they may take before they are killed
	 * @return true if none of them runs any more
	 */
	boolean stop(Collection<Program> programs, Duration patience) throws IOException, InterruptedException {
		Map<Program, ProcessHandle> alive = new LinkedHashMap<>();
		for (Program program : programs) {
			Optional<ProcessHandle> process = this.processes.find(program);
			if (process.isPresent()) {
				alive.put(program, process.get());
				process.get().destroy();
			}
			else {
				this.processes.forget(program);
			}
		}
		Instant asked = Instant.now();
		awaitEnd(alive, patience, "ended");
		alive.forEach((program, process) -> {
			this.out.printf("  %-12s has not ended by itself after %d s, killing it / 未能自行结束，强制终止%n", program,
					Duration.between(asked, Instant.now()).toSeconds());
			kill(process);
		});
		awaitEnd(alive, BURIAL, "killed");
		alive.forEach((program, process) -> this.out.printf("  %-12s still runs (process %d) / 仍在运行%n", program,
				process.pid()));
		return alive.isEmpty();
	}

	private void awaitEnd(Map<Program, ProcessHandle> alive, Duration patience, String how)
			throws IOException, InterruptedException {
		Instant deadline = Instant.now().plus(patience);
		while (true) {
			for (Map.Entry<Program, ProcessHandle> each : List.copyOf(alive.entrySet())) {
				if (Processes.ended(each.getValue())) {
					alive.remove(each.getKey());
					this.processes.forget(each.getKey());
					this.out.printf("  %-12s %s%n", each.getKey(), how);
				}
			}
			if (alive.isEmpty() || Instant.now().isAfter(deadline)) {
				return;
			}
			Thread.sleep(50);
		}
	}

	/** With its children: a JVM that writes its start-up cache has one. */
	private static void kill(ProcessHandle process) {
		Stream.concat(process.descendants().toList().stream(), Stream.of(process))
			.forEach(ProcessHandle::destroyForcibly);
	}

	private record Group(List<Program> programs, Duration until) {
	}

}
