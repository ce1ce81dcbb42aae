package io.gendan.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands in for every program of the system: answers what the launcher asks a broker, a
 * store or a Spring Boot application, and nothing else. A file named {@code NAME.broken}
 * in the home folder makes it end at once, {@code NAME.slow} holds it up before it
 * listens.
 */
public final class Pretender {

	private Pretender() {
	}

	public static void main(String[] arguments) throws IOException {
		String name = System.getProperty("gendan.process", "alone").replaceAll("@.*", "");
		System.out.println(name + " begins");
		if (Files.exists(Path.of("..", name + ".broken"))) {
			System.out.println(name + " is broken");
			System.exit(3);
		}
		while (Files.exists(Path.of("..", name + ".slow"))) {
			LockSupport.parkNanos(20_000_000);
		}
		boolean spring = arguments.length != 2;
		int port = Integer.parseInt(spring ? System.getenv("SERVER_PORT") : arguments[1]);
		if (spring) {
			int management = Integer.parseInt(System.getenv("MANAGEMENT_SERVER_PORT"));
			Thread.ofPlatform().start(() -> listen(management, true));
		}
		listen(port, spring);
	}

	private static void listen(int port, boolean spring) {
		try (var server = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
			while (true) {
				try (var client = server.accept()) {
					answer(client, spring);
				}
				catch (IOException ex) {
					System.out.println("gone: " + ex);
				}
			}
		}
		catch (IOException ex) {
			System.out.println("no port: " + ex);
			System.exit(1);
		}
	}

	private static void answer(Socket client, boolean spring) throws IOException {
		InputStream in = client.getInputStream();
		byte[] head = in.readNBytes(14);
		if (head.length < 14) {
			return;
		}
		if (spring) {
			in.readNBytes(in.available());
			client.getOutputStream()
				.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
					.getBytes(StandardCharsets.US_ASCII));
			return;
		}
		boolean kafka = ByteBuffer.wrap(head).getInt() == 10;
		if (kafka) {
			client.getOutputStream()
				.write(ByteBuffer.allocate(10).putInt(6).putInt(ByteBuffer.wrap(head).getInt(8)).array());
			return;
		}
		ByteBuffer question = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
		in.readNBytes(question.getInt(0) - head.length);
		client.getOutputStream()
			.write(ByteBuffer.allocate(16)
				.order(ByteOrder.LITTLE_ENDIAN)
				.putInt(16)
				.putInt(1)
				.putInt(question.getInt(4))
				.putInt(2013)
				.array());
	}

}
