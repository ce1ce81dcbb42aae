package io.gendan.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.Projection;
import io.gendan.messaging.engine.Verdict;
import org.bson.Document;

/** A timeline per order: one read and one write per poll. */
final class ChainTimeline implements Projection {

	private static final int LAST_SEQUENCE = 2;

	private final MongoCollection<Document> timelines;

	private final Semaphore finished = new Semaphore(0);

	private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();

	private final Map<String, Long> begun = new HashMap<>();

	ChainTimeline(MongoCollection<Document> timelines) {
		this.timelines = timelines;
	}

	/** Waits until so many more orders stand in the timeline whole. */
	void await(int orders) throws InterruptedException {
		this.finished.acquire(orders);
	}

	/** Milliseconds from the first commit to the last event's place in the timeline. */
	List<Long> takeLatencies() {
		List<Long> taken = new ArrayList<>(this.latencies);
		this.latencies.clear();
		taken.sort(Long::compare);
		return taken;
	}

	@Override
	public List<Verdict> apply(List<RecordedEvent> events) {
		Map<String, List<Document>> byOrder = new HashMap<>();
		for (RecordedEvent event : events) {
			byOrder.computeIfAbsent(event.envelope().subject(), (order) -> new ArrayList<>())
				.add(new Document("id", event.envelope().id()).append("type", event.envelope().type())
					.append("clock", event.envelope().clock())
					.append("actor", event.envelope().actor().toString())
					.append("data", event.data()));
		}
		Map<String, Set<String>> known = new HashMap<>();
		for (Document timeline : this.timelines.find(Filters.in("_id", byOrder.keySet()))
			.projection(Projections.include("seen"))) {
			known.put(timeline.getString("_id"), Set.copyOf(timeline.getList("seen", String.class)));
		}
		List<WriteModel<Document>> writes = new ArrayList<>();
		byOrder.forEach((order, entries) -> {
			Set<String> seen = known.get(order);
			entries.removeIf((entry) -> seen != null && seen.contains(entry.getString("id")));
			List<String> ids = entries.stream().map((entry) -> entry.getString("id")).toList();
			if (seen == null) {
				writes.add(
						new InsertOneModel<>(new Document("_id", order).append("events", entries).append("seen", ids)));
			}
			else if (!entries.isEmpty()) {
				writes.add(new UpdateOneModel<>(Filters.eq("_id", order),
						new Document("$push", new Document("events", new Document("$each", entries)).append("seen",
								new Document("$each", ids)))));
			}
		});
		if (!writes.isEmpty()) {
			this.timelines.bulkWrite(writes, new BulkWriteOptions().ordered(false));
		}
		measure(events);
		return events.stream().map((event) -> Verdict.taken()).toList();
	}

	private void measure(List<RecordedEvent> events) {
		long now = System.currentTimeMillis();
		for (RecordedEvent event : events) {
			String order = event.envelope().subject();
			if (event.envelope().source() == Service.ORDER && event.envelope().sequence() == 1) {
				this.begun.put(order, event.envelope().time().toEpochMilli());
			}
			if (event.envelope().source() == Service.REVIEW && event.envelope().sequence() == LAST_SEQUENCE) {
				Long start = this.begun.remove(order);
				this.latencies.add((start != null) ? now - start : -1);
				this.finished.release();
			}
		}
	}

}
