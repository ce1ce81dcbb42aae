package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.ChainHead;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerChange;
import io.gendan.messaging.ledger.UsedKey;
import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Refusal;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One order during one batch: its ledger as read, its state, and what the batch adds.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
final class OrderSession<S, C, E extends GendanEvent> {

	private final Stage<S, C, E> stage;

	private final EventWriter writer;

	private final Clock clock;

	private final Ledger ledger;

	private final List<Entry> added = new ArrayList<>();

	private final List<UsedKey> addedKeys = new ArrayList<>();

	private final Map<Service, Head> inbox = new EnumMap<>(Service.class);

	private S state;

	private Head head;

	private long lamport;

	OrderSession(Stage<S, C, E> stage, EventWriter writer, Clock clock, Ledger ledger) {
		this.stage = stage;
		this.writer = writer;
		this.clock = clock;
		this.ledger = ledger;
		this.inbox.putAll(ledger.inbox());
		this.head = ledger.head();
		this.lamport = ledger.clock();
		S folded = stage.initial(ledger.order());
		for (Entry entry : ledger.entries()) {
			GendanEvent event = writer.read(entry.event());
			folded = (event != null) ? stage.evolve(folded, event) : folded;
		}
		this.state = folded;
	}

	CommandResult<S> command(CommandRequest<C> request) {
		String key = request.idempotencyKey();
		if (key != null) {
			String known = printOf(key);
			if (known != null) {
				return known.equals(print(request)) ? new CommandResult.Done<>(snapshot(), true)
						: refused(EdgeRefusal.IDEMPOTENCY_KEY_REUSED, "key", key);
			}
		}
		if (version() == 0 && !this.stage.opens(request.command())) {
			return refused(EdgeRefusal.ORDER_UNKNOWN, "order", this.ledger.order());
		}
		if (request.ifMatch() != null && request.ifMatch() != version()) {
			return refused(EdgeRefusal.ORDER_CHANGED, "order", this.ledger.order());
		}
		Context context = context(request.actor());
		return switch (this.stage.decide(this.state, request.command(), context)) {
			case Outcome.Refused<E>(Refusal refusal) -> new CommandResult.Refused<>(refusal);
			case Outcome.Accepted<E>(List<E> events) -> {
				append(events, context, "command:" + request.command().getClass().getSimpleName(),
						request.traceparent());
				if (key != null) {
					this.addedKeys.add(new UsedKey(key, print(request)));
				}
				yield new CommandResult.Done<>(snapshot(), false);
			}
		};
	}

	Verdict received(RecordedEvent recorded) {
		Envelope envelope = recorded.envelope();
		Head seen = this.inbox.getOrDefault(envelope.source(), Head.NONE);
		if (envelope.sequence() <= seen.sequence()) {
			return Verdict.DUPLICATE;
		}
		if (envelope.sequence() > seen.sequence() + 1) {
			return Verdict.rejected("GAP", "event %d of %s came, event %d is the next expected"
				.formatted(envelope.sequence(), envelope.source().label(), seen.sequence() + 1));
		}
		if (!envelope.prevHash().equals(seen.hash())) {
			return Verdict.rejected("CHAIN_BROKEN", "its prevhash is not the hash of event %d of %s"
				.formatted(seen.sequence(), envelope.source().label()));
		}
		GendanEvent event = this.writer.listensTo(envelope.type()) ? this.writer.read(recorded) : null;
		long clockAfter = Math.max(this.lamport, envelope.clock());
		if (event != null) {
			S after = this.stage.evolve(this.state, event);
			Context context = context(Actor.policy(this.stage.service().label()));
			List<E> reaction = this.stage.react(after, event, context);
			this.state = after;
			this.lamport = clockAfter;
			this.added.add(new Entry(false, recorded));
			append(reaction, context, envelope.id(), envelope.traceparent());
		}
		this.lamport = Math.max(this.lamport, clockAfter);
		this.inbox.put(envelope.source(), new Head(envelope.sequence(), envelope.hash()));
		return Verdict.TAKEN;
	}

	void due() {
		Context context = context(Actor.policy(this.stage.service().label() + "-clock"));
		if (this.stage.due(this.state).map((due) -> !due.isAfter(context.now())).orElse(false)) {
			append(this.stage.onDue(this.state, context), context, "deadline", null);
		}
	}

	String order() {
		return this.ledger.order();
	}

	S state() {
		return this.state;
	}

	boolean changed() {
		return !this.added.isEmpty() || !this.addedKeys.isEmpty() || !this.inbox.equals(this.ledger.inbox());
	}

	/**
	 * What is to be written.
	 * @param published acknowledged sequence as far as the relay knows
	 * @param due when the order wants to be looked at next
	 * @return the change
	 */
	LedgerChange change(long published, @Nullable Instant due) {
		return new LedgerChange(this.ledger, List.copyOf(this.added), this.lamport, this.head,
				Math.max(published, this.ledger.published()), Map.copyOf(this.inbox), List.copyOf(this.addedKeys),
				this.stage.summary(this.state), due);
	}

	/**
	 * The outbox after the write: everything own that is not acknowledged.
	 * @return in sequence
	 */
	List<RecordedEvent> tail() {
		List<RecordedEvent> tail = new ArrayList<>(this.ledger.unpublished());
		this.added.stream().filter(Entry::own).map(Entry::event).forEach(tail::add);
		return tail;
	}

	boolean hasNewEvents() {
		return this.added.stream().anyMatch(Entry::own);
	}

	long headSequence() {
		return this.head.sequence();
	}

	long documentVersion() {
		return this.ledger.version();
	}

	OrderSnapshot<S> snapshot() {
		return new OrderSnapshot<>(this.ledger.order(), version(), this.state);
	}

	private void append(List<E> events, Context context, String cause, @Nullable String traceparent) {
		for (E event : events) {
			RecordedEvent recorded = this.writer.write(event, this.head, ++this.lamport, cause, context, traceparent);
			this.added.add(new Entry(true, recorded));
			this.head = new Head(recorded.envelope().sequence(), recorded.envelope().hash());
			this.state = this.stage.evolve(this.state, event);
		}
	}

	private long version() {
		return this.ledger.entries().size() + this.added.size();
	}

	private Context context(Actor actor) {
		List<ChainHead> heads = new ArrayList<>();
		for (Service service : Service.values()) {
			Head seen = (service == this.stage.service()) ? this.head : this.inbox.get(service);
			if (seen != null && seen.sequence() > 0) {
				heads.add(new ChainHead(service.label(), seen.sequence(), seen.hash()));
			}
		}
		return new Context(actor, this.writer.now(this.clock), heads);
	}

	private @Nullable String printOf(String key) {
		for (List<UsedKey> keys : List.of(this.ledger.keys(), this.addedKeys)) {
			for (UsedKey used : keys) {
				if (used.key().equals(key)) {
					return used.print();
				}
			}
		}
		return null;
	}

	private String print(CommandRequest<C> request) {
		return this.writer.print(request.actor() + " " + request.command());
	}

	private static <S> CommandResult<S> refused(EdgeRefusal code, String fact, String value) {
		return new CommandResult.Refused<>(new Refusal(code, Map.of(fact, value), List.of()));
	}

}
