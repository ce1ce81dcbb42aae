package io.gendan.messaging.inbox;

import java.util.ArrayList;
import java.util.List;

import com.mongodb.MongoException;
import io.gendan.contract.Actor;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.messaging.Projection;
import io.gendan.messaging.engine.Verdict;
import io.gendan.testing.ForeignChain;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A projection takes whole polls; poison is found one by one. */
class ProjectionFeedTest {

	private final List<List<String>> calls = new ArrayList<>();

	private final Projection projection = (events) -> {
		this.calls.add(events.stream().map((event) -> event.envelope().subject()).toList());
		if (events.stream().anyMatch((event) -> event.envelope().subject().equals("poison"))) {
			throw new IllegalStateException("planted");
		}
		if (events.stream().anyMatch((event) -> event.envelope().subject().equals("store away"))) {
			throw new MongoException("planted");
		}
		return events.stream()
			.map((event) -> event.envelope().subject().equals("too large") ? Verdict.rejected("TOO_LARGE", "planted")
					: Verdict.taken())
			.toList();
	};

	private final ProjectionFeed feed = new ProjectionFeed(List.of(this.projection));

	@Test
	void aPollIsFedAtOnce() {
		assertThat(this.feed.apply(events("a", "b"))).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.TAKEN, Verdict.Kind.TAKEN);
		assertThat(this.calls).containsExactly(List.of("a", "b"));
		assertThat(this.feed.apply(List.of())).isEmpty();
		assertThat(this.calls).hasSize(1);
	}

	@Test
	void onlyThePoisonIsRejected() {
		assertThat(this.feed.apply(events("a", "poison", "b"))).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.TAKEN, Verdict.Kind.REJECTED, Verdict.Kind.TAKEN);
		assertThat(this.calls).containsExactly(List.of("a", "poison", "b"), List.of("a"), List.of("poison"),
				List.of("b"));
	}

	@Test
	void aStoreThatIsAwayIsNobodysPoison() {
		assertThatThrownBy(() -> this.feed.apply(events("a", "store away"))).isInstanceOf(MongoException.class);
		assertThatThrownBy(() -> this.feed.apply(events("poison", "store away"))).isInstanceOf(MongoException.class);
	}

	@Test
	void whatTheProjectionRejectsCostsNobodyElse() {
		assertThat(this.feed.apply(events("a", "too large", "b"))).extracting(Verdict::reason)
			.containsExactly(null, "TOO_LARGE", null);
		assertThat(this.calls).hasSize(1);
	}

	@Test
	void anEventIsTakenOnlyWhereEveryProjectionTakesIt() {
		ProjectionFeed two = new ProjectionFeed(List.of(this.projection,
				(events) -> events.stream()
					.map((event) -> event.envelope().subject().equals("b") ? Verdict.rejected("CONFLICT", "planted")
							: Verdict.duplicate())
					.toList()));
		assertThat(two.apply(events("a", "b", "poison"))).extracting(Verdict::kind)
			.containsExactly(Verdict.Kind.TAKEN, Verdict.Kind.REJECTED, Verdict.Kind.REJECTED);
	}

	private static List<RecordedEvent> events(String... orders) {
		List<RecordedEvent> events = new ArrayList<>();
		for (String order : orders) {
			events.add(new ForeignChain(order).next(new OrderCancelled(order, "li", Personal.of("no longer needed")),
					new Actor("salesperson", "li")));
		}
		return events;
	}

}
