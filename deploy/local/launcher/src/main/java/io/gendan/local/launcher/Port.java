package io.gendan.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A TCP port of this machine: is it free, and if not, who has it. */
final class Port {

	private static final Path PROC = Path.of("/proc");

	private static final String LISTENING = "0A";

	private static final String LOOPBACK = "127.0.0.1";

	/** Milliseconds; on the own machine a refusal comes at once. */
	private static final int PATIENCE = 500;

	private Port() {
	}

	static boolean free(int port) {
		// Both: some systems let a second listener in beside one on another address.
		try (var any = new ServerSocket(port)) {
			any.getLocalPort();
		}
		catch (IOException ex) {
			return false;
		}
		try (var loopback = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
			return loopback.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Whether somebody listens. Unlike {@link #free} it takes the port from nobody, not
	 * even for an instant: the program it belongs to may just be starting. Only a refusal
	 * says that nobody does: one that is frozen has a full queue and answers nothing.
	 * @param port a port
	 * @return true unless connections are refused
	 */
	static boolean taken(int port) {
		try (var socket = new Socket()) {
			socket.connect(new InetSocketAddress(LOOPBACK, port), PATIENCE);
			return true;
		}
		catch (SocketTimeoutException ex) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Who listens, as far as this system and this user may know: Linux tells it of one's
	 * own processes.
	 * @param port a port
	 * @return the process
	 */
	static Optional<ProcessHandle> holder(int port) {
		Set<String> sockets = Stream.of("tcp", "tcp6")
			.flatMap((table) -> lines(PROC.resolve("net").resolve(table)))
			.map((line) -> line.strip().split("\\s+"))
			.filter((row) -> row.length > 9 && row[3].equals(LISTENING) && localPort(row[1]) == port)
			.map((row) -> "socket:[" + row[9] + "]")
			.collect(Collectors.toSet());
		return sockets.isEmpty() ? Optional.empty()
				: ProcessHandle.allProcesses().filter((process) -> holds(process.pid(), sockets)).findFirst();
	}

	private static int localPort(String address) {
		return HexFormat.fromHexDigits(address, address.indexOf(':') + 1, address.length());
	}

	private static boolean holds(long pid, Set<String> sockets) {
		try (Stream<Path> files = Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
			return files.anyMatch((file) -> sockets.contains(target(file)));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String target(Path link) {
		try {
			return Files.readSymbolicLink(link).toString();
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static Stream<String> lines(Path table) {
		try {
			return Files.readAllLines(table).stream().skip(1);
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

}
