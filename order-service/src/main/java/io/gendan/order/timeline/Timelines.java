package io.gendan.order.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.Verdict;
import org.bson.Document;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * The timelines as they are read and kept up to date, in whichever collection they are.
 * <p>
 * Nothing is lost when a rebuild takes their place. It first announces its collection and
 * then asks for the end of the topics: what stands before that end it reads itself, and
 * what comes after is polled after the announcement, so that whoever writes it has seen
 * the announcement and writes it to both. Whoever cannot write it to the second takes the
 * announcement back; where that is too late, the swap is done, and the place is read
 * again.
 */
@Component
class Timelines {

	private final MongoDatabaseFactory mongo;

	private final TimelinePointer pointer;

	private final RebuildLease lease;

	private final ConcurrentMap<String, TimelineCollection> collections = new ConcurrentHashMap<>();

	Timelines(MongoDatabaseFactory mongo, TimelinePointer pointer, RebuildLease lease) {
		this.mongo = mongo;
		this.pointer = pointer;
		this.lease = lease;
	}

	/**
	 * Adds events that have been read before this call.
	 * @param events events of any orders
	 * @return what became of each
	 * @throws com.mongodb.MongoException if the store is away
	 */
	List<Verdict> add(List<RecordedEvent> events) {
		TimelinePointer.Place place = this.pointer.place();
		this.collections.keySet().retainAll(Arrays.asList(place.live(), place.next()));
		List<Verdict> verdicts = collection(place.live()).add(events);
		String next = place.next();
		if (next == null || follows(next, place.token(), events, verdicts) || this.pointer.withdraw(next)
				|| this.pointer.place().live().equals(place.live())) {
			return verdicts;
		}
		// The rebuild has ended meanwhile: what was written to stands behind it.
		return add(events);
	}

	Optional<Timeline> find(String order) {
		TimelinePointer.Place place = this.pointer.place();
		Optional<Timeline> found = collection(place.live()).find(order);
		if (found.isEmpty()) {
			// The collection may just have been replaced and dropped.
			String live = this.pointer.place().live();
			return live.equals(place.live()) ? found : collection(live).find(order);
		}
		return found;
	}

	/**
	 * A collection of timelines, made ready if it is new.
	 * @param name its name
	 * @return the collection
	 */
	TimelineCollection collection(String name) {
		return this.collections.computeIfAbsent(name, (missing) -> {
			TimelineCollection collection = new TimelineCollection(
					this.mongo.getMongoDatabase().getCollection(missing, Document.class));
			collection.createIndexes();
			return collection;
		});
	}

	/**
	 * What the live timelines have and the others do not take would be lost by the swap;
	 * and what nobody will swap in is not worth writing.
	 */
	private boolean follows(String next, long token, List<RecordedEvent> events, List<Verdict> verdicts) {
		if (!this.lease.holds(token)) {
			return false;
		}
		List<Verdict> others = collection(next).add(events);
		return IntStream.range(0, verdicts.size())
			.allMatch((i) -> others.get(i).kind() != Verdict.Kind.REJECTED
					|| verdicts.get(i).kind() == Verdict.Kind.REJECTED);
	}

}
