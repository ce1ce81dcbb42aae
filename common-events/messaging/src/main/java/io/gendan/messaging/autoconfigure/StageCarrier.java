package io.gendan.messaging.autoconfigure;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Subject;
import io.gendan.messaging.engine.Activities;
import io.gendan.messaging.engine.BatchingGateway;
import io.gendan.messaging.engine.CarriedStage;
import io.gendan.messaging.engine.DeadlineQueue;
import io.gendan.messaging.engine.GapWatch;
import io.gendan.messaging.engine.Limits;
import io.gendan.messaging.engine.OrderBatches;
import io.gendan.messaging.engine.RecentOrders;
import io.gendan.messaging.engine.SlaMetrics;
import io.gendan.messaging.engine.StageEngine;
import io.gendan.messaging.engine.StageMetrics;
import io.gendan.messaging.ledger.LedgerPages;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.messaging.outbox.OutboxRelay;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.stage.Activity;
import io.gendan.stage.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Puts together what carries a stage. What all stages of a service share is given once.
 *
 * @param codec reads and writes events
 * @param sealing seals what is personal in events
 * @param database of the service
 * @param stores the ledgers of all stages
 * @param recent what was written last
 * @param relay takes what is to leave
 * @param deadlines takes what comes due
 * @param gaps how long events may wait for their predecessors
 * @param settings how much is held at once
 * @param registry counts
 * @param clock the time
 */
record StageCarrier(EventCodec codec, Sealing sealing, MongoDatabase database, LedgerStores stores, RecentOrders recent,
		OutboxRelay relay, DeadlineQueue deadlines, GapWatch gaps, MessagingSettings settings, MeterRegistry registry,
		Clock clock) {

	/** Streams beside orders get so small a part of what the stage of orders gets. */
	private static final int BESIDE_ORDERS = 8;

	<S, C, E extends GendanEvent> CarriedStage<S, C, E> carry(Stage<S, C, E> stage,
			ObjectProvider<Activity<S, C>> wanted) {
		if (stage.longLived().isPresent() && !stage.listensTo().isEmpty()) {
			throw new IllegalStateException(
					"%s is long-lived and listens to others: what it received would never leave its document"
						.formatted(stage.kind().label()));
		}
		MessagingSettings.Memory memory = this.settings.memory();
		int parts = stage.kind().label().equals(Subject.ORDER) ? 1 : BESIDE_ORDERS;
		Limits limits = new Limits(memory.batchBudget().part(parts), memory.ledgerBudget(), memory.pageBudget(),
				this.settings.keys().kept());
		LedgerStore store = this.stores.kind(stage.kind().label());
		Activities<S, C> activities = new Activities<>(stage.kind(), wanted.orderedStream().toList(),
				this.settings.activities().retryAfter(), memory.activitiesBudget().part(parts), this.clock,
				this.registry);
		SlaMetrics slas = new SlaMetrics(stage, this.registry, this.clock);
		OrderBatches<S, C, E> batches = new OrderBatches<>(stage, this.codec, this.sealing, store, pages(stage),
				this.recent, this.relay, this.deadlines, activities, this.gaps, new StageMetrics(this.registry, slas),
				this.clock, limits);
		StageEngine<S, C, E> engine = new StageEngine<>(batches, store, this.recent, this.gaps, limits);
		return new CarriedStage<>(stage, store, engine,
				new BatchingGateway<>(stage.kind(), engine, store, memory.commandsBudget().part(parts)), activities,
				slas, batches.paging());
	}

	private @Nullable LedgerPages pages(Stage<?, ?, ?> stage) {
		if (stage.longLived().isEmpty()) {
			return null;
		}
		String collection = stage.kind().collection();
		return new LedgerPages(this.database.getCollection(collection),
				this.database.getCollection(LedgerPages.collection(collection)));
	}

}
