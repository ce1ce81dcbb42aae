package io.gendan.messaging.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.EventRange;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Subject;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.GatewayRefusal;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.SubjectRefusal;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.LedgerChange;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Refusal;
import io.gendan.stage.Sla;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One order during one batch: how it stood before, its state, and what the batch adds.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
final class OrderSession<S, C, E extends GendanEvent> {

	private final Stage<S, C, E> stage;

	private final Ownership<S, C> ownership;

	private final EventWriter writer;

	private final Sealing.Batch sealing;

	private final Clock clock;

	private final Folded<S> before;

	private final long limit;

	private final List<Entry> added = new ArrayList<>();

	private final IdempotencyKeys keys;

	private final InboxMarks inbox;

	private final Arrivals arrivals;

	private final @Nullable Sla slaBefore;

	private S state;

	private Head head;

	private long lamport;

	private long bytes;

	/**
	 * A session.
	 * @param stage decides
	 * @param writer puts events into their envelopes
	 * @param sealing seals and opens what is personal in them
	 * @param clock the time
	 * @param before the order as it stands
	 * @param limit how many bytes its document may hold
	 * @param keysKept how long idempotency keys are remembered
	 */
	OrderSession(Stage<S, C, E> stage, EventWriter writer, Sealing.Batch sealing, Clock clock, Folded<S> before,
			long limit, Duration keysKept) {
		this.stage = stage;
		this.ownership = new Ownership<>(stage);
		this.writer = writer;
		this.sealing = sealing;
		this.clock = clock;
		this.before = before;
		this.limit = limit;
		this.bytes = before.bytes();
		this.keys = new IdempotencyKeys(before.keys(), writer.now(clock), keysKept);
		this.inbox = new InboxMarks(before.inbox(), before.kept());
		this.arrivals = new Arrivals(this.inbox, () -> writer.now(clock), this::takeEffect);
		this.head = before.head();
		this.lamport = before.clock();
		this.state = before.state();
		this.slaBefore = stage.sla(before.state()).orElse(null);
	}

	/**
	 * What comes from other services.
	 * @return takes it in sequence
	 */
	Arrivals arrivals() {
		return this.arrivals;
	}

	CommandResult<S> command(CommandRequest<C> request) {
		Refusal foreign = (version() > 0) ? this.ownership.objection(request, this.state) : null;
		if (foreign != null) {
			return new CommandResult.Refused<>(foreign);
		}
		String key = request.idempotencyKey();
		if (key != null) {
			String known = this.keys.printOf(key);
			if (known != null) {
				return known.equals(print(request)) ? new CommandResult.Done<>(snapshot(), true)
						: new CommandResult.Refused<>(
								new Refusal(GatewayRefusal.IDEMPOTENCY_KEY_REUSED, Map.of("key", key), List.of()));
			}
		}
		if (version() == 0 && !this.stage.opens(request.command())) {
			return refused(GatewayRefusal.ORDER_UNKNOWN);
		}
		if (request.ifMatch() != null && request.ifMatch() != version()) {
			return refused(GatewayRefusal.ORDER_CHANGED);
		}
		Context context = context(request.actor(), null);
		return switch (this.stage.decide(this.state, request.command(), context)) {
			case Outcome.Refused<E>(Refusal refusal) -> new CommandResult.Refused<>(refusal);
			case Outcome.Accepted<E>(List<E> events) -> {
				Draft<S> draft = draft(List.of(), this.state, this.lamport, events, context,
						"command:" + request.command().getClass().getSimpleName(), request.traceparent());
				Refusal notTheirs = this.ownership.objection(request, this.state, draft.state());
				if (notTheirs != null) {
					yield new CommandResult.Refused<>(notTheirs);
				}
				adopt(draft);
				if (key != null) {
					this.keys.add(key, print(request));
				}
				yield new CommandResult.Done<>(snapshot(), false);
			}
		};
	}

	private void takeEffect(RecordedEvent recorded) {
		Envelope envelope = recorded.envelope();
		long clock = Math.max(this.lamport, envelope.clock());
		GendanEvent event = this.writer.listensTo(envelope.type()) ? this.writer.read(recorded) : null;
		if (event != null) {
			S after = this.stage.evolve(this.state, event);
			Context context = context(Actor.policy(this.stage.service().label()), envelope);
			List<E> reaction = this.stage.react(after, event, context);
			List<Entry> received = List.of(new Entry(false, recorded));
			adopt(draft(received, after, clock, reaction, context, envelope.id(), envelope.traceparent()));
			this.inbox.keep(received);
		}
		this.lamport = Math.max(this.lamport, clock);
	}

	void strike() {
		Context context = context(Actor.policy(this.stage.service().label() + "-clock"), null);
		if (this.stage.due(this.state).map((due) -> !due.isAfter(context.now())).orElse(false)) {
			adopt(draft(List.of(), this.state, this.lamport, this.stage.onDue(this.state, context), context, "deadline",
					null));
		}
	}

	String order() {
		return this.before.order();
	}

