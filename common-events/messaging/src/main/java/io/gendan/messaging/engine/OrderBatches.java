package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.messaging.HistoryEntry;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerChange;
import io.gendan.messaging.ledger.LedgerPages;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.Ledgers;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.outbox.Outgoing;
import io.gendan.messaging.store.DocumentFault;
import io.gendan.messaging.store.StoreFailures;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what happens to the orders of a batch: one read for those that are not
 * remembered, decisions in memory, one write, then the hand-over to the relay. An order
 * whose document changed meanwhile, or was not taken for a reason that may pass, is
 * decided again without the others.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
public final class OrderBatches<S, C, E extends GendanEvent> {

	private static final Logger log = LoggerFactory.getLogger(OrderBatches.class);

	private final Stage<S, C, E> stage;

	private final Ownership<S, C> ownership;

	private final EventWriter writer;

	private final Sealing sealing;

	private final @Nullable LedgerPages pages;

	private final States<S> states;

	private final @Nullable Paging<S> paging;

	private final LedgerStore store;

	private final RecentOrders recent;

	private final OutboxRelay relay;

	private final DeadlineQueue deadlines;

	private final Activities<S, C> activities;

	private final GapWatch gaps;

	private final StageMetrics metrics;

	private final Clock clock;

	private final long largestLedger;

	private final Duration keysKept;

	/**
	 * For one stage.
	 * @param stage decides
	 * @param codec reads and writes events
	 * @param sealing seals what is personal in them
	 * @param store the ledgers
	 * @param pages their pages, null if subjects do not live long
	 * @param recent the orders written last
	 * @param relay takes what is to leave
	 * @param deadlines takes what comes due
	 * @param activities take what a state wants
	 * @param gaps how long events may wait for their predecessors
	 * @param metrics measures
	 * @param clock the time
	 * @param limits how much a document may hold
	 */
	public OrderBatches(Stage<S, C, E> stage, EventCodec codec, Sealing sealing, LedgerStore store,
			@Nullable LedgerPages pages, RecentOrders recent, OutboxRelay relay, DeadlineQueue deadlines,
			Activities<S, C> activities, GapWatch gaps, StageMetrics metrics, Clock clock, Limits limits) {
		this.stage = stage;
		this.ownership = new Ownership<>(stage);
		this.writer = new EventWriter(stage, codec);
		this.sealing = sealing;
		this.pages = pages;
		this.states = new States<>(stage, this.writer, pages, this::refolded);
		this.paging = (pages != null) ? new Paging<>(store, pages, this.states, limits.page().bytes()) : null;
		this.store = store;
		this.recent = recent;
		this.relay = relay;
		this.deadlines = deadlines;
		this.activities = activities;
		this.gaps = gaps;
		this.metrics = metrics;
		this.clock = clock;
		this.largestLedger = limits.ledger().bytes();
		this.keysKept = limits.keysKept();
	}

	/** Else it would be folded anew with every read. */
	private void refolded(String subject) {
		if (this.paging != null) {
			this.paging.offer(subject);
		}
	}

	/**
	 * What keeps the documents of long-lived subjects small.
	 * @return to be run on a thread of its own, null if subjects do not live long
	 */
	public @Nullable Paging<S> paging() {
		return this.paging;
	}

	List<HistoryEntry> history(Ledger ledger, long before, int limit) {
		return History.newest(ledger, this.pages, before, limit);
	}

	OrderSnapshot<S> snapshot(Folded<S> known) {
		return new OrderSnapshot<>(this.stage.kind().number(known.order()), known.length(), known.state(),
				this.ownership.of(known.state()));
	}

	/**
	 * An order as it was read.
	 * @param ledgers what was read
	 * @param order one of the orders asked for
	 * @return the order as it stands
	 * @throws OrderHeldBackException if it cannot be read
	 */
	Folded<S> fold(Ledgers ledgers, String order) {
		try {
			return Folded.of(ledgers.get(order), this.states);
		}
		catch (RuntimeException ex) {
			mustNotBeTheStore(ex);
			throw OrderHeldBackException.unreadable(order, ex);
		}
	}

	/**
	 * Lets things happen to orders; afterwards what happened is safe, and every item
	 * knows what became of it.
	 * @param items what happens, by order
	 * @param absent those of the orders that had no document a moment ago
	 */
	void carryOut(Map<String, List<Item<S, C>>> items, Set<String> absent) {
		Map<String, List<Item<S, C>>> open = new LinkedHashMap<>(items);
		Map<String, DocumentFault> faults = write(decide(open, absent));
		Tries tries = new Tries();
		while (!faults.isEmpty()) {
			open.keySet().retainAll(faults.keySet());
			faults.forEach((order, fault) -> {
				this.recent.forget(order);
				if (tries.over() || fault.kind() == DocumentFault.Kind.LASTING) {
					failed(Objects.requireNonNull(open.remove(order)), failure(order, fault));
				}
			});
			tries.next();
			faults = open.isEmpty() ? Map.of() : write(decide(open, Set.of()));
		}
	}

