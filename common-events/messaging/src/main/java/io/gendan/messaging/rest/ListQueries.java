package io.gendan.messaging.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.gendan.contract.Subject;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.stage.Column;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldReader;
import io.gendan.stage.Stage;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers the {@link ListQuery} and the OpenAPI document its parameters, both
 * from the columns that the stage of their kind declares.
 */
final class ListQueries implements HandlerMethodArgumentResolver, OperationCustomizer {

	private static final String AFTER = "after";

	private static final String LIMIT = "limit";

	private static final int DEFAULT_LIMIT = 50;

	private static final int LONGEST_VALUE = 500;

	private final Map<String, Map<String, Column>> columns = new HashMap<>();

	ListQueries(List<Stage<?, ?, ?>> stages) {
		stages.forEach((stage) -> this.columns.put(stage.kind().label(), columns(stage)));
	}

	private static Map<String, Column> columns(Stage<?, ?, ?> stage) {
		List<Column> columns = new ArrayList<>(stage.columns());
		if (stage.kind().owned()) {
			columns.add(Column.text(LedgerStore.CUSTOMER));
			columns.add(Column.text(LedgerStore.ENTERED_BY));
		}
		if (!stage.slas().isEmpty()) {
			columns.add(Column.choice("sla", List.copyOf(new TreeSet<>(stage.slas()))));
			columns.add(Column.text("slaDue"));
		}
		Map<String, Column> byName = new LinkedHashMap<>();
		columns.forEach((column) -> byName.put(column.name(), column));
		return byName;
	}

	/**
	 * What a list may be asked for.
	 * @param list where a controller takes it
	 * @return names of the query parameters
	 */
	Set<String> names(MethodParameter list) {
		Set<String> names = new LinkedHashSet<>(columns(list).keySet());
		names.add(AFTER);
		names.add(LIMIT);
		return names;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ListQuery.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		FieldReader reader = new FieldReader();
		Map<String, String> filter = new LinkedHashMap<>();
		columns(parameter).forEach((name, column) -> {
			String value = request.getParameter(name);
			if (value != null && column.personal() && !PersonalJson.clear(request)) {
				// A row that is found would tell what is masked in it.
				reader.fault(new FieldFault(name, EdgeRefusal.PARAMETER_UNKNOWN, Map.of("unknown", name, "known", String
					.join(", ", columns(parameter).keySet().stream().filter((one) -> !one.equals(name)).toList()))));
			}
			else if (value != null) {
				String read = Objects.requireNonNullElse(reader.word(name, value, LONGEST_VALUE), "");
				filter.put(name, read);
				if (reader.sound(name) && !column.takes(read)) {
					reader.fault(fault(column));
				}
			}
		});
		String limit = request.getParameter(LIMIT);
		int rows = DEFAULT_LIMIT;
		try {
			rows = (limit != null) ? EdgeRefusal.limit(limit) : DEFAULT_LIMIT;
		}
		catch (RefusedException ex) {
			ex.refusal().fields().forEach(reader::fault);
		}
		if (!reader.clean()) {
			throw EdgeRefusal.parameters(reader.faults());
		}
		return new ListQuery(filter, request.getParameter(AFTER), rows);
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod route) {
		for (MethodParameter parameter : route.getMethodParameters()) {
			if (supportsParameter(parameter)) {
				columns(parameter).values().forEach((column) -> add(operation, column.name(), schema(column)));
				add(operation, AFTER, new StringSchema());
				add(operation, LIMIT, new IntegerSchema());
			}
		}
		return operation;
	}

	private Map<String, Column> columns(MethodParameter list) {
		OfKind kind = list.getParameterAnnotation(OfKind.class);
		Map<String, Column> columns = this.columns.get((kind != null) ? kind.value() : Subject.ORDER);
		if (columns == null) {
			throw new IllegalStateException("No stage of this service declares the columns of " + list);
		}
		return columns;
	}

	private static FieldFault fault(Column column) {
		return (column.form() == Column.Form.NUMBER) ? EdgeRefusal.outOfRange(column.name(), 0, Column.LARGEST)
				: new FieldFault(column.name(), EdgeRefusal.VALUE_UNKNOWN,
						Map.of("allowed", String.join(", ", column.values())));
	}

	private static void add(Operation operation, String name, Schema<?> schema) {
		operation.addParametersItem(new QueryParameter().name(name).required(false).schema(schema));
	}

	private static Schema<?> schema(Column column) {
		return switch (column.form()) {
			case TEXT -> new StringSchema();
			case NUMBER -> new IntegerSchema();
			case CHOICE -> new StringSchema()._enum(column.values());
		};
	}

}