	S state() {
		return this.state;
	}

	/**
	 * What holding the order costs, as it stood before.
	 * @return bytes of heap, roughly
	 */
	long weight() {
		return this.before.weight();
	}

	boolean changed() {
		return !this.added.isEmpty() || this.keys.changed() || this.inbox.moved();
	}

	@Nullable Sla slaBefore() {
		return this.slaBefore;
	}

	@Nullable Sla sla() {
		return this.stage.sla(this.state).orElse(null);
	}

	/** Whether what was promised before has been called off. */
	boolean slaWithdrawn() {
		return this.stage.withdrawn(this.before.state(), this.state);
	}

	/**
	 * When this stage first heard of the order.
	 * @return time of the first event it has kept
	 */
	Instant begunAt() {
		Instant begun = this.before.begunAt();
		return (begun != null) ? begun : this.added.getFirst().event().envelope().time();
	}

	List<Envelope> addedEvents() {
		return this.added.stream().filter(Entry::own).map((entry) -> entry.event().envelope()).toList();
	}

	/**
	 * When the order wants to be looked at next, if nothing else happens.
	 * @return an instant, null for never
	 */
	@Nullable Instant due() {
		return this.stage.due(this.state).orElse(null);
	}

	/**
	 * What is to be written.
	 * @param acknowledged the last event that the broker has, as far as the relay knows
	 * @param due when the order wants to be looked at next
	 * @return the change
	 */
	LedgerChange change(Head acknowledged, @Nullable Instant due) {
		return new LedgerChange(order(), this.before.version(), this.before.write(),
				ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), List.copyOf(this.added),
				this.bytes + this.keys.bytes(), this.lamport, this.head,
				this.before.published(acknowledged).published(), this.inbox.toInbox(), this.keys.written(),
				this.keys.forgets(), (version() > 0) ? summary() : Map.of(), due);
	}

	/** What was promised is shown and filtered like any other field. */
	private Map<String, Object> summary() {
		Map<String, Object> summary = this.ownership.summary(this.state, this.sealing);
		Sla sla = sla();
		if (sla != null) {
			summary.put("sla", sla.name());
			summary.put("slaDue", sla.due().truncatedTo(ChronoUnit.SECONDS).toString());
		}
		return summary;
	}

	/**
	 * The order after the write.
	 * @param change what was written
	 * @return the order as it stands then
	 */
	Folded<S> after(LedgerChange change) {
		return this.before.after(change, this.state);
	}

	boolean hasNewEvents() {
		return this.added.stream().anyMatch(Entry::own);
	}

	OrderSnapshot<S> snapshot() {
		return new OrderSnapshot<>(number(), version(), this.state, this.ownership.of(this.state));
	}

	private Draft<S> draft(List<Entry> received, S from, long clock, List<E> events, Context context, String cause,
			@Nullable String traceparent) {
		Draft<S> draft = new Draft<>(received, this.head, clock, from);
		for (E event : events) {
			S before = draft.state();
			EventWriter.Written written = this.writer.write(order(), event, seal(before, event), draft.head(),
					EventRange.after(draft.lamport()), cause, context, traceparent);
			draft = draft.with(written.recorded(), this.stage.evolve(before, written.event()));
		}
		return draft;
	}

	/** With the key of whom the event is about. */
	private UnaryOperator<Personal> seal(S before, E event) {
		AtomicReference<String> whose = new AtomicReference<>("");
		return (text) -> this.sealing
			.seal(() -> whose.updateAndGet((known) -> known.isEmpty() ? customer(before, event) : known), text);
	}

	private String customer(S before, E event) {
		Owner owner = this.ownership.of(this.stage.evolve(before, event));
		if (owner == null || owner == Owner.HOUSE) {
			throw new IllegalStateException(
					"%s of %s has a personal text and belongs to no customer".formatted(event.getClass(), order()));
		}
		return owner.customerId();
	}

	private void adopt(Draft<S> draft) {
		long holds = this.bytes + draft.bytes();
		if (holds > this.limit) {
			throw OrderHeldBackException.full(order(), holds, this.limit);
		}
		this.bytes = holds;
		this.added.addAll(draft.entries());
		this.head = draft.head();
		this.lamport = draft.lamport();
		this.state = draft.state();
	}

	private String number() {
		return this.stage.kind().number(order());
	}

	private long version() {
		return this.before.length() + this.added.size();
	}

	private Context context(Actor actor, @Nullable Envelope received) {
		return new Context(actor, this.writer.now(this.clock),
				this.inbox.heads(this.stage.service(), this.head, received), this.sealing);
	}

	private String print(CommandRequest<C> request) {
		return this.writer.print(String.join(" ", request.actor().toString(), request.command().getClass().getName(),
				Objects.toString(request.fingerprint(), "")));
	}

	private CommandResult<S> refused(GatewayRefusal code) {
		return new CommandResult.Refused<>(SubjectRefusal.of(code, new Subject(this.stage.kind().label(), number())));
	}

}
