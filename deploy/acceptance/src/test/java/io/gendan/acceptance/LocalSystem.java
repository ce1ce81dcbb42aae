package io.gendan.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The whole system on this machine, started by its own launcher in a folder and on ports
 * of its own, once for all tests.
 */
public final class LocalSystem {

	/** The six services, in the order of their ports. */
	public static final List<String> SERVICES = List.of("order", "review", "fulfillment", "logistics", "billing",
			"aftersales");

	private static final int PORT_BASE = 19380;

	/** How far the port of the actuator lies behind that of the API. */
	private static final int MANAGEMENT = 20;

	private static final int TWIN = PORT_BASE + 50;

	private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("gendan.root"))).normalize();

	private static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("gendan.home")));

	private static final LocalSystem INSTANCE = new LocalSystem();

	private boolean up;

	private LocalSystem() {
	}

	/**
	 * The running system.
	 * @return started if it was not
	 */
	public static synchronized LocalSystem running() {
		if (!INSTANCE.up) {
			INSTANCE.must("reset", "--yes");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> INSTANCE.run("down")));
			INSTANCE.must("up");
			INSTANCE.up = true;
		}
		return INSTANCE;
	}

	public Gateway gateway() {
		return new Gateway("http://localhost:" + PORT_BASE);
	}

	/**
	 * Where a process listens.
	 * @param name {@code edge}, or the name of a service
	 * @return its address
	 */
	public URI address(String name) {
		int port = name.equals("edge") ? PORT_BASE : PORT_BASE + 1 + SERVICES.indexOf(name);
		return URI.create("http://localhost:" + port);
	}

	/**
	 * What a service tells whoever watches over it.
	 * @param service its name
	 * @return its metrics as text, empty when it does not answer
	 */
	public String metrics(String service) {
		return metrics(address(service).getPort() + MANAGEMENT);
	}

	/**
	 * What the second instance tells.
	 * @return its metrics as text, empty when it does not answer
	 */
	String twinMetrics() {
		return metrics(TWIN + 1);
	}

	private static String metrics(int port) {
		URI address = URI.create("http://localhost:%d/actuator/prometheus".formatted(port));
		try (InputStream metrics = address.toURL().openStream()) {
			return new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	public String kafka() {
		return "127.0.0.1:" + (PORT_BASE + 12);
	}

	/**
	 * Starts the system anew.
	 * @return seconds until everything was healthy
	 */
	double startAnew() {
		must("down");
		long start = System.nanoTime();
		must("up");
		return (System.nanoTime() - start) / 1e9;
	}

	/**
	 * Runs a command of {@code deploy/local} to its end.
	 * @param command name of the command
	 * @param arguments its arguments
	 * @return exit code and what it printed
	 */
	public Outcome run(String command, String... arguments) {
		try {
			Process process = start(command, arguments);
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Outcome(process.waitFor(), output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void must(String command, String... arguments) {
		Outcome outcome = run(command, arguments);
		if (outcome.exit() != 0) {
			throw new IllegalStateException(command + " ended with " + outcome.exit() + ":\n" + outcome.output());
		}
	}

	/**
	 * Starts a command of {@code deploy/local}.
	 * @param command name of the command
	 * @param arguments its arguments
	 * @return the process; standard error is joined to its output
	 */
	public Process start(String command, String... arguments) {
		List<String> line = new ArrayList<>();
		line.add(ROOT.resolve("deploy/local/" + command).toString());
		line.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.put("GENDAN_HOME", HOME.toString());
		environment.put("GENDAN_PORT_BASE", Integer.toString(PORT_BASE));
		// A start-up cache takes longer to make than a test run can win back with it.
		environment.put("GENDAN_AOT", System.getProperty("gendan.aot", "off"));
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Kills a process without a warning.
	 * @param name such as {@code order} or {@code broker}
	 */
	public void kill(String name) {
		ProcessHandle process = process(name);
		if (!process.destroyForcibly()) {
			throw new IllegalStateException(name + " could not be killed");
		}
		process.onExit().join();
	}

	/**
	 * Starts a second instance of a service, called like the first but for its ports.
	 * @param service its name
	 * @return the process, not ready yet; nobody else stops it
	 */
	Process twin(String service) {
		Path first = Path.of("/proc", Long.toString(process(service).pid()));
		ProcessBuilder builder = new ProcessBuilder(
				words(first.resolve("cmdline")).filter((word) -> !word.startsWith("-Dgendan.process=")).toList())
			.redirectErrorStream(true)
			.redirectOutput(file("run/logs/" + service + "-twin.log").toFile());
		Map<String, String> environment = builder.environment();
		environment.clear();
		words(first.resolve("environ")).map((variable) -> variable.split("=", 2))
			.forEach((variable) -> environment.put(variable[0], variable[1]));
		environment.put("SERVER_PORT", Integer.toString(TWIN));
		environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(TWIN + 1));
		try {
			Process twin = builder.start();
			Runtime.getRuntime().addShutdownHook(new Thread(twin::destroyForcibly));
			return twin;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> words(Path file) {
		try {
			return Stream.of(Files.readString(file).split("\0"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the second instance listens.
	 * @return its address
	 */
	URI twinAddress() {
		return URI.create("http://localhost:" + TWIN);
	}

	public ProcessHandle process(String name) {
		Path file = HOME.resolve("run").resolve(name + ".pid");
		try {
			long pid = Long.parseLong(Files.readString(file).strip());
			return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(name + " does not run"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Path file(String name) {
		return HOME.resolve(name);
	}

	/**
	 * How a command ended.
	 *
	 * @param exit exit code
	 * @param output what it printed
	 */
	public record Outcome(int exit, String output) {
	}

}
