package io.gendan.local.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The logs of several starts. */
class ProcessLogTest {

	@TempDir
	private Path folder;

	@Test
	void fiveEarlierStartsAreKeptTheNewestFirst() throws IOException {
		ProcessLog log = log();
		for (int start = 1; start <= 9; start++) {
			Files.writeString(log.next(), "start " + start);
		}
		assertThat(log.file()).hasContent("start 9");
		assertThat(log.file().resolveSibling("order.1.log")).hasContent("start 8");
		assertThat(log.file().resolveSibling("order.5.log")).hasContent("start 4");
		try (var files = Files.list(log.file().getParent())) {
			assertThat(files).hasSize(1 + ProcessLog.OLDER);
		}
	}

	@Test
	void ofALongLogTheEndIsKept() throws IOException {
		ProcessLog log = log();
		try (var file = new RandomAccessFile(log.next().toFile(), "rw")) {
			file.setLength(2 * ProcessLog.OLDER_BYTES);
			file.seek(file.length());
			file.writeBytes("the end");
		}
		log.next();
		Path older = log.file().resolveSibling("order.1.log");
		assertThat(older).hasSize(ProcessLog.OLDER_BYTES);
		try (var file = new RandomAccessFile(older.toFile(), "r")) {
			file.seek(file.length() - 7);
			assertThat(file.readLine()).isEqualTo("the end");
		}
	}

	@Test
	void theTailIsTheLastLines() throws IOException {
		ProcessLog log = log();
		Files.write(log.next(), IntStream.rangeClosed(1, 100).mapToObj((line) -> "第 " + line + " 行").toList());
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		log.tail(2, new PrintStream(out, true, StandardCharsets.UTF_8));
		assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("第 99 行\n第 100 行\n");
	}

	private ProcessLog log() {
		return new ProcessLog(new Place(this.folder, Ports.USUAL, Optional.empty(), Optional.empty()),
				Program.SERVICES.getFirst());
	}

}
