package io.gendan.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The way into a stage for everything that is not an event: REST, imports, activities.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 */
public interface StageGateway<S, C> {

	/**
	 * Carries out a command. Requests that arrive together are written together.
	 * @param request the command
	 * @return what became of it, once it is safe; a failure is thrown
	 */
	CommandResult<S> execute(CommandRequest<C> request);

	/**
	 * Carries out many commands, with one read and one write for as many as fit into
	 * memory; one that fails holds back none of the others.
	 * @param requests the commands, several on one order allowed
	 * @return what became of each, in the same order
	 */
	List<CommandResult<S>> executeAll(List<CommandRequest<C>> requests);

	/**
	 * Carries out many commands like {@link #executeAll(List)}, but keeps no more of the
	 * results than the caller needs: they hold the states of all orders.
	 * @param requests the commands, several on one order allowed
	 * @param told makes of a result what is kept of it, once it is safe
	 * @param <R> what is kept
	 * @return what was made of each, in the same order
	 */
	default <R> List<R> executeAll(List<CommandRequest<C>> requests,
			BiFunction<CommandRequest<C>, CommandResult<S>, R> told) {
		List<CommandResult<S>> results = executeAll(requests);
		return IntStream.range(0, results.size()).mapToObj((i) -> told.apply(requests.get(i), results.get(i))).toList();
	}

	/**
	 * Looks an order up.
	 * @param order order number
	 * @return the order, or empty if this stage has not heard of it
	 */
	Optional<OrderSnapshot<S>> find(String order);

	/**
	 * Looks many orders up with one read.
	 * @param orders order numbers
	 * @return those this stage has heard of, by number
	 */
	Map<String, OrderSnapshot<S>> findAll(Collection<String> orders);

	/**
	 * Looks many orders up like {@link #findAll(Collection)}, but keeps no more of each
	 * than the caller needs, and tells what is there but cannot be read.
	 * @param orders order numbers
	 * @param told makes of an order what is kept of it
	 * @param unreadable what stands for one that cannot be read
	 * @param <R> what is kept
	 * @return what was made of those this stage has heard of, by number
	 */
	default <R> Map<String, R> findAll(Collection<String> orders, Function<OrderSnapshot<S>, R> told, R unreadable) {
		Map<String, R> found = new HashMap<>();
		findAll(orders).forEach((number, order) -> found.put(number, told.apply(order)));
		return found;
	}

	/**
	 * What has happened to an order, the newest first.
	 * @param order order number
	 * @param before number of the entry before which to begin
	 * @param limit entries at the most
	 * @return the entries, fewer where they are large; empty if this stage has not heard
	 * of it
	 */
	Optional<List<HistoryEntry>> history(String order, long before, int limit);

	/**
	 * A page of the list.
	 * @param filter which rows
	 * @param sort in which order
	 * @param visibility whose orders it may hold; pages are full nevertheless
	 * @param after the row after which the page starts, null for the first page
	 * @param limit rows at the most, 1 to 500
	 * @return the page
	 */
	OrderPage page(ListFilter filter, ListSort sort, Visibility visibility, @Nullable ListPosition after, int limit);

}
