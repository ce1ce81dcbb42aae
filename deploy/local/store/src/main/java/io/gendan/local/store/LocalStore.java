package io.gendan.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import de.bwaldvogel.mongo.MongoServer;

/**
 * A document store on 127.0.0.1 that speaks MongoDB's wire protocol, in memory or in
 * files. In files, a write that was acknowledged is there again after the process was
 * killed.
 */
public final class LocalStore implements AutoCloseable {

	private static final int CONNECTION_THREADS = 8;

	private static final String EARLIER_FILE = "documents.mv";

	private static final String EARLIER = """
			%s was written by an earlier version of the store, which this one cannot read. \
			Move it away, or start anew with deploy/local/reset.
			该文件由旧版存储写入，当前版本无法读取：请移走该文件，或用 deploy/local/reset 重新开始。""";

	private final MongoServer server;

	private final DiskWatchdog watchdog;

	private final int port;

	private LocalStore(Engine engine, int port) {
		this.server = new MongoServer(new DurableBackend(engine));
		this.server.bind(new InetSocketAddress("127.0.0.1", port), 1, CONNECTION_THREADS);
		this.port = this.server.getLocalAddress().getPort();
		this.watchdog = new DiskWatchdog(engine.health()::longestWriteMillis, () -> Runtime.getRuntime().halt(1))
			.start();
	}

	/**
	 * Starts a store that forgets everything when it is closed.
	 * @param port the port to listen on; 0 chooses a free one
	 * @return the store, ready to serve
	 */
	public static LocalStore inMemory(int port) {
		return new LocalStore(Engine.inMemory(), port);
	}

	/**
	 * Starts a store that keeps its documents.
	 * @param directory where its files live; created when new
	 * @param port the port to listen on; 0 chooses a free one
	 * @return the store, ready to serve
	 */
	public static LocalStore onDisk(Path directory, int port) {
		if (Files.exists(directory.resolve(EARLIER_FILE))) {
			throw new IllegalStateException(EARLIER.formatted(directory.resolve(EARLIER_FILE)));
		}
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new LocalStore(Engine.at(directory), port);
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
		this.watchdog.close();
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
		LocalStore store;
		try {
			store = onDisk(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
		}
		catch (IllegalStateException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
			return;
		}
		Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-shutdown"));
		new CountDownLatch(1).await();
	}

}
