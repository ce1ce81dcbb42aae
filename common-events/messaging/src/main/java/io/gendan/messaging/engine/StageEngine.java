package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerChange;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.outbox.Outgoing;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Carries a stage: one read for all orders of a batch, decisions in memory, one write,
 * then the hand-over to the relay. An order whose document changed meanwhile is decided
 * again, alone.
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

	private final OutboxRelay relay;

	private final DeadlineQueue deadlines;

	private final Activities<S, C> activities;

	private final Clock clock;

	public StageEngine(Stage<S, C, E> stage, EventCodec codec, LedgerStore store, OutboxRelay relay,
			DeadlineQueue deadlines, Activities<S, C> activities, Clock clock) {
		this.stage = stage;
		this.writer = new EventWriter(stage, codec);
		this.store = store;
		this.relay = relay;
		this.deadlines = deadlines;
		this.activities = activities;
		this.clock = clock;
	}

	/**
	 * Takes received events; afterwards their effects are safe.
	 * @param events events of other services, per service and order in sequence
	 * @return what became of each, in the same order
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
		process(orders.stream().map((order) -> new DueItem<S, C>(order)).toList());
	}

	/**
	 * Folds the state of an order.
	 * @param ledger what is known of it
	 * @return the order with its state
	 */
	OrderSession<S, C, E> open(Ledger ledger) {
		return new OrderSession<>(this.stage, this.writer, this.clock, ledger);
	}

	/**
	 * Lets things happen to orders; afterwards what happened is safe.
	 * @param items what happens, per order in this order
	 * @throws StoreBusyException if the document of an order kept changing
	 */
	void process(List<? extends Item<S, C>> items) {
		Map<String, List<Item<S, C>>> open = new LinkedHashMap<>();
		items.forEach((item) -> open.computeIfAbsent(item.order(), (order) -> new ArrayList<>()).add(item));
		for (int attempt = 0; attempt < TRIES && !open.isEmpty(); attempt++) {
			List<OrderSession<S, C, E>> sessions = decide(open);
			Set<String> conflicts = write(sessions);
			open.keySet().retainAll(conflicts);
		}
		if (!open.isEmpty()) {
			throw new StoreBusyException(open.keySet());
		}
	}

	private List<OrderSession<S, C, E>> decide(Map<String, List<Item<S, C>>> open) {
		Map<String, Ledger> ledgers = this.store.load(open.keySet());
		List<OrderSession<S, C, E>> sessions = new ArrayList<>(open.size());
		open.forEach((order, orderItems) -> {
			OrderSession<S, C, E> session = open(ledgers.getOrDefault(order, Ledger.empty(order)));
			for (Item<S, C> item : orderItems) {
				try {
					item.apply(session);
				}
				catch (RuntimeException ex) {
					item.failed(ex);
				}
			}
			sessions.add(session);
		});
		return sessions;
	}

	private Set<String> write(List<OrderSession<S, C, E>> sessions) {
		Instant now = this.clock.instant();
		List<OrderSession<S, C, E>> changed = new ArrayList<>(sessions.size());
		List<LedgerChange> changes = new ArrayList<>(sessions.size());
		for (OrderSession<S, C, E> session : sessions) {
			if (session.changed()) {
				changed.add(session);
				changes.add(session.change(this.relay.acknowledged(session.order()), dueOf(session, now)));
			}
			else {
				this.deadlines.expect(session.order(), dueOf(session, now));
				this.activities.offer(session.order(), session.state());
			}
		}
		Set<String> conflicts = this.store.write(changes, now);
		for (int i = 0; i < changed.size(); i++) {
			if (!conflicts.contains(changed.get(i).order())) {
				written(changed.get(i), changes.get(i));
			}
		}
		return conflicts;
	}

	private void written(OrderSession<S, C, E> session, LedgerChange change) {
		this.relay.offer(new Outgoing(session.order(), session.documentVersion() + 1, session.headSequence(),
				session.hasNewEvents() ? session.tail() : List.of()));
		this.deadlines.expect(session.order(), change.due());
		this.activities.offer(session.order(), session.state());
	}

	private @Nullable Instant dueOf(OrderSession<S, C, E> session, Instant now) {
		Instant due = this.stage.due(session.state()).orElse(null);
		if (!this.activities.wants(session.state())) {
			return due;
		}
		Instant again = now.plus(this.activities.retryAfter());
		return (due == null || again.isBefore(due)) ? again : due;
	}

}
