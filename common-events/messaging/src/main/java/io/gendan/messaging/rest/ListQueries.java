package io.gendan.messaging.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.contract.Subject;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListFormat;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.Column;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FieldReader;
import io.gendan.stage.Stage;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
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

	private static final String FROM = ".from";

	private static final String TO = ".to";

	private static final String SORT = "sort";

	private static final String SEARCH = "search";

	private static final String AFTER = "after";

	private static final String LIMIT = "limit";

	static final String FORMAT = "format";

	private static final List<String> FORMATS = Stream.of(ListFormat.values())
		.map((format) -> format.name().toLowerCase(Locale.ROOT))
		.toList();

	/** What rows are called by, whatever they are. */
	private static final String NUMBER = "number";

	private static final int DEFAULT_LIMIT = 50;

	private static final int LONGEST_VALUE = 500;

	private static final int MOST_VALUES = 50;

	private final Map<String, Map<String, Column>> columns = new HashMap<>();

	ListQueries(List<Stage<?, ?, ?>> stages) {
		stages.forEach((stage) -> this.columns.put(stage.kind().label(), columns(stage)));
	}

	private static Map<String, Column> columns(Stage<?, ?, ?> stage) {
		List<Column> columns = new ArrayList<>(stage.columns());
		if (stage.kind().owned()) {
			columns.add(Column.text(LedgerStore.CUSTOMER).withIndex());
			columns.add(Column.text(LedgerStore.ENTERED_BY).withIndex());
		}
		if (!stage.slas().isEmpty()) {
			columns.add(Column.choice("sla", List.copyOf(new TreeSet<>(stage.slas()))));
			columns.add(Column.date("slaDue"));
		}
		Map<String, Column> byName = new LinkedHashMap<>();
		columns.forEach((column) -> byName.put(column.name(), column));
		return byName;
	}

	/**
	 * What a list may be asked for.
	 * @param list where a controller takes it
	 * @return names of the query parameters, and whether each may stand several times
	 */
	Map<String, Boolean> names(MethodParameter list) {
		Map<String, Boolean> names = new LinkedHashMap<>();
		columns(list).forEach((name, column) -> {
			names.put(name, true);
			if (column.ranged()) {
				names.put(name + FROM, false);
				names.put(name + TO, false);
			}
		});
		List.of(SEARCH, SORT, AFTER, LIMIT, FORMAT).forEach((name) -> names.put(name, false));
		return names;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ListQuery.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
			NativeWebRequest request, @Nullable WebDataBinderFactory binderFactory) {
		boolean clear = PersonalJson.clear(request);
		List<Column> columns = columns(parameter).values()
			.stream()
			.filter((column) -> clear || !column.personal())
			.toList();
		FieldReader reader = new FieldReader();
		// A row that is found would tell what is masked in it.
		columns(parameter).values()
			.stream()
			.filter((column) -> !columns.contains(column) && request.getParameter(column.name()) != null)
			.forEach((column) -> reader.fault(new FieldFault(column.name(), EdgeRefusal.PARAMETER_UNKNOWN,
					Map.of("unknown", column.name(), "known", names(columns)))));
		ListFilter filter = new ListFilter(values(columns, request, reader), ranges(columns, request, reader),
				search(columns, request, reader));
		ListSort sort = sort(columns, request, reader);
		ListPosition after = reader.clean() ? after(filter, sort, request, reader) : null;
		int limit = limit(request, reader);
		ListFormat format = format(request, reader);
		if (!reader.clean()) {
			throw EdgeRefusal.parameters(reader.faults());
		}
		return new ListQuery(filter, sort, after, limit, format, List.copyOf(columns(parameter).values()));
	}

	private static String names(List<Column> columns) {
		return columns.stream().map(Column::name).collect(Collectors.joining(", "));
	}

	private static Map<String, List<String>> values(List<Column> columns, NativeWebRequest request,
			FieldReader reader) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		for (Column column : columns) {
			String[] given = request.getParameterValues(column.name());
			if (given == null) {
				continue;
			}
			if (given.length > MOST_VALUES) {
				reader.fault(column.name(), EdgeRefusal.SIZE_OUT_OF_RANGE, Map.of("min", 1, "max", MOST_VALUES));
				continue;
			}
			values.put(column.name(),
					Stream.of(given).map((value) -> value(column, column.name(), value, reader)).distinct().toList());
		}
		return values;
	}

	private static Map<String, ListFilter.Range> ranges(List<Column> columns, NativeWebRequest request,
			FieldReader reader) {
		Map<String, ListFilter.Range> ranges = new LinkedHashMap<>();
		columns.stream().filter(Column::ranged).forEach((column) -> {
			Object from = end(column, FROM, request, reader);
			Object to = end(column, TO, request, reader);
			if (from != null || to != null) {
				ranges.put(column.name(), new ListFilter.Range(from, to));
			}
		});
		return ranges;
	}

	private static @Nullable Object end(Column column, String end, NativeWebRequest request, FieldReader reader) {
		String given = request.getParameter(column.name() + end);
		if (given == null) {
			return null;
		}
		String value = value(column, column.name() + end, given, reader);
		return switch (column.form()) {
			case NUMBER -> column.takes(value) ? Long.valueOf(value) : value;
			// Fractions of a second stand between the digits and the sign of UTC.
			case DATE -> value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
			default -> value;
		};
	}

	private static String value(Column column, String name, String given, FieldReader reader) {
		String read = Objects.requireNonNullElse(reader.word(name, given, LONGEST_VALUE), "");
		if (reader.sound(name) && !column.takes(read)) {
			reader.fault(fault(column, name));
		}
		return (column.form() == Column.Form.DATE) ? Objects.requireNonNullElse(Column.stored(read), read) : read;
	}

	private static ListFilter.@Nullable Search search(List<Column> columns, NativeWebRequest request,
			FieldReader reader) {
		String given = request.getParameter(SEARCH);
		return (given != null) ? new ListFilter.Search(reader.need(SEARCH, reader.word(SEARCH, given, LONGEST_VALUE)),
				searched(columns)) : null;
	}

	/** Not every caller is shown who entered an order, so nobody finds it so. */
	private static List<String> searched(Collection<Column> columns) {
		return columns.stream()
			.filter(Column::searched)
			.map(Column::name)
			.filter((name) -> !name.equals(LedgerStore.ENTERED_BY))
			.toList();
	}

	private static ListSort sort(List<Column> columns, NativeWebRequest request, FieldReader reader) {
		String given = request.getParameter(SORT);
		if (given == null) {
			return ListSort.BY_NUMBER;
		}
		boolean descending = given.startsWith("-");
		String name = descending ? given.substring(1) : given;
		if (name.equals(NUMBER)) {
			return new ListSort(null, descending);
		}
		List<String> sortable = sortable(columns);
		if (!sortable.contains(name)) {
			reader.fault(SORT, EdgeRefusal.VALUE_UNKNOWN, Map.of("allowed", String.join(", ", orders(columns))));
		}
		return new ListSort(name, descending);
	}

	private static List<String> sortable(List<Column> columns) {
		return columns.stream().filter(Column::sortable).map(Column::name).toList();
	}

	/** All orders in which a list can come. */
	private static List<String> orders(Collection<Column> columns) {
		return Stream.concat(Stream.of(NUMBER), sortable(List.copyOf(columns)).stream())
			.flatMap((name) -> Stream.of(name, "-" + name))
			.toList();
	}

	private static @Nullable ListPosition after(ListFilter filter, ListSort sort, NativeWebRequest request,
			FieldReader reader) {
		String cursor = request.getParameter(AFTER);
		if (cursor == null) {
			return null;
		}
		ListPosition after = ListPosition.read(cursor, filter, sort).orElse(null);
		if (after == null) {
			reader.fault(AFTER, EdgeRefusal.CURSOR_UNKNOWN);
		}
		return after;
	}

	private static @Nullable ListFormat format(NativeWebRequest request, FieldReader reader) {
		String given = request.getParameter(FORMAT);
		if (given == null) {
			return null;
		}
		for (ListFormat format : ListFormat.values()) {
			if (format.name().equalsIgnoreCase(given)) {
				return format;
			}
		}
		reader.fault(FORMAT, EdgeRefusal.VALUE_UNKNOWN, Map.of("allowed", String.join(", ", FORMATS)));
		return null;
	}

	private static int limit(NativeWebRequest request, FieldReader reader) {
		String limit = request.getParameter(LIMIT);
		try {
			return (limit != null) ? EdgeRefusal.limit(limit) : DEFAULT_LIMIT;
		}
		catch (RefusedException ex) {
			ex.refusal().fields().forEach(reader::fault);
			return DEFAULT_LIMIT;
		}
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod route) {
		for (MethodParameter parameter : route.getMethodParameters()) {
			if (supportsParameter(parameter)) {
				document(operation, columns(parameter).values());
			}
		}
		return operation;
	}

	private static void document(Operation operation, Collection<Column> columns) {
		for (Column column : columns) {
			add(operation, column.name(), "One of these values", new ArraySchema().items(schema(column)));
			if (column.ranged()) {
				add(operation, column.name() + FROM, "Not before or below this", schema(column));
				add(operation, column.name() + TO, "Not after or above this", schema(column));
			}
		}
		String searched = String.join(", ", searched(columns));
		add(operation, SEARCH, "How one of these begins: number, " + searched, new StringSchema());
		add(operation, SORT, "In which order; with a minus the largest first",
				new StringSchema()._enum(orders(columns)));
		add(operation, AFTER, "What the last page gave as next", new StringSchema());
		add(operation, LIMIT, "Rows at the most", new IntegerSchema());
		add(operation, FORMAT, "All rows as a file", new StringSchema()._enum(FORMATS));
	}

	private Map<String, Column> columns(MethodParameter list) {
		OfKind kind = list.getParameterAnnotation(OfKind.class);
		Map<String, Column> columns = this.columns.get((kind != null) ? kind.value() : Subject.ORDER);
		if (columns == null) {
			throw new IllegalStateException("No stage of this service declares the columns of " + list);
		}
		return columns;
	}

	private static FieldFault fault(Column column, String name) {
		return switch (column.form()) {
			case NUMBER -> EdgeRefusal.outOfRange(name, 0, Column.LARGEST);
			case DATE -> new FieldFault(name, EdgeRefusal.VALUE_INVALID,
					Map.of("form", "a day such as 2026-11-30, a month, a year, or an instant with its offset"));
			default ->
				new FieldFault(name, EdgeRefusal.VALUE_UNKNOWN, Map.of("allowed", String.join(", ", column.values())));
		};
	}

	private static void add(Operation operation, String name, String description, Schema<?> schema) {
		operation
			.addParametersItem(new QueryParameter().name(name).description(description).required(false).schema(schema));
	}

	private static Schema<?> schema(Column column) {
		return switch (column.form()) {
			case TEXT, DECIMAL -> new StringSchema();
			case DATE -> new StringSchema().example("2026-11-30")
				.description("A day, month or year; instants are told and compared in UTC");
			case NUMBER -> new IntegerSchema();
			case CHOICE -> new StringSchema()._enum(column.values());
		};
	}

}
