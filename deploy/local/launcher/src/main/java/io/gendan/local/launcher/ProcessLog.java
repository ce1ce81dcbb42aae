package io.gendan.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What one program prints: {@code NAME.log} is that of the last start, {@code NAME.1.log}
 * that of the start before, and so on. Five older ones are kept, each cut to its last 10
 * MB.
 */
final class ProcessLog {

	static final int OLDER = 5;

	static final long OLDER_BYTES = 10_000_000;

	private final Path folder;

	private final String name;

	ProcessLog(Place place, Program program) {
		this.folder = place.run().resolve("logs");
		this.name = program.name();
	}

	Path file() {
		return this.folder.resolve(this.name + ".log");
	}

	/**
	 * Makes room for another start.
	 * @return the file it prints to
	 */
	Path next() throws IOException {
		Files.createDirectories(this.folder);
		for (int age = OLDER - 1; age >= 0; age--) {
			if (Files.exists(older(age))) {
				Files.move(older(age), older(age + 1), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		if (Files.exists(older(1))) {
			cut(older(1));
		}
		return file();
	}

	/**
	 * Prints the end of the log.
	 * @param lines how many lines at most
	 * @param out where to
	 */
	void tail(int lines, PrintStream out) throws IOException {
		copy(startOfLast(lines), out);
	}

	/**
	 * Prints the whole log.
	 * @param out where to
	 */
	void print(PrintStream out) throws IOException {
		copy(0, out);
	}

	/**
	 * Prints the last lines and whatever comes, over restarts of the program, until the
	 * reader ends it.
	 * @param lines how many lines to begin with
	 * @param out where to
	 */
	void follow(int lines, PrintStream out) throws IOException, InterruptedException {
		long position = startOfLast(lines);
		Object key = Files.readAttributes(file(), BasicFileAttributes.class).fileKey();
		while (!out.checkError()) {
			if (Files.exists(file())) {
				Object now = Files.readAttributes(file(), BasicFileAttributes.class).fileKey();
				position = copy((now == null || now.equals(key)) ? Math.min(position, Files.size(file())) : 0, out);
				key = now;
			}
			Thread.sleep(300);
		}
	}

	private long copy(long from, PrintStream out) throws IOException {
		try (var log = FileChannel.open(file(), StandardOpenOption.READ)) {
			log.position(from);
			Channels.newInputStream(log).transferTo(out);
			out.flush();
			return log.position();
		}
	}

	private long startOfLast(int lines) throws IOException {
		try (var log = new RandomAccessFile(file().toFile(), "r")) {
			byte[] end = new byte[(int) Math.min(log.length(), 64_000)];
			log.seek(log.length() - end.length);
			log.readFully(end);
			int start = end.length;
			for (int found = 0; start > 0 && (end[start - 1] != '\n' || found++ < lines); start--) {
				// one byte back
			}
			return log.length() - end.length + start;
		}
	}

	private static void cut(Path log) throws IOException {
		if (Files.size(log) <= OLDER_BYTES) {
			return;
		}
		Path fresh = log.resolveSibling(log.getFileName() + ".new");
		try (var from = FileChannel.open(log);
				var into = FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
						StandardOpenOption.WRITE)) {
			from.transferTo(from.size() - OLDER_BYTES, OLDER_BYTES, into);
		}
		Files.move(fresh, log, StandardCopyOption.REPLACE_EXISTING);
	}

	private Path older(int age) {
		return (age == 0) ? file() : this.folder.resolve(this.name + "." + age + ".log");
	}

}
