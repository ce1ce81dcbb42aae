package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.HistoryEntry;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.ledger.Discarded;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.Ledgers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a stage. What happens together is cut into batches that fit into memory, by
 * what is known of the sizes of the documents, and carried out batch by batch; the orders
 * of a batch are read and written together.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
public final class StageEngine<S, C, E extends GendanEvent> {

	private static final Logger log = LoggerFactory.getLogger(StageEngine.class);

	private final OrderBatches<S, C, E> batches;

	private final LedgerStore store;

	private final RecentOrders recent;

	private final GapWatch gaps;

	private final Limits limits;

	/**
	 * An engine.
	 * @param batches carries out batches
	 * @param store the ledgers
	 * @param recent the orders written last
	 * @param gaps how long events may wait for their predecessors
	 * @param limits what a batch may hold
	 */
	public StageEngine(OrderBatches<S, C, E> batches, LedgerStore store, RecentOrders recent, GapWatch gaps,
			Limits limits) {
		this.batches = batches;
		this.store = store;
		this.recent = recent;
		this.gaps = gaps;
		this.limits = limits;
	}

	/**
	 * Takes received events; afterwards their effects are safe.
	 * @param events events of other services, per service and order in sequence
	 * @return what became of each, in the same order
	 * @throws StoreBusyException if the document of an order kept changing; duplicates of
	 * the others fall out when the events come again
	 */
	public List<Verdict> receive(List<RecordedEvent> events) {
		List<ReceivedItem<S, C>> items = events.stream().map((event) -> new ReceivedItem<S, C>(event)).toList();
		process(items);
		return items.stream().map(ReceivedItem::verdict).toList();
	}

	/**
	 * Takes events that came by when the stage did not listen to their type yet;
	 * afterwards their effects are safe.
	 * @param events events of one type, per service and order in sequence
	 * @return what became of each, in the same order: taken, rejected, or known if the
	 * stage has it already or will receive it
	 */
	public List<Verdict> replay(List<RecordedEvent> events) {
		List<ReplayItem<S, C>> items = events.stream().map((event) -> new ReplayItem<S, C>(event)).toList();
		process(items);
		return items.stream().map(ReplayItem::verdict).toList();
	}

	/**
	 * Looks after orders whose due instant has come.
	 * @param orders order numbers
	 */
	public void due(Collection<String> orders) {
		List<DueItem<S, C>> items = orders.stream()
			.map((order) -> new DueItem<S, C>(order, this.gaps.patience()))
			.toList();
		process(items);
		List<Overdue> overdue = items.stream().flatMap((item) -> item.overdue().stream()).toList();
		if (!overdue.isEmpty()) {
			this.gaps.alarm().raise(overdue);
			process(overdue.stream().map((waits) -> new ToldItem<S, C>(waits.event())).toList());
		}
	}

	/**
	 * Passes over an event; afterwards the decision is safe, and what waited behind the
	 * event has gone on.
	 * @param order order number
	 * @param decision the event, who has decided, and why
	 * @throws StoreBusyException if the document of the order kept changing
	 */
	public void discard(String order, Discarded decision) {
		DiscardItem<S, C> item = new DiscardItem<>(order, decision);
		process(List.of(item));
		item.check();
	}

	/**
	 * Reads orders as they are stored.
	 * @param orders order numbers
	 * @return those that have been heard of
	 * @throws OrderHeldBackException if the only order asked for cannot be read; among
	 * several it is left out
	 */
	List<Folded<S>> read(Collection<String> orders) {
		List<Folded<S>> read = new ArrayList<>();
		readEach(orders, read::add, (order, failure) -> {
			if (orders.size() == 1) {
				throw failure;
			}
			log.error("Order {} is left out of what is read together", order, failure);
		});
		return read;
	}

	/**
	 * Reads orders as they are stored, so many at once as fit into memory. Where none of
	 * several has a document, one question to the store says so.
	 * @param orders order numbers
	 * @param read takes those that have been heard of
	 * @param unreadable takes those that cannot be read, and why
	 */
	void readEach(Collection<String> orders, Consumer<Folded<S>> read,
			BiConsumer<String, OrderHeldBackException> unreadable) {
		Map<String, Long> sizes = (orders.size() > 1) ? this.store.sizes(orders) : Map.of();
		List<String> stored = List.copyOf((orders.size() > 1) ? sizes.keySet() : orders);
		for (List<String> batch : this.limits.batch().portions(stored, (order) -> sizes.getOrDefault(order, 0L))) {
			Ledgers ledgers = this.store.load(batch);
			for (String order : ledgers.orders()) {
				Folded<S> known;
				try {
					known = this.batches.fold(ledgers, order);
				}
				catch (OrderHeldBackException ex) {
					unreadable.accept(order, ex);
					continue;
				}
				read.accept(known);
			}
		}
	}

	/**
	 * What has happened to an order, the newest first.
	 * @param order order number
	 * @param before number of the entry before which to begin
	 * @param limit entries at the most
	 * @return the entries, empty if there is no such order
	 */
	Optional<List<HistoryEntry>> history(String order, long before, int limit) {
		Ledger ledger = this.store.load(List.of(order)).get(order);
		return (ledger.length() > 0) ? Optional.of(this.batches.history(ledger, before, limit)) : Optional.empty();
	}

	/**
	 * An order as it is shown.
	 * @param known the order as it stands
	 * @return with whose it is
	 */
	OrderSnapshot<S> snapshot(Folded<S> known) {
		return this.batches.snapshot(known);
	}

	/**
	 * Lets things happen to orders; afterwards what happened is safe. Items of an order
	 * whose document kept changing are told so; nothing of them has happened.
	 * @param items what happens, per order in this order
	 */
	void process(List<? extends Item<S, C>> items) {
		Map<String, List<Item<S, C>>> orders = new LinkedHashMap<>();
		items.forEach((item) -> orders.computeIfAbsent(item.order(), (order) -> new ArrayList<>()).add(item));
		Map<String, Long> sizes = new HashMap<>(this.recent.sizes(orders.keySet()));
		Set<String> absent = new HashSet<>();
		if (orders.size() > 1) {
			absent.addAll(orders.keySet());
			absent.removeAll(sizes.keySet());
			sizes.putAll(this.store.sizes(absent));
			absent.removeAll(sizes.keySet());
		}
		List<Map.Entry<String, List<Item<S, C>>>> all = List.copyOf(orders.entrySet());
		for (var portion : this.limits.batch()
			.portions(all, (order) -> sizes.getOrDefault(order.getKey(), 0L) + weight(order.getValue()))) {
			Map<String, List<Item<S, C>>> batch = new LinkedHashMap<>();
			portion.forEach((order) -> batch.put(order.getKey(), order.getValue()));
			this.batches.carryOut(batch, absent);
			batch.values().forEach((done) -> done.forEach(Item::done));
		}
	}

	private static long weight(List<? extends Item<?, ?>> items) {
		return items.stream().mapToLong(Item::weight).sum();
	}

}
