package io.gendan.contract;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How events stand in JSON, and what a reader takes for an event: what the schemas
 * describe, nothing guessed or converted.
 */
public final class EventJson {

	private EventJson() {
	}

	/**
	 * A mapper that writes and reads as the contract does.
	 * @return a new one
	 */
	public static JsonMapper mapper() {
		JsonMapper.Builder json = JsonMapper.builder()
			.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
			.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.addModule(new SimpleModule("gendan")
				.addDeserializer(BigDecimal.class, new TextDeserializer<>(BigDecimal.class, Decimals::parse))
				.addDeserializer(Personal.class, new TextDeserializer<>(Personal.class, Personal::read))
				.addSerializer(Personal.class, new PersonalSerializer()))
			.annotationIntrospector(
					AnnotationIntrospector.pair(new RequiredComponents(), new JacksonAnnotationIntrospector()));
		ExactTypes.apply(json);
		return json.build();
	}

}
