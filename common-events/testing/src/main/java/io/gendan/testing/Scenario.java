package io.gendan.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.gendan.contract.Actor;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.order.ChainHead;
import io.gendan.stage.Context;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Outcome;
import io.gendan.stage.Refusal;
import io.gendan.stage.RefusalCode;
import io.gendan.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Given events, when a command or an event comes, then events: a stage told as a story.
 * Every {@code then} also folds what has happened, so that the story goes on.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
public final class Scenario<S, C, E extends GendanEvent> {

	private final Stage<S, C, E> stage;

	private S state;

	private Actor actor = new Actor("salesperson", "li");

	private Instant now = Instant.parse("2026-03-02T02:00:00Z");

	private List<ChainHead> heads = List.of();

	private Outcome<E> outcome = Outcome.accepted();

	private Scenario(Stage<S, C, E> stage, String order) {
		this.stage = stage;
		this.state = stage.initial(order);
	}

	public static <S, C, E extends GendanEvent> Scenario<S, C, E> of(Stage<S, C, E> stage) {
		return of(stage, "SO-1");
	}

	public static <S, C, E extends GendanEvent> Scenario<S, C, E> of(Stage<S, C, E> stage, String order) {
		return new Scenario<>(stage, order);
	}

	/**
	 * What has happened before, own and received events.
	 * @param events the past
	 * @return this
	 */
	public Scenario<S, C, E> given(GendanEvent... events) {
		for (GendanEvent event : events) {
			fold(event);
		}
		return this;
	}

	public Scenario<S, C, E> at(Instant instant) {
		this.now = instant;
		return this;
	}

	public Scenario<S, C, E> by(Actor who) {
		this.actor = who;
		return this;
	}

	public Scenario<S, C, E> heads(ChainHead... chainHeads) {
		this.heads = List.of(chainHeads);
		return this;
	}

	/**
	 * A command comes.
	 * @param command what is asked for
	 * @return this
	 */
	public Scenario<S, C, E> when(C command) {
		this.outcome = this.stage.decide(this.state, command, new Context(this.actor, this.now, this.heads));
		return this;
	}

	/**
	 * An event of another stage comes. As the engine does it: events that the stage does
	 * not listen to change nothing.
	 * @param event the received event
	 * @return this
	 */
	public Scenario<S, C, E> received(GendanEvent event) {
		this.outcome = Outcome.accepted();
		if (this.stage.listensTo().contains(event.getClass())) {
			fold(event);
			this.outcome = new Outcome.Accepted<>(this.stage.react(this.state, event, policy()));
		}
		return this;
	}

	/**
	 * The clock strikes; nothing happens before the state is due.
	 * @param instant the time
	 * @return this
	 */
	public Scenario<S, C, E> whenDue(Instant instant) {
		this.now = instant;
		boolean due = this.stage.due(this.state).map((at) -> !at.isAfter(instant)).orElse(false);
		this.outcome = due ? new Outcome.Accepted<>(this.stage.onDue(this.state, policy())) : Outcome.accepted();
		return this;
	}

	/**
	 * These events follow, and no others.
	 * @param events the expected events
	 * @return this
	 */
	public Scenario<S, C, E> then(GendanEvent... events) {
		List<E> happened = happened();
		assertThat(happened).map(GendanEvent.class::cast).containsExactly(events);
		happened.forEach(this::fold);
		this.outcome = Outcome.accepted();
		return this;
	}

	/**
	 * Something follows that only its type matters of.
	 * @param types the expected event types
	 * @return this
	 */
	@SafeVarargs
	public final Scenario<S, C, E> thenTypes(Class<? extends GendanEvent>... types) {
		List<E> happened = happened();
		assertThat(happened.stream().<Class<?>>map(Object::getClass).toList()).isEqualTo(List.of(types));
		happened.forEach(this::fold);
		this.outcome = Outcome.accepted();
		return this;
	}

	public Scenario<S, C, E> refused(RefusalCode code) {
		assertThat(refusal().code()).isEqualTo(code);
		return this;
	}

	/**
	 * Refused for these fields, and no others.
	 * @param faults field path to the name of the code
	 * @return this
	 */
	public Scenario<S, C, E> refusedFields(Map<String, String> faults) {
		Map<String, String> told = new TreeMap<>();
		for (FieldFault fault : refusal().fields()) {
			told.merge(fault.field(), fault.code().name(), (one, other) -> one + "," + other);
		}
		assertThat(told).isEqualTo(new TreeMap<>(faults));
		return this;
	}

	public Scenario<S, C, E> due(Instant instant) {
		assertThat(this.stage.due(this.state)).contains(instant);
		return this;
	}

	public Scenario<S, C, E> notDue() {
		assertThat(this.stage.due(this.state)).isEmpty();
		return this;
	}

	public S state() {
		return this.state;
	}

	public Outcome<E> outcome() {
		return this.outcome;
	}

	private void fold(GendanEvent event) {
		this.state = this.stage.evolve(this.state, event);
		Columns.assertDeclared(this.stage, this.state);
	}

	private Context policy() {
		return new Context(Actor.policy(this.stage.service().label()), this.now, this.heads);
	}

	private List<E> happened() {
		return switch (this.outcome) {
			case Outcome.Accepted<E>(List<E> events) -> events;
			case Outcome.Refused<E>(Refusal refusal) -> fail("refused with %s", refusal);
		};
	}

	private Refusal refusal() {
		return switch (this.outcome) {
			case Outcome.Refused<E>(Refusal refusal) -> refusal;
			case Outcome.Accepted<E>(List<E> events) -> fail("not refused, but %s", events);
		};
	}

}
