package io.gendan.contract;

import java.util.function.UnaryOperator;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes a personal text, or what the writer puts in its place. */
final class PersonalSerializer extends StdScalarSerializer<Personal> {

	/** Attribute of the writer: what is put in the place of each text. */
	static final Object REPLACEMENT = PersonalSerializer.class;

	PersonalSerializer() {
		super(Personal.class);
	}

	@Override
	@SuppressWarnings("unchecked")
	public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
		Object replacement = context.getAttribute(REPLACEMENT);
		Personal written = (replacement != null) ? ((UnaryOperator<Personal>) replacement).apply(value) : value;
		json.writeString(written.text());
	}

}
