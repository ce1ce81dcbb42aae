package io.gendan.order.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.gendan.messaging.rest.RefusedException;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Reads mappings from JSON. */
@Component
class MappingReader {

	private static final int LONGEST = 100_000;

	/** Whatever has more bytes in UTF-8 is too long too. */
	static final int MOST_BYTES = 4 * LONGEST + 4;

	private static final String OPTIONS = Arrays.stream(ImportMapping.class.getRecordComponents())
		.map((component) -> component.getName())
		.collect(Collectors.joining(", "));

	private final JsonMapper json = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Reads and checks a mapping.
	 * @param kind what the file holds
	 * @param text JSON
	 * @return the mapping
	 * @throws RefusedException if it has faults
	 */
	ColumnMapping read(ImportKind kind, String text) {
		if (text.length() > LONGEST) {
			throw refused("mapping", ImportRefusal.MAPPING_TOO_LONG, Map.of("max", LONGEST));
		}
		try {
			ImportMapping mapping = this.json.readValue(text, ImportMapping.class);
			if (mapping == null) {
				throw unreadable(1, 1);
			}
			return MappingCheck.check(kind, mapping);
		}
		catch (UnrecognizedPropertyException ex) {
			throw refused("mapping." + ex.getPropertyName(), ImportRefusal.MAPPING_OPTION_UNKNOWN,
					Map.of("option", ex.getPropertyName(), "known", OPTIONS));
		}
		catch (JacksonException ex) {
			TokenStreamLocation location = ex.getLocation();
			throw unreadable((location != null) ? location.getLineNr() : 1,
					(location != null) ? location.getColumnNr() : 1);
		}
	}

	private static RefusedException unreadable(int line, int column) {
		return refused("mapping", ImportRefusal.MAPPING_UNREADABLE, Map.of("line", line, "column", column));
	}

	private static RefusedException refused(String field, ImportRefusal code, Map<String, Object> facts) {
		return new RefusedException(new Refusal(ImportRefusal.IMPORT_INVALID, Map.of("count", 1),
				List.of(new FieldFault(field, code, facts))));
	}

}
