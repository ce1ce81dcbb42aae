package io.gendan.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.gendan.contract.GendanEvent;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Outcome;
import io.gendan.stage.Refusal;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries texts that nobody can see in every text of every command. The commands are found
 * by their sealed family and the texts by the components of their records, so a new field
 * is tried without anybody thinking of it.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
public final class HostileTexts<S, C, E extends GendanEvent> {

	/** What is done to a good text, so that it must be refused wherever it stands. */
	private static final Map<String, UnaryOperator<String>> HOSTILE = Map.of("lone surrogate",
			(text) -> text + "\uD800x", "control", (text) -> text + "\u0007x", "null", (text) -> text + "\u0000x",
			"direction override", (text) -> text + "\u202Ex", "isolate", (text) -> text + "\u2067x", "noncharacter",
			(text) -> text + "\uFFFFx", "nothing visible", (text) -> "\u200B\u2060", "filler", (text) -> "\u3164",
			"marks without end", (text) -> text + "\u0301".repeat(31));

	private final Class<C> family;

	private final Set<Class<?>> tried = new LinkedHashSet<>();

	private HostileTexts(Class<C> family) {
		this.family = family;
	}

	/**
	 * Tries the commands of a family.
	 * @param family the sealed family
	 * @param <S> the state of the stage
	 * @param <C> the commands of the stage
	 * @param <E> the events of the stage
	 * @return nothing tried yet
	 */
	public static <S, C, E extends GendanEvent> HostileTexts<S, C, E> in(Class<C> family) {
		return new HostileTexts<>(family);
	}

	/**
	 * Tries a command.
	 * @param scenario a story up to where the command is accepted
	 * @param good the command as it is accepted, with every text and every list filled in
	 * @return this
	 */
	public HostileTexts<S, C, E> command(Scenario<S, C, E> scenario, C good) {
		assertThat(scenario.when(good).outcome()).as("%s as it should be", good).isInstanceOf(Outcome.Accepted.class);
		this.tried.add(good.getClass());
		refused(good, (bad) -> switch (scenario.when(bad).outcome()) {
			case Outcome.Refused<E>(Refusal refusal) -> refusal.fields();
			case Outcome.Accepted<E> _ -> List.of();
		});
		return this;
	}

	/**
	 * Checks that no command with a text has been left out.
	 * @param ours commands that no client can send
	 */
	@SafeVarargs
	public final void andNoOthers(Class<? extends C>... ours) {
		Set<Class<?>> left = new LinkedHashSet<>(
				Arrays.asList(Objects.requireNonNull(this.family.getPermittedSubclasses())));
		left.removeAll(this.tried);
		left.removeAll(List.of(ours));
		left.removeIf((command) -> !hasText(command));
		assertThat(left).as("commands with texts that were not tried").isEmpty();
	}

	/**
	 * Checks that every text of a record is looked at.
	 * @param good a record without gaps
	 * @param check tells the faults of a record
	 * @param <R> its type
	 */
	public static <R> void refused(R good, Function<R, List<FieldFault>> check) {
		HOSTILE.forEach((what, change) -> {
			Map<String, R> variants = new LinkedHashMap<>();
			collect("", good, change, variants);
			assertThat(variants).isNotEmpty();
			variants.forEach((path, bad) -> assertThat(check.apply(bad))
				.as("%s in %s of %s", what, path, good.getClass().getSimpleName())
				.extracting(FieldFault::field)
				.anyMatch((field) -> path.equals(field) || path.endsWith("." + field)));
		});
	}

	@SuppressWarnings("unchecked")
	private static <V> void collect(String path, V value, UnaryOperator<String> change, Map<String, V> into) {
		switch (value) {
			case String text -> into.put(path, (V) change.apply(text));
			case Record record -> {
				RecordComponent[] components = record.getClass().getRecordComponents();
				for (int i = 0; i < components.length; i++) {
					String inner = path.isEmpty() ? components[i].getName() : path + "." + components[i].getName();
					@Nullable Object part = read(components[i], record);
					if (hasText(components[i].getGenericType())) {
						assertThat(part).as("%s must be filled in to be tried", inner)
							.isNotNull()
							.isNotEqualTo(List.of());
					}
					int at = i;
					Map<String, Object> changed = new LinkedHashMap<>();
					if (part != null) {
						collect(inner, part, change, changed);
					}
					changed.forEach((where, other) -> into.put(where, (V) with(record, components, at, other)));
				}
			}
			case List<?> list -> {
				for (int i = 0; i < list.size(); i++) {
					int at = i;
					Map<String, Object> changed = new LinkedHashMap<>();
					collect(path + "[" + i + "]", list.get(i), change, changed);
					changed.forEach((where, other) -> {
						List<Object> copy = new ArrayList<>(list);
						copy.set(at, other);
						into.put(where, (V) copy);
					});
				}
			}
			default -> {
			}
		}
	}

	private static Record with(Record record, RecordComponent[] components, int at, Object other) {
		@Nullable Object[] arguments = new @Nullable Object[components.length];
		for (int i = 0; i < components.length; i++) {
			arguments[i] = (i == at) ? other : read(components[i], record);
		}
		try {
			Constructor<? extends Record> constructor = record.getClass()
				.getDeclaredConstructor(
						Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			constructor.setAccessible(true);
			return constructor.newInstance(arguments);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable Object read(RecordComponent component, Record record) {
		try {
			component.getAccessor().setAccessible(true);
			return component.getAccessor().invoke(record);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean hasText(Type type) {
		return switch (type) {
			case ParameterizedType list -> Arrays.stream(list.getActualTypeArguments()).anyMatch(HostileTexts::hasText);
			case Class<?> text when text == String.class -> true;
			case Class<?> record when record.isRecord() -> Arrays.stream(record.getRecordComponents())
				.anyMatch((component) -> hasText(component.getGenericType()));
			default -> false;
		};
	}

}
