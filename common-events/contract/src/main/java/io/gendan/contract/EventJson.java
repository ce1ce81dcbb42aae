package io.gendan.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How events stand in JSON, and what a reader takes for an event: what the schemas
 * describe, nothing guessed or converted.
 */
final class EventJson {

	private EventJson() {
	}

	static JsonMapper mapper() {
		return JsonMapper.builder()
			.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
			.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
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
			.addModule(new SimpleModule("gendan")
				.addDeserializer(BigDecimal.class, new TextDeserializer<>(BigDecimal.class, Decimals::parse))
				.addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, LocalDate::parse))
				.addDeserializer(Instant.class,
						new TextDeserializer<>(Instant.class, (text) -> OffsetDateTime.parse(text).toInstant())))
			.annotationIntrospector(
					AnnotationIntrospector.pair(new RequiredComponents(), new JacksonAnnotationIntrospector()))
			.build();
	}

}
