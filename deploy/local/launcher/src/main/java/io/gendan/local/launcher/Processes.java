package io.gendan.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of one system. A process is known by its number and the instant of its
 * start, kept in two run files, and by the marker in its command line; either of the two
 * is enough. So a foreign process that has got the number of an old one is never taken
 * for ours, one that is just dying (it has no command line any more, but still its port)
 * is not taken for gone, and a clock that was set or a run file that was lost hides
 * nothing.
 */
final class Processes {

	/** What the start instant may differ by: some systems compute it from a clock. */
	private static final Duration TOLERANCE = Duration.ofSeconds(2);

	private final Place place;

	Processes(Place place) {
		this.place = place;
	}

	/**
	 * The process of a program.
	 * @param program a program
	 * @return empty if it has none, or only one that has ended
	 */
	Optional<ProcessHandle> find(Program program) {
		return recorded(program).filter((process) -> !ended(process)).or(() -> marked(program));
	}

	/**
	 * Those without a process.
	 * @param programs some programs
	 * @return in the same order
	 */
	List<Program> missing(Collection<Program> programs) {
		return programs.stream().filter((program) -> find(program).isEmpty()).toList();
	}

	/**
	 * Writes down which process it is. The file {@code NAME.pid} holds the number alone,
	 * for people and tools.
	 * @param program a program
	 * @param process its process
	 */
	void record(Program program, ProcessHandle process) throws IOException {
		Files.createDirectories(this.place.run());
		write(program, "start", process.info().startInstant().map(Instant::toString).orElse("unknown"));
		write(program, "pid", Long.toString(process.pid()));
	}

	/**
	 * Whether nobody has ended its last process on purpose.
	 * @param program a program
	 * @return true from its start until a command has stopped it, also when the process
	 * has ended by itself
	 */
	boolean isRecorded(Program program) {
		return Files.exists(file(program, "pid"));
	}

	/**
	 * Deletes the run files.
	 * @param program a program whose process has ended
	 */
	void forget(Program program) throws IOException {
		Files.deleteIfExists(file(program, "pid"));
		Files.deleteIfExists(file(program, "start"));
	}

	/**
	 * Whether a process has ended for good: it is not there any more, or all that is left
	 * of it is its exit status, which nobody has asked for. A process whose first thread
	 * has ended while others still run has not ended: it may still hold its port.
	 * @param process a process
	 * @return true if nothing of it runs
	 */
	static boolean ended(ProcessHandle process) {
		if (!process.isAlive()) {
			return true;
		}
		Path proc = Path.of("/proc", Long.toString(process.pid()));
		try (Stream<Path> threads = Files.list(proc.resolve("task"))) {
			String status = Files.readString(proc.resolve("stat"));
			char state = status.charAt(status.lastIndexOf(')') + 2);
			return (state == 'Z' || state == 'X') && threads.count() <= 1;
		}
		catch (IOException | java.io.UncheckedIOException ex) {
			// No /proc here, or it went in between.
			return !process.isAlive();
		}
	}

	private Optional<ProcessHandle> recorded(Program program) {
		return read(program, "pid").filter((text) -> text.matches("\\d{1,18}"))
			.flatMap((text) -> ProcessHandle.of(Long.parseLong(text)))
			.filter((process) -> startedAsRecorded(program, process) || hasMarker(program, process));
	}

	private boolean startedAsRecorded(Program program, ProcessHandle process) {
		Optional<Instant> recorded = read(program, "start").filter((text) -> !text.equals("unknown"))
			.map(Instant::parse);
		Optional<Instant> actual = process.info().startInstant();
		return recorded.isPresent() && actual.isPresent()
				&& Duration.between(recorded.get(), actual.get()).abs().compareTo(TOLERANCE) <= 0;
	}

	private Optional<ProcessHandle> marked(Program program) {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.pid() != ProcessHandle.current().pid())
			.filter((process) -> hasMarker(program, process) && !ended(process))
			.findFirst();
	}

	private boolean hasMarker(Program program, ProcessHandle process) {
		return process.info()
			.commandLine()
			.filter((line) -> (line + " ").contains(this.place.marker(program) + " "))
			.isPresent();
	}

	private Optional<String> read(Program program, String kind) {
		try {
			return Optional.of(Files.readString(file(program, kind)).strip());
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/** In one step, so that no reader ever sees half of it. */
	private void write(Program program, String kind, String text) throws IOException {
		Path file = file(program, kind);
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		Files.writeString(fresh, text + "\n");
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private Path file(Program program, String kind) {
		return this.place.run().resolve(program + "." + kind);
	}

}
