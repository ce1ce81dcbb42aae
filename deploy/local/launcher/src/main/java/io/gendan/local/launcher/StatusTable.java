package io.gendan.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One line per program: process, port, health, resident memory, processor time. */
final class StatusTable {

	private final Settings settings;

	private final Processes processes;

	private final Health health;

	private final PrintStream out;

	StatusTable(Settings settings, PrintStream out) {
		this.settings = settings;
		this.processes = new Processes(settings.place());
		this.health = new Health(settings.place());
		this.out = out;
	}

	/**
	 * Prints it.
	 * @return whether everything that should be up is up
	 */
	boolean print() {
		this.out.printf("%-12s %8s %6s  %-9s %7s %6s%n", "process", "pid", "port", "health", "RSS MB", "CPU s");
		// All at once: a frozen one takes two seconds to tell from a slow one.
		List<Row> rows = Program.ALL.parallelStream().map(this::row).flatMap(Optional::stream).toList();
		rows.forEach((row) -> this.out.println(row.text()));
		return rows.stream().allMatch(Row::well);
	}

	private Optional<Row> row(Program program) {
		Place place = this.settings.place();
		Optional<ProcessHandle> process = this.processes.find(program);
		boolean wanted = this.settings.programs().contains(program);
		int port = place.ports().of(program);
		if (process.isPresent()) {
			boolean up = this.health.up(program);
			return Optional.of(new Row("%-12s %8d %6d  %-9s %7s %6d".formatted(program, process.get().pid(), port,
					up ? "up" : "not ready", resident(process.get()),
					process.get().info().totalCpuDuration().orElse(Duration.ZERO).toSeconds()), up));
		}
		if (wanted) {
			String holder = !Port.taken(port) ? ""
					: "; the port is taken" + Port.holder(port)
						.map((other) -> " by " + Starter.describe(other))
						.orElse(" by a process that is not of this system");
			return Optional.of(new Row("%-12s %8s %6d  %s".formatted(program, "-", port, "down" + holder), false));
		}
		Borrowed borrowed = new Borrowed(place, this.out);
		return switch (program.kind()) {
			case BROKER -> place.kafka().map((address) -> borrowed(program, address, borrowed.kafka(address)));
			case STORE -> place.store().map((address) -> borrowed(program, address, borrowed.store(address)));
			case EDGE, SERVICE -> Optional.empty();
		};
	}

	private static Row borrowed(Program program, Object address, String state) {
		return new Row("%-12s %8s %6s  %-9s at %s".formatted(program, "borrowed", "-", state, address),
				!state.equals("down"));
	}

	private static String resident(ProcessHandle process) {
		try {
			return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS"))
				.findFirst()
				.map((line) -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
				.orElse("-");
		}
		catch (IOException ex) {
			return "-";
		}
	}

	private record Row(String text, boolean well) {
	}

}
