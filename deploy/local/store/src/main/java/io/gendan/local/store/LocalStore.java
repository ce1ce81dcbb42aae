package io.gendan.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;

/**
 * An embedded document store on the loopback address that speaks MongoDB's wire protocol:
 * no sessions, no transactions, an index serves a query only when it is unique and the
 * query names exactly its keys.
 */
public final class LocalStore implements AutoCloseable {

	private final MongoServer server;

	private final int port;

	private LocalStore(MongoServer server, int port) {
		this.server = server;
		this.port = bind(port);
	}

	/**
	 * Starts a store that forgets everything on close.
	 * @param port the TCP port on 127.0.0.1, or 0 for a free one
	 * @return the running store
	 */
	public static LocalStore inMemory(int port) {
		return new LocalStore(new MongoServer(new MemoryEngine()), port);
	}

	/**
	 * Starts a store that keeps its data on disk. A write is on disk before it is
	 * acknowledged, so a killed process loses nothing it has confirmed.
	 * @param directory where the data file lives; created when missing
	 * @param port the TCP port on 127.0.0.1, or 0 for a free one
	 * @return the running store
	 * @throws UncheckedIOException if the directory cannot be used
	 */
	public static LocalStore onDisk(Path directory, int port) {
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new LocalStore(new MongoServer(DiskEngine.open(directory.resolve("gendan.mv.db"))), port);
	}

	/**
	 * Returns the address clients connect to.
	 * @return a connection string without a database, as in
	 * {@code mongodb://127.0.0.1:27017}
	 */
	public String uri() {
		return "mongodb://127.0.0.1:" + this.port;
	}

	/** Stops the store and closes its file. */
	@Override
	public void close() {
		this.server.shutdownNow();
	}

	private int bind(int wanted) {
		this.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1, 0);
		return this.server.getLocalAddress().getPort();
	}

}
