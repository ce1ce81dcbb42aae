package io.gendan.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Two different ports of the loopback address that nobody listens on. */
record FreePorts(int broker, int controller) {

	static FreePorts choose() {
		var loopback = InetAddress.getLoopbackAddress();
		try (var first = new ServerSocket(0, 1, loopback); var second = new ServerSocket(0, 1, loopback)) {
			return new FreePorts(first.getLocalPort(), second.getLocalPort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
