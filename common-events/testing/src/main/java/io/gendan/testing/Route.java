package io.gendan.testing;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A route of a service as it is really mapped.
 *
 * @param method HTTP method
 * @param path pattern of its path
 * @param form what is sent to it and comes back
 */
record Route(String method, String path, Form form) {

	private static final String OURS = "io.gendan.";

	/** What is sent to a route and comes back. */
	enum Form {

		/** Something that has nothing to do with a single order. */
		PLAIN,

		/** The order in the path. */
		ORDER,

		/** A command for many orders. */
		BULK,

		/** A page of orders. */
		LIST,

		/** An upload. */
		UPLOAD

	}

	static List<Route> of(RequestMappingHandlerMapping mapping) {
		return mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((route) -> route.getValue().getBeanType().getName().startsWith(OURS))
			.flatMap(Route::mapped)
			.distinct()
			.sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
			.toList();
	}

	private static Stream<Route> mapped(Map.Entry<RequestMappingInfo, HandlerMethod> route) {
		RequestMappingInfo info = route.getKey();
		return info.getPatternValues()
			.stream()
			.flatMap((path) -> info.getMethodsCondition()
				.getMethods()
				.stream()
				.map(RequestMethod::name)
				.map((method) -> new Route(method, path, form(path, info, route.getValue()))));
	}

	private static Form form(String path, RequestMappingInfo info, HandlerMethod handler) {
		if (path.contains("{order}") || path.contains("{number}")) {
			return Form.ORDER;
		}
		if (!info.getConsumesCondition().isEmpty()) {
			return Form.UPLOAD;
		}
		if (Arrays.stream(handler.getMethod().getParameters()).map(Parameter::getType).anyMatch(named("Bulk"))) {
			return Form.BULK;
		}
		boolean orders = Arrays.stream(handler.getMethod().getParameters())
			.filter((parameter) -> named("ListQuery").test(parameter.getType()))
			.anyMatch((parameter) -> Arrays.stream(parameter.getAnnotations())
				.noneMatch((annotation) -> named("OfKind").test(annotation.annotationType())));
		return orders ? Form.LIST : Form.PLAIN;
	}

	private static Predicate<Class<?>> named(String name) {
		return (type) -> type.getSimpleName().equals(name);
	}

	/**
	 * Takes the route.
	 * @param caller who
	 * @param order the order it is about
	 * @return the status, with many orders that of the item
	 */
	int status(Caller caller, String order) {
		String address = this.path.replaceAll("\\{(order|number)}", order).replaceAll("\\{\\w+}", "none");
		if (this.method.equals("GET")) {
			return caller.get(address).status();
		}
		return switch (this.form) {
			case UPLOAD -> caller.upload(address, Map.of("none", new byte[0])).status();
			case BULK ->
				item(caller.post(address, Map.of("items", List.of(Map.of("order", order, "command", Map.of())))));
			default -> caller.post(address, "{}").status();
		};
	}

	private static int item(Answer answer) {
		return (answer.status() == 200) ? answer.body().at("/items/0/status").asInt() : answer.status();
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
