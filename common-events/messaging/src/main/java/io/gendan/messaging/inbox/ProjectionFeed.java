package io.gendan.messaging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.mongodb.MongoException;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.Projection;
import io.gendan.messaging.engine.Verdict;

import org.springframework.dao.DataAccessException;

/**
 * Feeds projections with whole polls. If one fails for another reason than the store, it
 * gets the events one by one, so that only the poisonous one is rejected.
 */
public final class ProjectionFeed implements Function<List<RecordedEvent>, List<Verdict>> {

	private final List<Projection> projections;

	public ProjectionFeed(List<Projection> projections) {
		this.projections = List.copyOf(projections);
	}

	@Override
	public List<Verdict> apply(List<RecordedEvent> events) {
		return feed(events, Projection::apply);
	}

	/**
	 * Feeds what a person has brought back from the dead letters.
	 * @param events the events
	 * @return what became of each
	 */
	public List<Verdict> replay(List<RecordedEvent> events) {
		return feed(events, Projection::replay);
	}

	private List<Verdict> feed(List<RecordedEvent> events, Way way) {
		if (events.isEmpty()) {
			return List.of();
		}
		return this.projections.stream()
			.map((projection) -> feed(projection, events, way))
			.reduce(ProjectionFeed::worse)
			.orElseThrow();
	}

	private static List<Verdict> feed(Projection projection, List<RecordedEvent> events, Way way) {
		try {
			return way.into(projection, events);
		}
		catch (MongoException | DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return (events.size() == 1) ? List.of(Verdict.rejected("HANDLER_FAILED", ex.toString()))
					: events.stream().flatMap((event) -> feed(projection, List.of(event), way).stream()).toList();
		}
	}

	/** An event has its effect only where every projection has taken it. */
	private static List<Verdict> worse(List<Verdict> some, List<Verdict> others) {
		List<Verdict> worse = new ArrayList<>(some);
		for (int i = 0; i < worse.size(); i++) {
			Verdict other = others.get(i);
			if (worse.get(i).kind() == Verdict.Kind.DUPLICATE || other.kind() == Verdict.Kind.REJECTED) {
				worse.set(i, other);
			}
		}
		return worse;
	}

	private interface Way {

		List<Verdict> into(Projection projection, List<RecordedEvent> events);

	}

}
