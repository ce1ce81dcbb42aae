package io.gendan.order.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.GatewayRefusal;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.StageGateway;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Privacy;
import io.gendan.stage.Refusal;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enters a batch of customers or products, or changes them: a number that is new is
 * entered, one that is known and says the same stays, any other is changed by the
 * commands that people have for that.
 *
 * @param <S> the state of an entry
 * @param <C> the commands on an entry
 */
final class RegisterBatch<S, C> implements ImportBatch {

	private static final Logger log = LoggerFactory.getLogger(RegisterBatch.class);

	/** No entry has had it: nothing is carried out, but a key that is known answers. */
	private static final long NO_VERSION = -1;

	private final Register<S, C> register;

	private final StageGateway<S, C> gateway;

	private final PatientGateway<S, C> patient;

	private final Stage<S, C, ?> stage;

	private final ImportSettings settings;

	private final Clock clock;

	private final Sealing sealing;

	RegisterBatch(Register<S, C> register, StageGateway<S, C> gateway, Stage<S, C, ?> stage, ImportSettings settings,
			Clock clock, Sealing sealing) {
		this.register = register;
		this.gateway = gateway;
		this.patient = new PatientGateway<>(gateway, settings.orderPauses());
		this.stage = stage;
		this.settings = settings;
		this.clock = clock;
		this.sealing = sealing;
	}

	@Override
	public ImportKind kind() {
		return this.register.kind();
	}

	@Override
	public BatchRefusals place(ImportRecord record, ColumnMapping mapping, RowReader reader, List<FileEntry> entries,
			ImportCounts counts) {
		Map<String, Optional<OrderSnapshot<S>>> found = this.gateway.findAll(
				entries.stream().map(FileEntry::number).filter((number) -> !number.isEmpty()).toList(), Optional::of,
				Optional.empty());
		Sealing.Batch keys = this.sealing.batch();
		List<Wish<C>> wishes = wishes(record, mapping, reader, entries, found, keys);
		while (keys.lacked()) {
			keys.fetch();
			wishes = wishes(record, mapping, reader, entries, found, keys);
		}
		return carryOut(record, entries, wishes, counts);
	}

	private BatchRefusals carryOut(ImportRecord record, List<FileEntry> entries, List<Wish<C>> wishes,
			ImportCounts counts) {
		entries.forEach((entry) -> counts.rows(entry.count()));
		List<CommandRequest<C>> requests = new ArrayList<>();
		wishes.forEach((wish) -> requests.addAll(requests(record, wish)));
		BatchRefusals refusals = new BatchRefusals();
		List<CommandResult<S>> results = this.patient.carryOut(requests);
		int from = 0;
		for (Wish<C> wish : wishes) {
			int to = from + wish.commands().size();
			settle(record, wish, results.subList(from, to), counts, refusals);
			from = to;
		}
		return refusals;
	}

	private List<Wish<C>> wishes(ImportRecord record, ColumnMapping mapping, RowReader reader, List<FileEntry> entries,
			Map<String, Optional<OrderSnapshot<S>>> found, Privacy privacy) {
		Context context = new Context(record.uploader().actor(), this.clock.instant(), List.of(), privacy);
		List<Wish<C>> wishes = new ArrayList<>(entries.size());
		for (FileEntry entry : entries) {
			EntryFiller rows = new EntryFiller(mapping, reader, entry, this.settings.limits().orderFaults());
			Wish<C> refused = new Wish<>(rows, Aim.NOTHING, List.of());
			Optional<OrderSnapshot<S>> snapshot = found.get(entry.number());
			if (rows.nameless()) {
				wishes.add(refused);
			}
			else if (snapshot != null && snapshot.isEmpty()) {
				notWritten(rows);
				wishes.add(refused);
			}
			else {
				Wish<C> wish = wish(record, rows, (snapshot != null) ? snapshot.get() : null, context);
				wishes.add(rows.faults().none() ? wish : refused);
			}
		}
		return wishes;
	}

