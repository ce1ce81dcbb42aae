package io.gendan.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import de.bwaldvogel.mongo.MongoServer;

/**
 * A document store on 127.0.0.1 that speaks MongoDB's wire protocol, in memory or in a
 * file. In a file, a write that was acknowledged is there again after the process was
 * killed.
 */
public final class LocalStore implements AutoCloseable {

	private static final int CONNECTION_THREADS = 8;

	private final MongoServer server;

	private final int port;

	private LocalStore(DocumentFile file, int port) {
		this.server = new MongoServer(new DurableBackend(file));
		this.server.bind(new InetSocketAddress("127.0.0.1", port), 1, CONNECTION_THREADS);
		this.port = this.server.getLocalAddress().getPort();
	}

	/**
	 * Starts a store that forgets everything when it is closed.
	 * @param port the port to listen on; 0 chooses a free one
	 * @return the store, ready to serve
	 */
	public static LocalStore inMemory(int port) {
		return new LocalStore(DocumentFile.inMemory(), port);
	}

	/**
	 * Starts a store that keeps its documents.
	 * @param directory where the file lives; created when new
	 * @param port the port to listen on; 0 chooses a free one
	 * @return the store, ready to serve
	 */
	public static LocalStore onDisk(Path directory, int port) {
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new LocalStore(DocumentFile.at(directory.resolve("documents.mv")), port);
	}

	/**
	 * Where clients connect.
	 * @return {@code mongodb://127.0.0.1:PORT}, without a database
	 */
	public String uri() {
		return "mongodb://127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

	/**
	 * Runs the store as a process until it is told to end.
	 * @param arguments the data directory and the port
	 * @throws InterruptedException when the wait for the end is broken off
	 */
	public static void main(String[] arguments) throws InterruptedException {
		if (arguments.length != 2) {
			throw new IllegalArgumentException("expected: DATA-DIRECTORY PORT");
		}
		var store = onDisk(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
		Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-shutdown"));
		new CountDownLatch(1).await();
	}

}
