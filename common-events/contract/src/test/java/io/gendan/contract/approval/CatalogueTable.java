package io.gendan.contract.approval;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.gendan.contract.EventCatalogue;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;

/** The event catalogue as the table of EVENTS.md. */
final class CatalogueTable {

	private static final Path EVENTS = Path.of("EVENTS.md");

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

	/** What stands between the marks of EVENTS.md. */
	static String shown() {
		String file = ContractFiles.text(EVENTS);
		return file.substring(file.indexOf(BEGIN) + BEGIN.length(), file.indexOf(END));
	}

	static void update() {
		String file = ContractFiles.text(EVENTS);
		String before = file.substring(0, file.indexOf(BEGIN) + BEGIN.length());
		ContractFiles.write(EVENTS, before + text() + file.substring(file.indexOf(END)));
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