	/** What the rows want to be done, unless they turn out to be at fault. */
	private Wish<C> wish(ImportRecord record, EntryFiller rows, @Nullable OrderSnapshot<S> found, Context context) {
		rows.read((row) -> {
		});
		Wish<C> nothing = new Wish<>(rows, Aim.NOTHING, List.of());
		if (rows.unreadable()) {
			return nothing;
		}
		S state = (found != null && record.uploader().visibility().admits(found.owner())) ? found.state() : null;
		C entry = this.register.entry(rows, state, context.privacy());
		S known = (state != null && this.register.has(state)) ? state : null;
		if (state != null && known == null
				&& this.stage.decide(state, entry, context) instanceof Outcome.Refused<?>(Refusal refusal)) {
			rows.refused(refusal);
			return nothing;
		}
		S unknown = this.stage.initial(rows.number());
		this.register.check(rows, entry, (command) -> this.stage.decide(unknown, command, context));
		if (known == null) {
			return new Wish<>(rows, Aim.ENTER, List.of(entry));
		}
		List<C> changes = rows.faults().none()
				? changes(rows, entry, reason(record, rows), (command) -> this.stage.decide(known, command, context))
				: List.of();
		return changes.isEmpty() ? new Wish<>(rows, Aim.NOTHING, List.of(entry))
				: new Wish<>(rows, Aim.CHANGE, changes);
	}

	private List<C> changes(EntryFiller rows, C entry, String reason, Function<C, Outcome<?>> decide) {
		List<C> effective = new ArrayList<>();
		for (C command : this.register.changes(entry, reason)) {
			switch (decide.apply(command)) {
				case Outcome.Refused<?>(Refusal refusal) -> rows.refused(refusal);
				case Outcome.Accepted<?> accepted when !accepted.events().isEmpty() -> effective.add(command);
				case Outcome.Accepted<?> _ -> {
				}
			}
		}
		return effective;
	}

	/** What the history tells as the reason leads back to the report. */
	private String reason(ImportRecord record, EntryFiller rows) {
		ImportField field = kind().ofKey("reason");
		String said = (field != null) ? rows.value(field) : null;
		return (said != null) ? said : record.fileName() + " (import " + record.id() + ")";
	}

	/**
	 * The key makes a run that is taken up again find what it has done itself, also where
	 * nothing is left to be done.
	 */
	private List<CommandRequest<C>> requests(ImportRecord record, Wish<C> wish) {
		List<CommandRequest<C>> requests = new ArrayList<>();
		for (C command : wish.commands()) {
			requests.add(new CommandRequest<>(wish.rows().number(), command, record.uploader().actor(),
					record.uploader().visibility(), requests.isEmpty() ? record.id() + "/" + record.run() : null, null,
					(wish.aim() == Aim.NOTHING) ? NO_VERSION : null, null));
		}
		return requests;
	}

	private void settle(ImportRecord record, Wish<C> wish, List<CommandResult<S>> results, ImportCounts counts,
			BatchRefusals refusals) {
		Aim done = wish.aim();
		for (CommandResult<S> result : results) {
			switch (result) {
				case CommandResult.Done<S> _ -> done = (done == Aim.NOTHING) ? Aim.ENTER : done;
				case CommandResult.Refused<S>(Refusal refusal) when PatientGateway.says(refusal,
						GatewayRefusal.IDEMPOTENCY_KEY_REUSED) ->
					done = Aim.CHANGE;
				case CommandResult.Refused<S>(Refusal refusal) when wish.aim() == Aim.NOTHING
						&& PatientGateway.says(refusal, GatewayRefusal.ORDER_CHANGED) ->
					{
					}
				case CommandResult.Refused<S>(Refusal refusal) -> {
					wish.rows().refused(refusal);
					if (refusal.code().attempt()) {
						refusals.add(PatientGateway.attempt(record, wish.rows().number(), refusal));
					}
				}
				case CommandResult.Failed<S>(RuntimeException failure) -> {
					log.error("{} of an import cannot be written", wish.rows().number(), failure);
					notWritten(wish.rows());
				}
			}
		}
		if (!wish.rows().faults().none()) {
			counts.refused();
			refusals.add(wish.rows());
			return;
		}
		switch (done) {
			case ENTER -> counts.entered();
			case CHANGE -> counts.changed();
			case NOTHING -> counts.alreadyKnown();
		}
	}

	private void notWritten(EntryFiller rows) {
		rows.refused(kind().number(), ImportRefusal.ORDER_NOT_WRITTEN, Map.of("order", rows.number()));
	}

	/** What is to become of an entry. */
	private enum Aim {

		ENTER, CHANGE, NOTHING

	}

	/**
	 * What the rows of a number want to be done.
	 *
	 * @param rows the rows
	 * @param aim what it comes to
	 * @param commands what is asked for; none if the rows are at fault
	 */
	private record Wish<C>(EntryFiller rows, Aim aim, List<C> commands) {
	}

}
