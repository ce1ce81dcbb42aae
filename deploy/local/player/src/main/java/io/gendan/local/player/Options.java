package io.gendan.local.player;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param file order file, null for the sample that comes with the player
 * @param mapping column mapping: a file, or the name of one that comes with the player
 * @param report where to write the report as JSON, null for nowhere
 * @param seed decides the small things: which check fails, who pays in two parts
 * @param pace how many orders a second are approved, 0 for no limit
 * @param atOnce how many orders a person handles in one request at the most, 1 for one by
 * one
 * @param gateway address of the gateway
 * @param kafka bootstrap servers
 * @param metrics where order-service tells its metrics
 * @param run folder with the pid files of the running system, null when unknown
 */
record Options(@Nullable Path file, String mapping, @Nullable Path report, long seed, double pace, int atOnce,
		URI gateway, String kafka, URI metrics, @Nullable Path run) {

	static final String USAGE = "play [FILE.csv] [--mapping MAPPING] [--report REPORT.json] [--seed N] [--pace ORDERS-PER-SECOND] [--at-once ORDERS]";

	private static final int MOST_AT_ONCE = 500;

	private static final Set<String> KNOWN = Set.of("--mapping", "--report", "--seed", "--pace", "--at-once",
			"--gateway", "--kafka", "--metrics", "--run");

	static Options parse(String... arguments) {
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < arguments.length; i++) {
			String argument = arguments[i];
			if (KNOWN.contains(argument) && i + 1 < arguments.length) {
				values.put(argument, arguments[++i]);
			}
			else if (argument.startsWith("--") || values.putIfAbsent("file", argument) != null) {
				throw new IllegalArgumentException("'%s' is not understood. %s".formatted(argument, USAGE));
			}
		}
		Path file = path(values.get("file"));
		String fitting = (file == null) ? "sample" : "online-retail";
		return new Options(file, Objects.requireNonNull(values.getOrDefault("--mapping", fitting)),
				path(values.get("--report")), seed(values.getOrDefault("--seed", "1")),
				pace(values.getOrDefault("--pace", "0")), atOnce(values.getOrDefault("--at-once", "100")),
				URI.create(values.getOrDefault("--gateway", "http://localhost:8080")),
				Objects.requireNonNull(values.getOrDefault("--kafka", "127.0.0.1:9092")),
				URI.create(values.getOrDefault("--metrics", "http://127.0.0.1:8101/actuator/prometheus")),
				path(values.get("--run")));
	}

	private static @Nullable Path path(@Nullable String text) {
		return (text != null) ? Path.of(text) : null;
	}

	private static double pace(String text) {
		try {
			double pace = Double.parseDouble(text);
			if (pace >= 0 && pace < 1e6) {
				return pace;
			}
		}
		catch (NumberFormatException ex) {
			// Told below, together with numbers that make no pace.
		}
		throw new IllegalArgumentException("--pace takes orders per second, such as 4.5, not '%s'".formatted(text));
	}

	private static int atOnce(String text) {
		if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MOST_AT_ONCE) {
			return Integer.parseInt(text);
		}
		throw new IllegalArgumentException("--at-once takes a number from 1 to 500, not '%s'".formatted(text));
	}

	private static long seed(String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("--seed takes a whole number, not '%s'".formatted(text), ex);
		}
	}

}
