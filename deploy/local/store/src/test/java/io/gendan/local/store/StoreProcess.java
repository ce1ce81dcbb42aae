package io.gendan.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A store as a process of its own, on a port that stays the same over its lives. */
final class StoreProcess implements AutoCloseable {

	private final Path directory;

	private final List<String> before;

	private final int port = freePort();

	private Process process;

	StoreProcess(Path directory, String... before) {
		this.directory = directory;
		this.before = List.of(before);
		this.process = start();
	}

	String uri() {
		return "mongodb://127.0.0.1:" + this.port + "/?serverSelectionTimeoutMS=15000&retryWrites=false";
	}

	/** What it has told so far. */
	String log() {
		try {
			return Files.readString(this.directory.resolve("log"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	void startAgain() {
		kill();
		this.process = start();
	}

	@Override
	public void close() {
		kill();
	}

	private Process start() {
		var command = new ArrayList<>(this.before);
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
				System.getProperty("java.class.path"), LocalStore.class.getName(), this.directory.toString(),
				Integer.toString(this.port)));
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(this.directory.resolve("log").toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
