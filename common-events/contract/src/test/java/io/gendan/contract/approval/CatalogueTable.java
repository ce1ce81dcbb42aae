package io.gendan.contract.approval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import io.gendan.contract.EventCatalogue;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;

/** The event catalogue as the table of the README. */
final class CatalogueTable {

	static final Path README = Path.of("../../README.md");

	private static final String BEGIN = "<!-- catalogue:begin -->\n";

	private static final String END = "<!-- catalogue:end -->";

	private CatalogueTable() {
	}

	/** A row for each event, in the order of the contract. */
	static String text() {
		StringBuilder table = new StringBuilder("| event | topic | what happened | data |\n|---|---|---|---|\n");
		for (Service service : Service.values()) {
			for (Class<?> event : EventCatalogue.of(service)) {
				table.append("| `%s` | `%s` | %s | %s |\n".formatted(typeOf(event), service.topic(),
						RecordJavadoc.of(event).whatHappened(), data(event)));
			}
		}
		return table.toString();
	}

	/** What stands between the marks of the README, empty while it has none. */
	static Optional<String> inReadme() {
		if (!Files.exists(README)) {
			return Optional.empty();
		}
		String readme = ContractFiles.text(README);
		int begin = readme.indexOf(BEGIN);
		int end = readme.indexOf(END);
		return (begin >= 0 && end > begin) ? Optional.of(readme.substring(begin + BEGIN.length(), end).strip() + "\n")
				: Optional.empty();
	}

	static void update() {
		ContractFiles.write(Path.of("target/catalogue.md"), text());
		inReadme().ifPresent((old) -> {
			String readme = ContractFiles.text(README);
			String before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
			ContractFiles.write(README, before + text() + readme.substring(readme.indexOf(END)));
		});
	}

	private static String typeOf(Class<?> event) {
		return EventCatalogue.typeOf(event.asSubclass(GendanEvent.class));
	}

	/** The names of the fields; those that may be absent carry a question mark. */
	private static String data(Class<?> event) {
		return Arrays.stream(event.getRecordComponents())
			.map((component) -> component.getName() + (SchemaWriter.isRequired(component) ? "" : "?"))
			.collect(Collectors.joining(", "));
	}

}
