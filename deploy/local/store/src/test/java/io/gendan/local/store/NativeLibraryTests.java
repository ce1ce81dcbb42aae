package io.gendan.local.store;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class NativeLibraryTests {

	@TempDir
	Path directory;

	@Test
	void isUnpackedOnceBesideTheDocumentsSoThatNoKillLeavesACopyBehind() throws Exception {
		NativeLibrary.loadFrom(this.directory);
		try (var files = Files.list(this.directory)) {
			var library = files.toList();
			assertThat(library).hasSize(1);
			var unpacked = Files.getLastModifiedTime(library.getFirst());
			NativeLibrary.loadFrom(this.directory);
			assertThat(Files.getLastModifiedTime(library.getFirst())).isEqualTo(unpacked);
		}
	}

}
