package io.gendan.messaging.rest;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Who may take a route, as its {@link PreAuthorize} declares it. It must be an
 * alternative of roles and grants; a route without one, or with one that does more, is
 * for nobody.
 */
final class RouteRoles {

	private static final String NAME = "'[a-z:-]+'";

	private static final String ALTERNATIVE = "has(?:Any)?(?:Role|Authority)\\(%s(?:,\\s*%s)*\\)".formatted(NAME, NAME);

	private static final Pattern DECLARATION = Pattern.compile("%s(?: or %s)*".formatted(ALTERNATIVE, ALTERNATIVE));

	private static final Pattern NAMES = Pattern.compile("'([a-z:-]+)'");

	private final ConcurrentMap<Method, Set<String>> known = new ConcurrentHashMap<>();

	/**
	 * Who may take a route.
	 * @param route method of a controller
	 * @return roles and grants, empty for nobody
	 */
	Set<String> of(Method route) {
		return this.known.computeIfAbsent(route, RouteRoles::declared);
	}

	private static Set<String> declared(Method route) {
		PreAuthorize declaration = AnnotatedElementUtils.findMergedAnnotation(route, PreAuthorize.class);
		if (declaration == null || !DECLARATION.matcher(declaration.value()).matches()) {
			return Set.of();
		}
		Set<String> names = new LinkedHashSet<>();
		NAMES.matcher(declaration.value()).results().map((name) -> name.group(1)).forEach(names::add);
		return names;
	}

}
