package io.gendan.contract.approval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Javadoc of a record or enum says, so that schemas, AsyncAPI and the catalogue
 * need no second description.
 *
 * @param description the text before the first tag, empty for a type without a source
 * file of its own
 * @param components text of each {@code @param}
 */
record RecordJavadoc(String description, Map<String, String> components) {

	private static final Pattern COMMENT = Pattern.compile(
			"/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\([^)]*\\)\\s*)?public " + "(?:record|enum|sealed interface) ",
			Pattern.DOTALL);

	static RecordJavadoc of(Class<?> type) {
		Path source = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
		if (!Files.exists(source)) {
			return new RecordJavadoc("", Map.of());
		}
		Matcher comment = COMMENT.matcher(ContractFiles.text(source));
		if (!comment.find()) {
			throw new IllegalStateException(source + " has no Javadoc");
		}
		String[] parts = comment.group(1).replaceAll("(?m)^\\s*\\*\\s?", "").split("(?m)^@param ");
		Map<String, String> components = new LinkedHashMap<>();
		for (int i = 1; i < parts.length; i++) {
			String[] nameAndText = parts[i].split("\\s", 2);
			components.put(nameAndText[0], plain(nameAndText[1]));
		}
		return new RecordJavadoc(plain(parts[0]), components);
	}

	String component(String name) {
		return this.components.getOrDefault(name, "");
	}

	/** The first sentence without the requirement it comes from. */
	String whatHappened() {
		return this.description.replaceFirst("(?s)\\.\\s.*|\\.$", "").replaceFirst("\\s*\\([^)]*\\)$", "");
	}

	private static String plain(String javadoc) {
		return javadoc.replaceAll("\\{@\\w+ ([^}]*)}", "$1").replaceAll("\\s+", " ").strip();
	}

}
