package io.gendan.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;

/**
 * One stage of the life of an order, or of another thing with a number of its own, as
 * pure functions: what is decided depends on nothing but the arguments. The state is the
 * fold of {@link #evolve} over what happened to it, own events and received ones, in the
 * order in which this stage learned of them. A service may have several stages, each with
 * another kind.
 *
 * @param <S> the state of one subject at this stage, immutable
 * @param <C> the commands of this stage, a sealed family
 * @param <E> the events of this stage, a sealed family of the contract
 */
public interface Stage<S, C, E extends GendanEvent> {

	/**
	 * The service this stage is.
	 * @return one of the six
	 */
	Service service();

	/**
	 * What this is a stage of.
	 * @return the order, if nothing else is said
	 */
	default StreamKind kind() {
		return StreamKind.ORDER;
	}

	/**
	 * Whether subjects of this kind live so long that their events must not gather in one
	 * document: the oldest go to pages beside it.
	 * @return how the state is stored then, empty if they come to an end
	 */
	default Optional<LongLived<S>> longLived() {
		return Optional.empty();
	}

	/**
	 * What is known of one before anything has happened.
	 * @param number order number, or the number of what this is a stage of
	 * @return the empty state
	 */
	S initial(String number);

	/**
	 * The state after an event. Total: it never fails and takes any event, also one that
	 * it does not expect.
	 * @param state the state before
	 * @param event an own event, or a received one of {@link #listensTo()}
	 * @return the state after
	 */
	S evolve(S state, GendanEvent event);

	/**
	 * Decides on a command.
	 * @param state the present state
	 * @param command what is asked for
	 * @param context who asks and when
	 * @return the events that follow, or a refusal that leaves nothing behind
	 */
	Outcome<E> decide(S state, C command, Context context);

	/**
	 * Whether a command may be the first thing this stage hears of an order. Any other
	 * command on an unknown order is refused as not found.
	 * @param command a command
	 * @return true if it opens an order
	 */
	default boolean opens(C command) {
		return false;
	}

	/**
	 * The events of other stages that this one keeps and reacts to. All others only move
	 * the inbox.
	 * @return classes of the contract, none if nothing else is said
	 */
	default Set<Class<? extends GendanEvent>> listensTo() {
		return Set.of();
	}

	/**
	 * What follows from an event of another stage. It cannot be refused: what does not
	 * fit is kept in the state and answered with no event.
	 * @param state the state, already evolved with the received event
	 * @param received an event of {@link #listensTo()}
	 * @param context the policy of this stage and the present time
	 * @return the events that follow, often none
	 */
	default List<E> react(S state, GendanEvent received, Context context) {
		return List.of();
	}

	/**
	 * When this order wants to be looked at next, if nothing else happens.
	 * @param state the present state
	 * @return an instant, or empty when nothing is due
	 */
	default Optional<Instant> due(S state) {
		return Optional.empty();
	}

	/**
	 * What was promised for this state, as far as it is measured.
	 * @param state the present state
	 * @return the promise, or empty when nobody waits
	 */
	default Optional<Sla> sla(S state) {
		return Optional.empty();
	}

	/**
	 * The names that {@link #sla} may give.
	 * @return names, so that their counters stand from the start
	 */
	default Set<String> slas() {
		return Set.of();
	}

	/**
	 * Whether what was promised before is not waited for any more because it has been
	 * called off: then it is neither met nor missed.
	 * @param before the state with the promise
	 * @param after the state in which it does not stand any more
	 * @return false if what was waited for has come
	 */
	default boolean withdrawn(S before, S after) {
		return false;
	}

	/**
	 * The time that counts between two instants: working time where a calendar says so.
	 * @param from the earlier instant
	 * @param to the later instant
	 * @return the time between them, negative when they are the other way round
	 */
	default Duration counted(Instant from, Instant to) {
		return Duration.between(from, to);
	}

	/**
	 * What follows when the due instant has passed. Afterwards {@link #due} must name a
	 * later instant or none.
	 * @param state the present state
	 * @param context the policy of this stage and the present time
	 * @return the events that follow
	 */
	default List<E> onDue(S state, Context context) {
		return List.of();
	}

	/**
	 * Whose an order is. Lists show it as {@code customerId} and {@code enteredBy}.
	 * @param state the present state
	 * @return customer and who entered it, empty as long as this stage has not heard
	 */
	Optional<Owner> owner(S state);

	/**
	 * The fields by which lists show and filter orders, {@code state} among them.
	 * @return the columns, in the order in which they are told
	 */
	List<Column> columns();

	/**
	 * What lists show of an order.
	 * @param state the present state
	 * @return name of a {@linkplain #columns() column} to text, number, boolean or null
	 */
	Map<String, Object> summary(S state);

}
