package io.gendan.webserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are and reads what comes back until the server closes. */
record RawRequest(String bytes) {

	static RawRequest get(String address) {
		return new RawRequest("GET %s HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n".formatted(address));
	}

	Reply to(int port) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(this.bytes.getBytes(StandardCharsets.ISO_8859_1));
			String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int end = reply.indexOf("\r\n\r\n");
			return new Reply(Integer.parseInt(reply.substring(9, 12)), reply.substring(0, end),
					reply.substring(end + 4));
		}
	}

	record Reply(int status, String head, String body) {
	}

}
