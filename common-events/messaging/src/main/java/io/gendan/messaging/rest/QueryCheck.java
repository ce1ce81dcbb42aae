package io.gendan.messaging.rest;

import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.gendan.stage.FieldFault;
import io.gendan.stage.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a route does not declare, and one that stands twice:
 * whoever misspells a filter must not take the whole list for what they asked for.
 */
final class QueryCheck implements HandlerInterceptor {

	private static final int SHOWN = 100;

	private final ListQueries lists;

	private final ConcurrentMap<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

	QueryCheck(ListQueries lists) {
		this.lists = lists;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		String query = request.getQueryString();
		if (query != null && handler instanceof HandlerMethod route && Admission.isOurs(route)) {
			check(occurrences(query), this.known.computeIfAbsent(route.getMethod(), (method) -> declared(route)));
		}
		return true;
	}

	private static void check(Map<String, Integer> given, Map<String, Boolean> known) {
		List<String> unknown = given.keySet().stream().filter((name) -> !known.containsKey(name)).toList();
		if (!unknown.isEmpty()) {
			throw new RefusedException(refusal(unknown, known.keySet()));
		}
		List<FieldFault> twice = given.entrySet()
			.stream()
			.filter((name) -> name.getValue() > 1 && !known.getOrDefault(name.getKey(), false))
			.map((name) -> new FieldFault(name.getKey(), EdgeRefusal.PARAMETER_TWICE))
			.toList();
		if (!twice.isEmpty()) {
			throw EdgeRefusal.parameters(twice);
		}
	}

	private static Refusal refusal(List<String> unknown, Set<String> known) {
		EdgeRefusal code = known.isEmpty() ? EdgeRefusal.PARAMETER_NOT_TAKEN : EdgeRefusal.PARAMETER_UNKNOWN;
		String takes = String.join(", ", known);
		return new Refusal(code, Map.of("unknown", String.join(", ", unknown), "known", takes),
				unknown.stream()
					.map((name) -> new FieldFault(name, code, Map.of("unknown", name, "known", takes)))
					.toList());
	}

	/** Taken from the address alone: a parameter may also stand in a body. */
	private static Map<String, Integer> occurrences(String query) {
		Map<String, Integer> occurrences = new TreeMap<>();
		for (String part : query.split("&")) {
			if (!part.isEmpty()) {
				occurrences.merge(name(part.split("=", 2)[0]), 1, Integer::sum);
			}
		}
		return occurrences;
	}

	private static String name(String encoded) {
		String name;
		try {
			name = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			name = encoded;
		}
		return (name.length() <= SHOWN) ? name : name.substring(0, SHOWN) + "…";
	}

	/** Names, and whether each may stand several times. */
	private Map<String, Boolean> declared(HandlerMethod route) {
		Map<String, Boolean> names = new LinkedHashMap<>();
		for (MethodParameter parameter : route.getMethodParameters()) {
			RequestParam declaration = parameter.getParameterAnnotation(RequestParam.class);
			if (this.lists.supportsParameter(parameter)) {
				names.putAll(this.lists.names(parameter));
			}
			else if (declaration != null && !declaration.name().isEmpty()) {
				names.put(declaration.name(), false);
			}
			else if (declaration != null) {
				names.put(route.getMethod().getParameters()[parameter.getParameterIndex()].getName(), false);
			}
		}
		return names;
	}

}
