package io.gendan.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Takes the values of events and of commands for what they are: no number is cut, nothing
 * is guessed from another type.
 */
public final class ExactTypes {

	private ExactTypes() {
	}

	/**
	 * Sets a mapper up.
	 * @param json the mapper that is being built
	 */
	public static void apply(JsonMapper.Builder json) {
		json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.withCoercionConfig(LogicalType.Textual,
					(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			// A blank text would become no number at all where a number may be left out.
			.withCoercionConfig(LogicalType.Integer,
					(number) -> number.setAcceptBlankAsEmpty(false)
						.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
			.addModule(new SimpleModule("gendan-exact")
				.addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, LocalDate::parse))
				.addDeserializer(Instant.class,
						new TextDeserializer<>(Instant.class, (text) -> OffsetDateTime.parse(text).toInstant())));
	}

}
