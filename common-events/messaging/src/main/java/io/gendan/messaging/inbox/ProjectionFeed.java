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
 * Feeds a projection with whole polls. If a poll fails for another reason than the store,
 * its events are fed one by one, so that only the poisonous one is rejected.
 */
public final class ProjectionFeed implements Function<List<RecordedEvent>, List<Verdict>> {

	private final Projection projection;

	public ProjectionFeed(Projection projection) {
		this.projection = projection;
	}

	@Override
	public List<Verdict> apply(List<RecordedEvent> events) {
		if (events.isEmpty()) {
			return List.of();
		}
		try {
			this.projection.apply(events);
			return events.stream().map((event) -> Verdict.taken()).toList();
		}
		catch (MongoException | DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return oneByOne(events);
		}
	}

	private List<Verdict> oneByOne(List<RecordedEvent> events) {
		List<Verdict> verdicts = new ArrayList<>(events.size());
		for (RecordedEvent event : events) {
			try {
				this.projection.apply(List.of(event));
				verdicts.add(Verdict.taken());
			}
			catch (MongoException | DataAccessException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				verdicts.add(Verdict.rejected("HANDLER_FAILED", ex.toString()));
			}
		}
		return verdicts;
	}

}