	private List<Decided<S, C, E>> decide(Map<String, List<Item<S, C>>> open, Set<String> absent) {
		Instant now = this.writer.now(this.clock);
		Map<String, Folded<S>> remembered = this.recent.recall(open.keySet());
		Set<String> unknown = new HashSet<>(open.keySet());
		unknown.removeAll(remembered.keySet());
		unknown.removeAll(absent);
		Ledgers ledgers = unknown.isEmpty() ? Ledgers.NONE : this.store.load(unknown);
		List<Decided<S, C, E>> decided = new ArrayList<>(open.size());
		Sealing.Batch keys = this.sealing.batch();
		List<String> undecided = List.copyOf(open.keySet());
		while (!undecided.isEmpty()) {
			List<String> lacking = new ArrayList<>();
			for (String order : undecided) {
				List<Item<S, C>> items = Objects.requireNonNull(open.get(order));
				Folded<S> known = remembered.get(order);
				Decided<S, C, E> one = null;
				try {
					one = (known != null) ? decide(known, true, items, now, keys)
							: decide(fold(ledgers, order), false, items, now, keys);
				}
				// The order itself is out of order: its neighbours go on.
				catch (RuntimeException ex) {
					mustNotBeTheStore(ex);
					failed(items, ex);
				}
				// It is decided again when the keys of all are here.
				if (keys.lacked()) {
					lacking.add(order);
				}
				else if (one != null) {
					decided.add(one);
				}
			}
			if (!lacking.isEmpty()) {
				keys.fetch();
			}
			undecided = lacking;
		}
		return decided;
	}

	private Decided<S, C, E> decide(Folded<S> before, boolean remembered, List<Item<S, C>> items, Instant now,
			Sealing.Batch keys) {
		if (this.paging != null) {
			this.paging.seen(before);
		}
		OrderSession<S, C, E> session = new OrderSession<>(this.stage, this.writer, keys, this.clock, before,
				this.largestLedger, this.keysKept);
		boolean struck = false;
		for (Item<S, C> item : items) {
			struck |= item instanceof DueItem;
			try {
				item.apply(session);
			}
			catch (RuntimeException ex) {
				mustNotBeTheStore(ex);
				item.failed(ex);
			}
		}
		Instant due = dueOf(session, now);
		LedgerChange change = session.changed() ? session.change(this.relay.acknowledged(session.order()), due) : null;
		return new Decided<>(session, change, due, struck, remembered);
	}

	/** A decision may need pages; while they cannot be read, nothing is decided. */
	private static void mustNotBeTheStore(RuntimeException failure) {
		if (StoreFailures.isOne(failure)) {
			throw failure;
		}
	}

	/**
	 * Returns the orders of which nothing is written yet, though something may be to be.
	 */
	private Map<String, DocumentFault> write(List<Decided<S, C, E>> decided) {
		Instant now = this.writer.now(this.clock);
		Map<String, DocumentFault> faults = new HashMap<>(
				this.store.write(decided.stream().map(Decided::change).filter(Objects::nonNull).toList(), now));
		for (Decided<S, C, E> order : decided) {
			if (order.change() == null && order.remembered()) {
				faults.put(order.order(), DocumentFault.overtaken());
			}
			else if (!faults.containsKey(order.order())) {
				handOver(order, now);
			}
		}
		return faults;
	}

	/**
	 * What follows a write can fail for one order; the sweep finds what was forgotten.
	 */
	private void handOver(Decided<S, C, E> order, Instant now) {
		try {
			if (order.change() == null) {
				unchanged(order, now);
			}
			else {
				written(order.session(), order.change());
				this.metrics.written(order.session(), now);
			}
		}
		catch (RuntimeException ex) {
			log.error("Order {} is written, but what follows failed; the sweep looks after it", order.order(), ex);
		}
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
			this.activities.offer(order.order(), order.session().state(), order.session().weight());
		}
	}

	private void written(OrderSession<S, C, E> session, LedgerChange change) {
		Folded<S> after = session.after(change);
		if (this.paging != null) {
			this.paging.seen(after);
		}
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
		this.gaps.clear(session.arrivals().gone());
		this.activities.offer(after.order(), after.state(), after.weight());
	}

	private @Nullable Instant dueOf(OrderSession<S, C, E> session, Instant now) {
		Instant due = earlier(session.due(), session.arrivals().overdueAt(this.gaps.patience()));
		return this.activities.wants(session.state()) ? earlier(due, now.plus(this.activities.retryAfter())) : due;
	}

	private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isBefore(one))) ? other : one;
	}

	private static RuntimeException failure(String order, DocumentFault fault) {
		return (fault.kind() == DocumentFault.Kind.TAKEN) ? new StoreBusyException(order)
				: OrderHeldBackException.refused(order, fault);
	}

	private static void failed(List<? extends Item<?, ?>> items, RuntimeException failure) {
		items.forEach((item) -> item.failed(failure));
	}

}
