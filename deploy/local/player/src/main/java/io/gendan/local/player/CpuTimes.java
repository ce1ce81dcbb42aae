package io.gendan.local.player;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** CPU seconds of the running processes, found by their pid files. */
final class CpuTimes {

	private static final double MILLIS = 1000.0;

	private final @Nullable Path run;

	private final Map<String, Double> before;

	CpuTimes(@Nullable Path run) throws IOException {
		this.run = run;
		this.before = read();
	}

	/**
	 * What each process has used since this was made.
	 * @return process name to seconds; a process that was started anew counts from its
	 * start
	 */
	Map<String, Double> used() throws IOException {
		Map<String, Double> used = new TreeMap<>();
		read().forEach((name, seconds) -> {
			double earlier = this.before.getOrDefault(name, 0.0);
			used.put(name, Math.round(100 * ((seconds >= earlier) ? seconds - earlier : seconds)) / 100.0);
		});
		return used;
	}

	private Map<String, Double> read() throws IOException {
		Map<String, Double> times = new TreeMap<>();
		times.put("player", seconds(ProcessHandle.current()));
		if (this.run != null && Files.isDirectory(this.run)) {
			try (Stream<Path> files = Files.list(this.run)) {
				for (Path file : files.filter((path) -> path.toString().endsWith(".pid")).toList()) {
					String name = file.getFileName().toString().replace(".pid", "");
					long pid = Long.parseLong(Files.readString(file).strip());
					ProcessHandle.of(pid).ifPresent((process) -> times.put(name, seconds(process)));
				}
			}
		}
		return times;
	}

	private static double seconds(ProcessHandle process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / MILLIS;
	}

}
