package io.gendan.messaging.engine;

import java.util.List;
import java.util.function.Consumer;

import io.gendan.contract.EventJson;
import io.gendan.contract.GendanEvent;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerPages;
import io.gendan.messaging.ledger.Paged;
import io.gendan.stage.LongLived;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folds events to states, and keeps states where the events behind them have gone to
 * pages.
 *
 * @param <S> the state of the stage
 */
final class States<S> {

	private static final Logger log = LoggerFactory.getLogger(States.class);

	private final JsonMapper json = EventJson.mapper();

	private final Stage<S, ?, ?> stage;

	private final EventWriter writer;

	private final @Nullable LongLived<S> longLived;

	private final @Nullable LedgerPages pages;

	private final Consumer<String> refolded;

	/**
	 * The states of a stage.
	 * @param stage folds
	 * @param writer reads events
	 * @param pages where the oldest events are, null if subjects do not live long
	 * @param refolded told of every subject whose stored state could not be used
	 */
	States(Stage<S, ?, ?> stage, EventWriter writer, @Nullable LedgerPages pages, Consumer<String> refolded) {
		this.stage = stage;
		this.writer = writer;
		this.longLived = stage.longLived().orElse(null);
		this.pages = pages;
		this.refolded = refolded;
	}

	S after(S state, List<Entry> entries) {
		S after = state;
		for (Entry entry : entries) {
			GendanEvent event = this.writer.read(entry.event());
			after = (event != null) ? this.stage.evolve(after, event) : after;
		}
		return after;
	}

	/**
	 * The state after what stands in pages.
	 * @param ledger a ledger
	 * @return as it was stored, or folded anew if another version of the stage has stored
	 * it
	 */
	S paged(Ledger ledger) {
		S initial = this.stage.initial(this.stage.kind().number(ledger.order()));
		Paged paged = ledger.paged();
		if (paged.length() == 0) {
			return initial;
		}
		if (this.pages == null || this.longLived == null) {
			throw new IllegalStateException(
					"Events of %s stand in pages, which this stage does not have".formatted(ledger.order()));
		}
		S stored = stored(ledger.order(), paged, this.longLived);
		if (stored != null) {
			return stored;
		}
		this.refolded.accept(ledger.order());
		S state = initial;
		for (Paged.Page page : paged.pages()) {
			state = after(state, this.pages.read(ledger.order(), List.of(page)));
		}
		return state;
	}

	/**
	 * Whether this version of the stage can use what is stored.
	 * @param ledger a ledger
	 * @return false if the state is folded anew with every read
	 */
	boolean isCurrent(Ledger ledger) {
		Paged paged = ledger.paged();
		return paged.length() == 0 || (this.longLived != null && stored(ledger.order(), paged, this.longLived) != null);
	}

	boolean reads(Entry entry) {
		return this.writer.read(entry.event()) != null;
	}

	private @Nullable S stored(String subject, Paged paged, LongLived<S> form) {
		if (paged.state() == null || paged.version() != form.version()) {
			return null;
		}
		try {
			return this.json.readValue(paged.state(), form.state());
		}
		catch (JacksonException ex) {
			log.warn("The stored state of {} is of another form; its events are folded anew", subject, ex);
			return null;
		}
	}

	/**
	 * A state as it is stored.
	 * @param state a state
	 * @return JSON
	 */
	String stored(S state) {
		return this.json.writeValueAsString(state);
	}

	int version() {
		return (this.longLived != null) ? this.longLived.version() : 0;
	}

}
