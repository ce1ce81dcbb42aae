package io.gendan.local.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;

/**
 * A repository of which everything is built, with a {@link Pretender} in the place of
 * every program, on ports of its own: broker, store, edge and the order service.
 */
final class SmallSystem implements AutoCloseable {

	final Settings settings;

	final Place place;

	final Processes processes;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	SmallSystem(Path root, Map<String, String> variables) throws IOException {
		Map<String, String> all = new HashMap<>(Map.of("GENDAN_AOT", "off", "GENDAN_SERVICES", "order",
				"GENDAN_PORT_BASE", Integer.toString(freeBase()), "GENDAN_PATIENCE", "30"));
		all.putAll(variables);
		build(root);
		this.settings = Settings.of(root.toRealPath(), all);
		this.place = this.settings.place();
		this.processes = new Processes(this.place);
	}

	LocalCommands commands() {
		return new LocalCommands(this.settings, out());
	}

	PrintStream out() {
		return new PrintStream(this.printed, true, StandardCharsets.UTF_8);
	}

	String printed() {
		return this.printed.toString(StandardCharsets.UTF_8);
	}

	ProcessHandle process(Program program) {
		return this.processes.find(program).orElseThrow();
	}

	void breakProgram(Program program) throws IOException {
		Files.writeString(this.place.home().resolve(program + ".broken"), "");
	}

	void slow(Program program, boolean slow) throws IOException {
		Path file = this.place.home().resolve(program + ".slow");
		if (slow) {
			Files.writeString(file, "");
		}
		else {
			Files.delete(file);
		}
	}

	/**
	 * Starts a command in a process of its own, as a second terminal would.
	 * @param arguments command and its arguments
	 * @return the command; standard error is joined to its output
	 */
	Process command(String... arguments) throws IOException {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
				"-Dgendan.root=" + this.settings.root(), "-cp", "target/classes", Launcher.class.getName()));
		line.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
		builder.environment().putAll(this.settings.variables());
		return builder.start();
	}

	/** Everything with the marker of this system, whatever the run files say. */
	long running() {
		return ProcessHandle.allProcesses()
			.filter((process) -> process.info().commandLine().orElse("").contains("@" + this.place.home() + " "))
			.filter((process) -> !Processes.ended(process))
			.count();
	}

	@Override
	public void close() throws IOException, InterruptedException {
		new Stopper(this.place, out()).stop(Program.ALL, java.time.Duration.ZERO);
	}

	static int freeBase() {
		return IntStream.iterate(41_000 + 30 * (int) (ProcessHandle.current().pid() % 200), (base) -> base + 30)
			.filter((base) -> Ports.from(base).free())
			.findFirst()
			.orElseThrow();
	}

	private static void build(Path root) throws IOException {
		Files.writeString(root.resolve("pom.xml"), "<project/>");
		for (Program program : List.of(Program.BROKER, Program.STORE, Program.EDGE, Program.SERVICES.getFirst())) {
			Path target = Files.createDirectories(root.resolve(program.module()).resolve("target"));
			jar(target.resolve("gendan-" + program + "-7.3" + (program.springBoot() ? ".jar" : "-exec.jar")));
			Path app = Files.createDirectories(root.resolve("deploy/local/run/app").resolve(program.name()));
			Files.createDirectories(app.resolve("lib"));
			Files.writeString(app.resolve("main"), Pretender.class.getName());
			jar(app.resolve("app.jar"));
			Files.writeString(app.resolve("unpacked"), "");
		}
	}

	private static void jar(Path file) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Pretender.class.getName());
		String name = Pretender.class.getName().replace('.', '/') + ".class";
		try (OutputStream out = Files.newOutputStream(file);
				JarOutputStream jar = new JarOutputStream(out, manifest);
				InputStream pretender = Pretender.class.getResourceAsStream("/" + name)) {
			jar.putNextEntry(new JarEntry(name));
			pretender.transferTo(jar);
		}
	}

}
