package io.gendan.local.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A program as it was built: its jar, and the unpacked form that starts faster and that
 * alone can have a start-up cache.
 */
final class Application {

	private final Path root;

	private final Path folder;

	private final Program program;

	Application(Settings settings, Program program) {
		this.root = settings.root();
		this.folder = settings.apps().resolve(program.name());
		this.program = program;
	}

	/**
	 * The jar that runs by itself; of several versions the newest.
	 * @return empty if it has to be built
	 */
	Optional<Path> jar() throws IOException {
		return jar(this.root.resolve(this.program.module()), !this.program.springBoot());
	}

	/**
	 * The newest jar of a module.
	 * @param module its folder
	 * @param classified whether the one that runs by itself is the one called "exec"
	 * @return empty if there is none
	 */
	static Optional<Path> jar(Path module, boolean classified) throws IOException {
		Path target = module.resolve("target");
		if (!Files.isDirectory(target)) {
			return Optional.empty();
		}
		try (Stream<Path> files = Files.list(target)) {
			return files
				.filter((file) -> file.getFileName().toString().matches("gendan-.*(?<!-sources|-javadoc|-tests)\\.jar"))
				.filter((file) -> file.toString().endsWith("-exec.jar") == classified)
				.max(Comparator.comparing(Application::written));
		}
	}

	/** Whether the jar is missing or older than one of its sources. */
	boolean mustBuild() throws IOException {
		List<String> modules = new ArrayList<>(this.program.ingredients());
		modules.add(this.program.module());
		return outdated(jar(), this.root, modules);
	}

	static boolean outdated(Optional<Path> jar, Path root, List<String> modules) throws IOException {
		if (jar.isEmpty()) {
			return true;
		}
		FileTime built = written(jar.get());
		List<Path> sources = new ArrayList<>(List.of(root.resolve("pom.xml")));
		modules.forEach((module) -> {
			sources.add(root.resolve(module).resolve("pom.xml"));
			sources.add(root.resolve(module).resolve("src/main"));
		});
		for (Path source : sources.stream().filter(Files::exists).toList()) {
			try (Stream<Path> files = Files.walk(source)) {
				if (files.filter(Files::isRegularFile).anyMatch((file) -> written(file).compareTo(built) > 0)) {
					return true;
				}
			}
		}
		return false;
	}

	boolean unpacked() {
		return Files.exists(this.folder.resolve("unpacked"));
	}

	/** Unpacks the jar if it is newer than what is unpacked. */
	void unpack() throws IOException, InterruptedException {
		Path jar = jar().orElseThrow();
		if (unpacked() && written(this.folder.resolve("unpacked")).compareTo(written(jar)) >= 0) {
			return;
		}
		Path fresh = this.folder.resolveSibling(this.program + ".new");
		Folders.delete(fresh);
		Files.createDirectories(fresh);
		if (this.program.springBoot()) {
			Commands.run(this.root,
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djarmode=tools",
							"-jar", jar.toString(), "extract", "--force", "--destination", fresh.toString()));
			Files.move(fresh.resolve(jar.getFileName()), fresh.resolve("app.jar"));
		}
		else {
			// Spring Boot's own way needs Spring inside the jar, and these have none.
			unpackLibraries(jar, fresh);
			Files.copy(jar.resolveSibling(jar.getFileName().toString().replace("-exec.jar", ".jar")),
					fresh.resolve("app.jar"));
		}
		Files.createFile(fresh.resolve("unpacked"));
		Folders.delete(this.folder);
		Files.move(fresh, this.folder);
	}

	private static void unpackLibraries(Path jar, Path folder) throws IOException {
		Files.createDirectories(folder.resolve("lib"));
		try (var file = new JarFile(jar.toFile())) {
			Files.writeString(folder.resolve("main"), file.getManifest().getMainAttributes().getValue("Start-Class"));
			Enumeration<JarEntry> entries = file.entries();
			while (entries.hasMoreElements()) {
				JarEntry entry = entries.nextElement();
				if (entry.getName().matches("BOOT-INF/lib/[^/]+\\.jar")) {
					try (InputStream content = file.getInputStream(entry)) {
						Files.copy(content,
								folder.resolve("lib").resolve(entry.getName().substring("BOOT-INF/lib/".length())));
					}
				}
			}
		}
	}

	/**
	 * What follows the options of the JVM. Jars are named one by one in a fixed order: a
	 * start-up cache holds for exactly one class path.
	 */
	List<String> launch() throws IOException {
		Path app = this.folder.resolve("app.jar");
		if (this.program.springBoot()) {
			return List.of("-jar", app.toString());
		}
		try (Stream<Path> files = Files.list(this.folder.resolve("lib"))) {
			List<String> jars = Stream.concat(Stream.of(app), files.sorted()).map(Path::toString).toList();
			return List.of("-cp", String.join(java.io.File.pathSeparator, jars),
					Files.readString(this.folder.resolve("main")));
		}
	}

	Path cache() {
		return this.folder.resolve("app.aot");
	}

	Path freshCache() {
		return this.folder.resolve("app.aot.new");
	}

	private static FileTime written(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
