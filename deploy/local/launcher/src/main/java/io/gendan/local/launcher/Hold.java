package io.gendan.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock between commands; the system takes it back from one that was killed. */
final class Hold implements AutoCloseable {

	private final FileChannel file;

	private Hold(FileChannel file) {
		this.file = file;
	}

	/**
	 * Waits until no other command holds it.
	 * @param folder what is held
	 * @param out told when there is something to wait for
	 * @return to be closed
	 */
	static Hold of(Path folder, PrintStream out) throws IOException {
		Files.createDirectories(folder);
		FileChannel file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		FileLock lock = file.tryLock();
		if (lock == null) {
			out.println("waiting for another command of deploy/local … / 正在等待另一条命令结束 …");
			lock = file.lock();
		}
		return new Hold(file);
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
