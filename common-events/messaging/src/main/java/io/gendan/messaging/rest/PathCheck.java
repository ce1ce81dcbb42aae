package io.gendan.messaging.rest;

import java.util.LinkedHashMap;
import java.util.Map;

import io.gendan.stage.FieldReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Reads the identifiers in an address by the rule of all codes: each has one spelling,
 * and one that cannot be seen is refused.
 */
final class PathCheck implements HandlerInterceptor {

	static final int LONGEST = 500;

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod route && Admission.isOurs(route)
				&& request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> typed) {
			request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, read(typed));
		}
		return true;
	}

	private static Map<String, String> read(Map<?, ?> typed) {
		FieldReader reader = new FieldReader();
		Map<String, String> identifiers = new LinkedHashMap<>();
		typed.forEach((key, value) -> {
			String name = String.valueOf(key);
			identifiers.put(name, reader.need(name, reader.code(name, String.valueOf(value), LONGEST)));
		});
		if (!reader.clean()) {
			throw EdgeRefusal.parameters(reader.faults());
		}
		return identifiers;
	}

}
