package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.ledger.Discarded;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerChange;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.outbox.Outgoing;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Carries a stage: one read for all orders of a batch that are not remembered, decisions
 * in memory, one write, then the hand-over to the relay. An order whose document changed
 * meanwhile is decided again, alone.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
public final class StageEngine<S, C, E extends GendanEvent> {

	private static final int TRIES = 20;

	private final Stage<S, C, E> stage;

	private final EventWriter writer;

	private final LedgerStore store;

	private final RecentOrders<S> recent;

	private final OutboxRelay relay;

	private final DeadlineQueue deadlines;

	private final Activities<S, C> activities;

	private final GapWatch gaps;

	private final StageMetrics metrics;

	private final Clock clock;

	public StageEngine(Stage<S, C, E> stage, EventCodec codec, LedgerStore store, RecentOrders<S> recent,
			OutboxRelay relay, DeadlineQueue deadlines, Activities<S, C> activities, GapWatch gaps,
			StageMetrics metrics, Clock clock) {
		this.stage = stage;
		this.writer = new EventWriter(stage, codec);
		this.store = store;
		this.recent = recent;
		this.relay = relay;
		this.deadlines = deadlines;
		this.activities = activities;
		this.gaps = gaps;
		this.metrics = metrics;
		this.clock = clock;
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
	 */
	List<Folded<S>> read(Collection<String> orders) {
		return this.store.load(orders)
			.values()
			.stream()
			.map((ledger) -> Folded.of(ledger, this.stage, this.writer))
			.toList();
	}

	/**
	 * Lets things happen to orders; afterwards what happened is safe. Items of an order
	 * whose document kept changing are told so; nothing of them has happened.
	 * @param items what happens, per order in this order
	 */
	void process(List<? extends Item<S, C>> items) {
		Map<String, List<Item<S, C>>> open = new LinkedHashMap<>();
		items.forEach((item) -> open.computeIfAbsent(item.order(), (order) -> new ArrayList<>()).add(item));
		for (int attempt = 0; attempt < TRIES && !open.isEmpty(); attempt++) {
			Set<String> again = write(decide(open));
			again.forEach(this.recent::forget);
			open.keySet().retainAll(again);
		}
		open.forEach((order, tried) -> failed(tried, new StoreBusyException(order)));
	}

	private List<Decided<S, C, E>> decide(Map<String, List<Item<S, C>>> open) {
		Instant now = this.writer.now(this.clock);
		Map<String, Folded<S>> remembered = this.recent.recall(open.keySet());
		Set<String> unknown = new HashSet<>(open.keySet());
		unknown.removeAll(remembered.keySet());
		Map<String, Ledger> ledgers = unknown.isEmpty() ? Map.of() : this.store.load(unknown);
		List<Decided<S, C, E>> decided = new ArrayList<>(open.size());
		open.forEach((order, items) -> {
			try {
				Folded<S> known = remembered.get(order);
				decided.add((known != null) ? decide(known, true, items, now)
						: decide(Folded.of(ledgers.getOrDefault(order, Ledger.empty(order)), this.stage, this.writer),
								false, items, now));
			}
			// The order itself is out of order: its neighbours go on.
			catch (RuntimeException ex) {
				failed(items, ex);
			}
		});
		return decided;
	}

	private Decided<S, C, E> decide(Folded<S> before, boolean remembered, List<Item<S, C>> items, Instant now) {
		OrderSession<S, C, E> session = new OrderSession<>(this.stage, this.writer, this.clock, before);
		boolean struck = false;
		for (Item<S, C> item : items) {
			struck |= item instanceof DueItem;
			try {
				item.apply(session);
			}
			catch (RuntimeException ex) {
				item.failed(ex);
			}
		}
		Instant due = dueOf(session, now);
		LedgerChange change = session.changed() ? session.change(this.relay.acknowledged(session.order()), due) : null;
		return new Decided<>(session, change, due, struck, remembered);
	}

	/** Returns the orders that are to be decided again on what is stored. */
	private Set<String> write(List<Decided<S, C, E>> decided) {
		Instant now = this.writer.now(this.clock);
		Set<String> again = new HashSet<>(
				this.store.write(decided.stream().map(Decided::change).filter(Objects::nonNull).toList(), now));
		for (Decided<S, C, E> order : decided) {
			LedgerChange change = order.change();
			if (change == null && order.remembered()) {
				again.add(order.order());
			}
			else if (change == null) {
				unchanged(order, now);
			}
			else if (!again.contains(order.order())) {
				written(order.session(), change);
				this.metrics.written(order.session(), now);
			}
		}
		return again;
	}

	/**
	 * Nothing is done at once about an order that stays as it is: what is overdue or
	 * wanted in vain comes with the next sweep, else a defect would keep a core busy.
	 */
	private void unchanged(Decided<S, C, E> order, Instant now) {
		if (order.due() == null || order.due().isAfter(now)) {
			this.deadlines.expect(order.order(), order.due());
		}
		if (order.struck()) {
			this.activities.offer(order.order(), order.session().state());
		}
	}

	private void written(OrderSession<S, C, E> session, LedgerChange change) {
		Folded<S> after = session.after(change);
		// First, so that no acknowledgement comes before it.
		if (after.inbox().parked().isEmpty()) {
			this.recent.remember(after);
		}
		else {
			// What waits may be large.
			this.recent.forget(after.order());
		}
		this.relay.offer(new Outgoing(after.order(), after.version(), after.head(),
				session.hasNewEvents() ? after.unpublished() : List.of()));
		this.deadlines.expect(after.order(), change.due());
		this.gaps.clear(session.gone());
		this.activities.offer(after.order(), after.state());
	}

	private @Nullable Instant dueOf(OrderSession<S, C, E> session, Instant now) {
		Instant due = earlier(session.due(), session.overdueAt(this.gaps.patience()));
		return this.activities.wants(session.state()) ? earlier(due, now.plus(this.activities.retryAfter())) : due;
	}

	private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isBefore(one))) ? other : one;
	}

	private static void failed(List<? extends Item<?, ?>> items, RuntimeException failure) {
		items.forEach((item) -> item.failed(failure));
	}

}
