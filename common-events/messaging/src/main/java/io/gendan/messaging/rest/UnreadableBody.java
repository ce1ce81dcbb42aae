package io.gendan.messaging.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says where in a JSON body the fault lies. */
final class UnreadableBody {

	private UnreadableBody() {
	}

	static Problem problem(HttpMessageNotReadableException ex, Problems problems, Locale locale) {
		if (!(ex.getCause() instanceof JacksonException json)) {
			return problems.of(HttpStatus.BAD_REQUEST, "BODY_MISSING", Map.of(), locale);
		}
		TokenStreamLocation location = json.getLocation();
		int line = (location != null) ? location.getLineNr() : 0;
		int column = (location != null) ? location.getColumnNr() : 0;
		Map<String, Object> facts = Map.of("line", line, "column", column, "field", path(json.getPath()));
		return problems.of(HttpStatus.BAD_REQUEST, code(json), facts, locale);
	}

	private static String code(JacksonException json) {
		return switch (json) {
			case UnrecognizedPropertyException unknown -> "FIELD_UNKNOWN";
			case DatabindException wrong when !wrong.getPath().isEmpty() -> "FIELD_TYPE_WRONG";
			default -> "JSON_MALFORMED";
		};
	}

	private static String path(List<JacksonException.Reference> references) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : references) {
			if (reference.getPropertyName() == null) {
				path.append('[').append(reference.getIndex()).append(']');
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
		}
		return path.toString();
	}

}
