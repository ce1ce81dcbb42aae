package io.gendan.local.launcher;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Asks a question that only a process which really works can answer: the port of one that
 * is frozen still takes connections. Nobody waits longer than two seconds for an answer.
 */
final class Probe {

	private static final int PATIENCE = 2000;

	private static final int MAGIC = 4711;

	private Probe() {
	}

	/**
	 * Whether a page is there.
	 * @param port a port of 127.0.0.1
	 * @param path path of the page
	 * @return true for the status 200
	 */
	static boolean http(int port, String path) {
		try {
			var request = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
			request.setConnectTimeout(PATIENCE);
			request.setReadTimeout(PATIENCE);
			try {
				return request.getResponseCode() == HttpURLConnection.HTTP_OK;
			}
			finally {
				request.disconnect();
			}
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Whether a Kafka broker answers: it is asked which requests it knows, which needs no
	 * login.
	 * @param address a listener without TLS
	 * @return true if it does
	 */
	static boolean kafka(HostPort address) {
		byte[] apiVersions = ByteBuffer.allocate(14)
			.putInt(10)
			.putShort((short) 18)
			.putShort((short) 0)
			.putInt(MAGIC)
			.putShort((short) -1)
			.array();
		return answer(address, apiVersions, 8).getInt(4) == MAGIC;
	}

	/**
	 * Whether a document store answers MongoDB's first question, which needs no login.
	 * @param address a port without TLS
	 * @return true if it does
	 */
	static boolean mongo(HostPort address) {
		byte[] command = "isMaster".getBytes(StandardCharsets.US_ASCII);
		ByteBuffer document = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(0);
		document.put((byte) 0x10).put(command).put((byte) 0).putInt(1);
		document.put((byte) 0x02).put("$db".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
		document.putInt(6).put("admin".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) 0);
		document.flip();
		document.putInt(0, document.limit());
		int length = 16 + 4 + 1 + document.limit();
		ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		message.putInt(length).putInt(MAGIC).putInt(0).putInt(2013).putInt(0).put((byte) 0).put(document);
		return answer(address, message.array(), 16).order(ByteOrder.LITTLE_ENDIAN).getInt(8) == MAGIC;
	}

	/**
	 * Whether anything takes connections.
	 * @param address host and port
	 * @return true if it does
	 */
	static boolean port(HostPort address) {
		try (var socket = new Socket()) {
			socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** The first bytes of the answer, all zero when there is none. */
	private static ByteBuffer answer(HostPort address, byte[] question, int length) {
		byte[] answer = new byte[length];
		try (var socket = new Socket()) {
			socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE);
			socket.setSoTimeout(PATIENCE);
			socket.getOutputStream().write(question);
			new DataInputStream(socket.getInputStream()).readFully(answer);
			return ByteBuffer.wrap(answer);
		}
		catch (IOException ex) {
			return ByteBuffer.allocate(length);
		}
	}

}
