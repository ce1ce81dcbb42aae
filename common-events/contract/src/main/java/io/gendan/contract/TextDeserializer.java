package io.gendan.contract;

import java.time.DateTimeException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a value from a JSON string and from nothing else. Jackson's own readers of
 * decimals and dates also take numbers and arrays: a number may have lost digits before
 * it arrived, and neither is in the contract.
 *
 * @param <T> type of the value
 */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {

	private final Function<String, T> parser;

	TextDeserializer(Class<T> type, Function<String, T> parser) {
		super(type);
		this.parser = parser;
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
		if (!json.hasToken(JsonToken.VALUE_STRING)) {
			return (T) context.handleUnexpectedToken(handledType(), json);
		}
		String text = json.getString();
		try {
			return this.parser.apply(text);
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			throw context.weirdStringException(text, handledType(), ex.getMessage());
		}
	}

}
