package io.gendan.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;

/**
 * RocksDB's own part that is no Java. By itself it unpacks that into the system's
 * temporary folder for every start, where it stays behind when the process is killed.
 */
final class NativeLibrary {

	private NativeLibrary() {
	}

	/**
	 * Loads it from a folder of the store, unpacked there once.
	 * @param folder where it is kept; created when new
	 */
	static void loadFrom(Path folder) {
		var packed = RocksDB.class.getClassLoader().getResource(Environment.getJniLibraryFileName("rocksdb"));
		// The name under which RocksDB looks for it in a folder.
		var name = Environment.getJniLibraryFileName("rocksdbjni");
		if (packed != null) {
			try {
				var connection = packed.openConnection();
				var file = folder.resolve(name);
				try (var content = connection.getInputStream()) {
					if (!Files.exists(file) || Files.size(file) != connection.getContentLengthLong()) {
						Files.createDirectories(folder);
						var part = folder.resolve(name + ".part");
						Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
						Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
					}
				}
				RocksDB.loadLibrary(List.of(folder.toAbsolutePath().toString()));
				return;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (UnsatisfiedLinkError ex) {
				// A folder that nothing may be run from: the usual way is left.
			}
		}
		RocksDB.loadLibrary();
	}

}
