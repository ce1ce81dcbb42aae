package io.gendan.local.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Other programs, run to their end. */
final class Commands {

	private Commands() {
	}

	/**
	 * Runs a program whose output nobody needs unless it fails.
	 * @param folder where it runs
	 * @param command command and arguments
	 * @throws Refusal if it ends with anything but 0
	 */
	static void run(Path folder, List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int status = process.waitFor();
		if (status != 0) {
			throw new Refusal("%s ended with status %d:%n%s".formatted(command, status, output),
					"命令以状态 %d 结束，请查看上方输出".formatted(status));
		}
	}

	/**
	 * Runs a program that has the terminal for itself; it ends with this one.
	 * @param folder where it runs
	 * @param command command and arguments
	 * @return its exit status
	 */
	static int attached(Path folder, List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
		// Maven runs on the JDK it always runs on, and builds with this one.
		builder.environment().put("JAVA25_HOME", System.getProperty("java.home"));
		if (!onPath("java")) {
			builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
		}
		Process process = builder.start();
		Thread end = new Thread(process::destroy);
		Runtime.getRuntime().addShutdownHook(end);
		int status = process.waitFor();
		try {
			Runtime.getRuntime().removeShutdownHook(end);
		}
		catch (IllegalStateException ex) {
			// This one is ending already.
			return status;
		}
		return status;
	}

	/**
	 * Whether a command can be called by its name.
	 * @param command its name, or a path
	 * @return true if it is there and may be run
	 */
	static boolean onPath(String command) {
		return command.contains("/") ? Files.isExecutable(Path.of(command))
				: Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
					.anyMatch((folder) -> Files.isExecutable(Path.of(folder, command)));
	}

}
