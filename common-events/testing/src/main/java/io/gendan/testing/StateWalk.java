package io.gendan.testing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Stage;

/**
 * Walks through everything that can become of an order at a stage, and finds the states
 * that nobody can bring to an end. A move is a command that a person gives, or a fact
 * that another stage tells while it can be true, because somebody there decides it.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
public final class StateWalk<S, C, E extends GendanEvent> {

	private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

	private final Stage<S, C, E> stage;

	private final Function<S, Object> likeness;

	private final Map<String, Function<S, Optional<S>>> moves = new LinkedHashMap<>();

	private final Set<String> chances = new HashSet<>();

	private StateWalk(Stage<S, C, E> stage, Function<S, Object> likeness) {
		this.stage = stage;
		this.likeness = likeness;
	}

	/**
	 * A walk through a stage.
	 * @param stage the stage
	 * @param likeness what two states have in common that are walked through only once
	 * @param <S> the state of the stage
	 * @param <C> the commands of the stage
	 * @param <E> the events of the stage
	 * @return a walk without moves
	 */
	public static <S, C, E extends GendanEvent> StateWalk<S, C, E> through(Stage<S, C, E> stage,
			Function<S, Object> likeness) {
		return new StateWalk<>(stage, likeness);
	}

	/**
	 * Somebody may give this command.
	 * @param actor who
	 * @param command made of the state, where it depends on it
	 * @return this
	 */
	public StateWalk<S, C, E> command(Actor actor, Function<S, C> command) {
		return move("%s %d".formatted(actor, this.moves.size()),
				(state) -> switch (this.stage.decide(state, command.apply(state), new Context(actor, NOW))) {
					case Outcome.Accepted<E>(List<E> events) when !events.isEmpty() -> Optional.of(fold(state, events));
					case Outcome.Accepted<E> _, Outcome.Refused<E> _ -> Optional.empty();
				});
	}

	/**
	 * Somebody may give this command if the world lets them: the customer has paid, the
	 * receiver has signed. It leads on, but nobody can count on it as a way out.
	 * @param actor who
	 * @param command made of the state, where it depends on it
	 * @return this
	 */
	public StateWalk<S, C, E> chance(Actor actor, Function<S, C> command) {
		this.chances.add("%s %d".formatted(actor, this.moves.size()));
		return command(actor, command);
	}

	/**
	 * Another stage may tell this.
	 * @param fact the event
	 * @param possible in which states it can be true
	 * @return this
	 */
	public StateWalk<S, C, E> fact(GendanEvent fact, Predicate<S> possible) {
		return move(fact.getClass().getSimpleName() + " " + this.moves.size(), (state) -> {
			if (!possible.test(state)) {
				return Optional.empty();
			}
			S known = this.stage.evolve(state, fact);
			return Optional.of(fold(known,
					this.stage.react(known, fact, new Context(Actor.policy(this.stage.service().label()), NOW))));
		});
	}

	/**
	 * Finds the dead ends.
	 * @param end whether nothing is left to be done
	 * @return how each state is reached that has no way to an end; empty if all have one
	 */
	public List<String> deadEnds(Predicate<S> end) {
		Map<Object, Visited<S>> reached = explore(this.stage.initial("SO-1"), this.moves);
		Map<String, Function<S, Optional<S>>> certain = new LinkedHashMap<>(this.moves);
		certain.keySet().removeAll(this.chances);
		List<String> dead = new ArrayList<>();
		reached.values().forEach((visited) -> {
			if (explore(visited.state(), certain).values().stream().noneMatch((later) -> end.test(later.state()))) {
				dead.add(visited.tale() + ": " + this.stage.summary(visited.state()));
			}
		});
		return dead;
	}

	/**
	 * What can be reached at all.
	 * @param <T> what is asked of each state
	 * @param aspect such as its phase
	 * @return the aspects found
	 */
	public <T> Set<T> reached(Function<S, T> aspect) {
		Set<T> found = new HashSet<>();
		explore(this.stage.initial("SO-1"), this.moves).values()
			.forEach((visited) -> found.add(aspect.apply(visited.state())));
		return found;
	}

	private Map<Object, Visited<S>> explore(S start, Map<String, Function<S, Optional<S>>> possible) {
		Map<Object, Visited<S>> reached = new LinkedHashMap<>();
		Queue<Visited<S>> open = new ArrayDeque<>(List.of(new Visited<>(start, "")));
		while (!open.isEmpty()) {
			Visited<S> here = open.remove();
			if (reached.putIfAbsent(this.likeness.apply(here.state()), here) == null) {
				Columns.assertDeclared(this.stage, here.state());
				possible.forEach((name, move) -> move.apply(here.state())
					.ifPresent((next) -> open.add(new Visited<>(next, here.tale() + " > " + name))));
			}
		}
		return reached;
	}

	private StateWalk<S, C, E> move(String name, Function<S, Optional<S>> move) {
		this.moves.put(name, move);
		return this;
	}

	private S fold(S start, List<E> events) {
		S state = start;
		for (E event : events) {
			state = this.stage.evolve(state, event);
		}
		return state;
	}

	private record Visited<S>(S state, String tale) {
	}

}
