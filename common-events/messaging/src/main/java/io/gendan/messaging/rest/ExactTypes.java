package io.gendan.messaging.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import io.gendan.contract.TextDeserializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Takes the values of a body for what they are, as the contract does with events: no
 * number is cut, nothing is guessed from another type. Only a decimal number may be a
 * text, since a client's own numbers may have lost digits.
 */
final class ExactTypes {

	private ExactTypes() {
	}

	static void apply(JsonMapper.Builder json) {
		json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.withCoercionConfig(LogicalType.Textual,
					(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Integer,
					(number) -> number.setAcceptBlankAsEmpty(false)
						.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Float,
					(decimal) -> decimal.setAcceptBlankAsEmpty(false)
						.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert))
			.addModule(new SimpleModule("gendan-edge")
				.addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, LocalDate::parse))
				.addDeserializer(Instant.class,
						new TextDeserializer<>(Instant.class, (text) -> OffsetDateTime.parse(text).toInstant())));
	}

}
