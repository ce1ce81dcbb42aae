package io.gendan.contract.approval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The approved files where they stand in the sources. */
public final class ContractFiles {

	public static final Path RESOURCES = Path.of("src/main/resources/io/gendan/contract");

	public static final Path ASYNC_API = RESOURCES.resolve("asyncapi.yaml");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final DefaultPrettyPrinter PRETTY = printer();

	private ContractFiles() {
	}

	public static Path schema(String type) {
		return RESOURCES.resolve("schemas").resolve(type + ".json");
	}

	public static Path sample(String type) {
		return RESOURCES.resolve("samples").resolve(type + ".json");
	}

	public static Path requiredSample(String type) {
		return RESOURCES.resolve("samples").resolve(type + ".required.json");
	}

	public static Set<String> names(String folder) {
		try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
			return files.map((file) -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static ObjectNode json(Path file) {
		return (ObjectNode) json(text(file));
	}

	public static JsonNode json(String text) {
		return JSON.readTree(text);
	}

	public static void write(Path file, JsonNode json) {
		write(file, JSON.writer().with(PRETTY).writeValueAsString(json) + "\n");
	}

	public static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static DefaultPrettyPrinter printer() {
		DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
		return new DefaultPrettyPrinter(
				Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
			.withObjectIndenter(indenter)
			.withArrayIndenter(indenter);
	}

}
