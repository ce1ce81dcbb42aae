package io.gendan.messaging.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.gendan.contract.Subject;
import io.gendan.messaging.ForeignOrder;
import io.gendan.messaging.GatewayRefusal;
import io.gendan.messaging.SubjectRefusal;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.RefusalCode;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** The codes with which a route can refuse, by HTTP status. */
final class KnownRefusals {

	private static final Map<Integer, List<String>> ALWAYS = Map.of(400,
			List.of("HTTP_400", EdgeRefusal.PARAMETER_UNKNOWN.name(), EdgeRefusal.PARAMETER_NOT_TAKEN.name(),
					EdgeRefusal.PARAMETER_INVALID.name()),
			401, List.of("TOKEN_MISSING_OR_INVALID"), 403, List.of("ROLE_NOT_ALLOWED"), 406, List.of("HTTP_406"), 500,
			List.of("INTERNAL"), 503, List.of("SERVICE_BUSY", "STORE_UNAVAILABLE", "BROKER_UNAVAILABLE",
					"KEYS_UNAVAILABLE", "IDENTITY_UNAVAILABLE", "CLOCK_WRONG"));

	private static final Map<Integer, List<String>> WITH_BODY = Map.of(400,
			List.of("BODY_MISSING", "JSON_MALFORMED", "JSON_DUPLICATE_FIELD", "JSON_TRAILING", "JSON_TOO_DEEP",
					"JSON_TOO_MANY_VALUES", "FIELD_UNKNOWN", "FIELD_TYPE_WRONG"),
			408, List.of("BODY_TOO_SLOW", "HTTP_408"), 413, List.of("BODY_TOO_LARGE"), 415, List.of("HTTP_415"));

	private static final Set<EdgeRefusal> OF_PARAMETERS = Set.of(EdgeRefusal.ORDER_UNKNOWN,
			EdgeRefusal.PARAMETER_INVALID, EdgeRefusal.PARAMETER_UNKNOWN, EdgeRefusal.PARAMETER_NOT_TAKEN);

	private final Map<Integer, Set<String>> byStatus = new TreeMap<>();

	private KnownRefusals() {
	}

	/**
	 * All refusals of a route.
	 * @param route method of a controller
	 * @return status to codes, those of the problem and those of its fields
	 */
	static Map<Integer, Set<String>> of(HandlerMethod route) {
		KnownRefusals known = new KnownRefusals();
		known.addAll(ALWAYS);
		Refuses own = route.getBeanType().getAnnotation(Refuses.class);
		String kind = (own != null) ? own.kind() : Subject.ORDER;
		if (has(route, PathVariable.class) || has(route, RequestBody.class)) {
			known.add(kind, EdgeRefusal.ORDER_UNKNOWN);
			known.add(kind, GatewayRefusal.ORDER_LEDGER_UNREADABLE);
		}
		if (has(route, RequestBody.class)) {
			known.addAll(WITH_BODY);
			Stream.of(EdgeRefusal.values())
				.filter((code) -> !OF_PARAMETERS.contains(code))
				.forEach((code) -> known.add(Subject.ORDER, code));
			known.addAll(Subject.ORDER, FieldRefusal.class);
		}
		if (changes(route)) {
			known.addAll(kind, GatewayRefusal.class);
			known.addAll(kind, ForeignOrder.class);
		}
		if (own != null) {
			boolean changes = changes(route);
			Arrays.stream(own.value())
				.flatMap(KnownRefusals::constants)
				.filter((code) -> changes || code.kind() == RefusalCode.Kind.NOT_FOUND)
				.forEach((code) -> known.add(Subject.ORDER, code));
		}
		return known.byStatus;
	}

	static boolean changes(HandlerMethod route) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), RequestMapping.class);
		return mapping != null && List.of(mapping.method()).contains(RequestMethod.POST);
	}

	private static boolean has(HandlerMethod route, Class<? extends java.lang.annotation.Annotation> annotation) {
		return Arrays.stream(route.getMethodParameters())
			.anyMatch((parameter) -> parameter.hasParameterAnnotation(annotation));
	}

	private void addAll(Map<Integer, List<String>> codes) {
		codes
			.forEach((status, names) -> this.byStatus.computeIfAbsent(status, (none) -> new TreeSet<>()).addAll(names));
	}

	private void addAll(String kind, Class<? extends RefusalCode> codes) {
		constants(codes).forEach((code) -> add(kind, code));
	}

	private static Stream<RefusalCode> constants(Class<? extends RefusalCode> codes) {
		RefusalCode @Nullable [] constants = codes.getEnumConstants();
		if (constants == null) {
			throw new IllegalStateException(codes + " has no constants");
		}
		return Stream.of(constants);
	}

	private void add(String kind, RefusalCode code) {
		RefusalCode told = kind.equals(Subject.ORDER) ? code : new SubjectRefusal(code, kind);
		HttpStatus status = Problems.status(told);
		this.byStatus.computeIfAbsent(status.value(), (none) -> new TreeSet<>()).add(told.name());
	}

}
