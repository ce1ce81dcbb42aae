package io.gendan.order.timeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.mongodb.client.MongoCollection;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.Verdict;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Adds some events to a collection of timelines. Every order is for itself: what the
 * store refuses of one holds back no other.
 */
final class TimelineAddition {

	/** What is in memory twice at a time, once as events and once as documents. */
	static final long SLICE_BYTES = 1024 * 1024;

	/** A document may have 16 MB; past this an order gets no more entries. */
	static final long MAX_BYTES = 12 * 1024 * 1024;

	/** A refusal that is not for good, such as a write conflict, goes by. */
	private static final int TRIES = 3;

	private final MongoCollection<Document> collection;

	private final RecentTimelines recent;

	private final List<RecordedEvent> events;

	private final @Nullable Verdict[] verdicts;

	private final Map<String, Integer> refusals = new HashMap<>();

	TimelineAddition(MongoCollection<Document> collection, RecentTimelines recent, List<RecordedEvent> events) {
		this.collection = collection;
		this.recent = recent;
		this.events = events;
		this.verdicts = new @Nullable Verdict[events.size()];
	}

	List<Verdict> all() {
		int next = 0;
		while (next < this.events.size()) {
			// In the order of _id two instances never wait for each other crosswise.
			TreeMap<String, List<Integer>> slice = new TreeMap<>();
			for (long bytes = 0; next < this.events.size() && bytes < SLICE_BYTES; next++) {
				RecordedEvent event = this.events.get(next);
				slice.computeIfAbsent(event.envelope().subject(), (order) -> new ArrayList<>()).add(next);
				bytes += event.data().length();
			}
			while (!slice.isEmpty()) {
				slice.keySet().removeAll(round(slice));
			}
		}
		return Arrays.stream(this.verdicts).map(Objects::requireNonNull).toList();
	}

	/** Tries the orders of a slice once, and tells which of them are done with. */
	private List<String> round(TreeMap<String, List<Integer>> slice) {
		Map<String, Seen> known = this.recent.recall(slice.keySet());
		List<String> unknown = slice.keySet().stream().filter((order) -> !known.containsKey(order)).toList();
		if (!unknown.isEmpty()) {
			known.putAll(TimelineCollection.seen(this.collection, unknown));
		}
		List<TimelineWrite> writes = new ArrayList<>();
		List<String> done = new ArrayList<>();
		slice.forEach((order, indexes) -> {
			TimelineWrite write = decide(order, known.getOrDefault(order, Seen.NOTHING), indexes);
			if (write.isEmpty()) {
				done.add(order);
			}
			else {
				writes.add(write);
			}
		});
		for (TimelineWrite.Answer answer : TimelineWrite.send(this.collection, writes)) {
			if (answer.settled()) {
				this.recent.remember(answer.write().order(), answer.write().after().written());
				done.add(answer.write().order());
			}
			else {
				this.recent.forget(answer.write().order());
				if (answer.refusal() != null && this.refusals.merge(answer.write().order(), 1, Integer::sum) >= TRIES) {
					answer.write()
						.indexes()
						.forEach((index) -> this.verdicts[index] = Verdict.rejected("STORE_REFUSED", answer.refusal()));
					done.add(answer.write().order());
				}
			}
		}
		return done;
	}

	private TimelineWrite decide(String order, Seen before, List<Integer> indexes) {
		TimelineWrite write = new TimelineWrite(order, before);
		for (int index : indexes) {
			RecordedEvent event = this.events.get(index);
			Mark mark = Mark.of(event.envelope());
			switch (write.after().knowledge(mark)) {
				case SAME -> {
					// In a later round it may be this very write that is found again.
					if (this.verdicts[index] == null) {
						this.verdicts[index] = Verdict.duplicate();
					}
				}
				case OTHER -> this.verdicts[index] = Verdict.rejected("CONFLICT",
						"%s is in the timeline with other content".formatted(event.envelope().id()));
				case NONE -> {
					String line = TimelineEntry.of(event).line();
					long bytes = line.getBytes(StandardCharsets.UTF_8).length;
					if (write.after().bytes() + bytes > MAX_BYTES) {
						this.verdicts[index] = Verdict.rejected("TOO_LARGE",
								"The timeline of %s would exceed %d bytes".formatted(order, MAX_BYTES));
					}
					else {
						this.verdicts[index] = Verdict.taken();
						write.append(index, mark, line, bytes);
					}
				}
			}
		}
		return write;
	}

}
