package io.gendan.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders as a whole. */
final class Folders {

	private Folders() {
	}

	/**
	 * Deletes a folder with all that is in it; follows no links.
	 * @param folder need not be there
	 */
	static void delete(Path folder) throws IOException {
		List<Path> all;
		try (Stream<Path> files = Files.walk(folder)) {
			all = files.sorted(Comparator.reverseOrder()).toList();
		}
		catch (NoSuchFileException ex) {
			return;
		}
		for (Path file : all) {
			Files.deleteIfExists(file);
		}
	}

}
