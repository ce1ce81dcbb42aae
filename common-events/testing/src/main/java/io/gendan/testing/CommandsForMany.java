package io.gendan.testing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * What can be commanded for one order, {@code POST /{order}/approve}, can be commanded
 * for many, {@code POST /approve}, by the same roles and nobody else. Orders are placed
 * many at a time by the import.
 */
final class CommandsForMany extends ArchCondition<JavaClass> {

	private static final String POST = "org.springframework.web.bind.annotation.PostMapping";

	private static final Pattern FOR_ONE = Pattern.compile("/\\{\\w+}/([\\w-]+)");

	private static final Set<String> BY_IMPORT = Set.of("place");

	/** Annotations that say nothing about who may. */
	private static final Set<String> OTHERS = Set.of(POST, "io.swagger.v3.oas.annotations.Operation");

	CommandsForMany() {
		super("offer every command for many orders to the same roles");
	}

	@Override
	public void check(JavaClass controller, ConditionEvents events) {
		Map<String, Set<String>> forOne = new HashMap<>();
		Map<String, Set<String>> forMany = new HashMap<>();
		for (JavaMethod method : controller.getMethods()) {
			String path = path(method);
			Matcher one = FOR_ONE.matcher(path);
			if (one.matches()) {
				forOne.put(one.group(1), roles(method));
			}
			else if (path.startsWith("/")) {
				forMany.put(path.substring(1), roles(method));
			}
		}
		forOne.keySet().removeAll(BY_IMPORT);
		forOne.forEach((command, roles) -> {
			if (!roles.equals(forMany.get(command))) {
				events.add(SimpleConditionEvent.violated(controller, "%s: %s may be asked for by %s, for many by %s"
					.formatted(controller.getName(), command, roles, forMany.get(command))));
			}
		});
	}

	private static String path(JavaMethod method) {
		return method.tryGetAnnotationOfType(POST)
			.flatMap((post) -> post.get("value"))
			.map((value) -> (value instanceof Object[] paths && paths.length == 1) ? String.valueOf(paths[0]) : "")
			.orElse("");
	}

	private static Set<String> roles(JavaMethod method) {
		Set<String> roles = new TreeSet<>();
		for (JavaAnnotation<?> annotation : method.getAnnotations()) {
			if (!OTHERS.contains(annotation.getRawType().getName())) {
				roles.add(annotation.getRawType().getSimpleName()
						+ annotation.get("value").map(CommandsForMany::text).orElse(""));
			}
		}
		return roles;
	}

	private static String text(Object value) {
		return (value instanceof Object[] many) ? Arrays.toString(many) : "(" + value + ")";
	}

}
