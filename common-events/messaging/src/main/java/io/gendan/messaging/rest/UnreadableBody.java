package io.gendan.messaging.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says where in a JSON body the fault lies. */
final class UnreadableBody {

	private static final String DUPLICATE = "Duplicate Object property";

	private static final String TRAILING = "Trailing token";

	private static final String TOO_DEEP = "Document nesting depth";

	private static final String TOO_MANY = "Token count";

	private UnreadableBody() {
	}

	static Problem problem(HttpMessageNotReadableException ex, StreamReadConstraints limits, Problems problems,
			Locale locale) {
		if (!(ex.getCause() instanceof JacksonException json)) {
			return problems.of(HttpStatus.BAD_REQUEST, "BODY_MISSING", Map.of(), locale);
		}
		JacksonException root = root(json);
		if (root instanceof StreamConstraintsException && says(root, TOO_DEEP)) {
			return problems.of(HttpStatus.BAD_REQUEST, "JSON_TOO_DEEP",
					Map.of("field", path(json.getPath()), "max", limits.getMaxNestingDepth()), locale);
		}
		if (root instanceof StreamConstraintsException && says(root, TOO_MANY)) {
			return problems.of(HttpStatus.BAD_REQUEST, "JSON_TOO_MANY_VALUES",
					Map.of("field", path(json.getPath()), "max", limits.getMaxTokenCount()), locale);
		}
		TokenStreamLocation location = (root.getLocation() != null) ? root.getLocation() : json.getLocation();
		int line = (location != null) ? location.getLineNr() : 0;
		int column = (location != null) ? location.getColumnNr() : 0;
		return problems.of(HttpStatus.BAD_REQUEST, code(json, root),
				Map.of("line", line, "column", column, "field", field(json, root)), locale);
	}

	/** The parser's own fault may be wrapped by whatever was being read. */
	private static JacksonException root(JacksonException json) {
		return (json.getCause() instanceof JacksonException cause) ? root(cause) : json;
	}

	private static String code(JacksonException json, JacksonException root) {
		if (root instanceof StreamReadException && says(root, DUPLICATE)) {
			return "JSON_DUPLICATE_FIELD";
		}
		return switch (json) {
			case MismatchedInputException more when says(more, TRAILING) -> "JSON_TRAILING";
			case UnrecognizedPropertyException unknown -> "FIELD_UNKNOWN";
			case DatabindException wrong when !json.getPath().isEmpty() -> "FIELD_TYPE_WRONG";
			default -> "JSON_MALFORMED";
		};
	}

	private static boolean says(JacksonException failure, String beginning) {
		return failure.getOriginalMessage().startsWith(beginning);
	}

	private static String field(JacksonException json, JacksonException root) {
		return (says(root, DUPLICATE) && root.processor() instanceof JsonParser parser)
				? path(parser.streamReadContext()) : path(json.getPath());
	}

	private static String path(List<JacksonException.Reference> references) {
		String path = "";
		for (JacksonException.Reference reference : references) {
			path = step(path, reference.getPropertyName(), reference.getIndex());
		}
		return path;
	}

	private static String path(@Nullable TokenStreamContext context) {
		return (context == null || context.inRoot()) ? ""
				: step(path(context.getParent()), context.currentName(), context.getCurrentIndex());
	}

	private static String step(String path, @Nullable String name, int index) {
		if (name == null) {
			return "%s[%d]".formatted(path, index);
		}
		return path.isEmpty() ? name : path + "." + name;
	}

}
