package io.gendan.messaging.engine;

import io.gendan.contract.GendanEvent;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A stage and what carries it.
 *
 * @param stage decides
 * @param store its ledgers
 * @param engine carries out what happens
 * @param gateway the way in for commands
 * @param activities what its states may want
 * @param slas measures what it promises
 * @param paging keeps the documents of long-lived subjects small, null if there are none
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 * @param <E> the events of the stage
 */
public record CarriedStage<S, C, E extends GendanEvent>(Stage<S, C, E> stage, LedgerStore store,
		StageEngine<S, C, E> engine, BatchingGateway<S, C, E> gateway, Activities<S, C> activities, SlaMetrics slas,
		@Nullable Paging<S> paging) {
}
