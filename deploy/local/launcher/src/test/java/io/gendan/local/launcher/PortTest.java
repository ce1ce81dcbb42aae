package io.gendan.local.launcher;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortTest {

	@Test
	void aListenerThatAnswersNobodyHasItsPort() throws Exception {
		List<Socket> waiting = new ArrayList<>();
		try (var frozen = new ServerSocket(0, 1)) {
			fill(frozen.getLocalPort(), waiting);
			assertThat(Port.taken(frozen.getLocalPort())).isTrue();
			assertThat(Port.free(frozen.getLocalPort())).isFalse();
		}
		finally {
			for (Socket socket : waiting) {
				socket.close();
			}
		}
	}

	@Test
	void aPortWithoutListenerIsFree() throws Exception {
		int port;
		try (var gone = new ServerSocket(0)) {
			port = gone.getLocalPort();
		}
		assertThat(Port.taken(port)).isFalse();
	}

	/** Until the queue of the listener is full and the next one is not answered. */
	private static void fill(int port, List<Socket> waiting) throws Exception {
		for (int i = 0; i < 100; i++) {
			Socket socket = new Socket();
			waiting.add(socket);
			try {
				socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
			}
			catch (SocketTimeoutException ex) {
				return;
			}
		}
		throw new AssertionError("the queue takes everything");
	}

}
