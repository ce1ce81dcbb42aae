package io.gendan.contract;

import java.lang.reflect.RecordComponent;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Tells Jackson that a record component must not be null, and so must be there, unless it
 * is {@code @Nullable}. Jackson asks once per class, so reading an event costs nothing
 * more.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	@Override
	public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
		return isRequired(annotated) ? JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL) : JsonSetter.Value.empty();
	}

	private static boolean isRequired(Annotated annotated) {
		if (annotated instanceof AnnotatedParameter parameter
				&& parameter.getOwner() instanceof AnnotatedConstructor constructor) {
			RecordComponent[] components = constructor.getDeclaringClass().getRecordComponents();
			return components != null && components.length == constructor.getParameterCount()
					&& !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
		}
		return false;
	}

}
