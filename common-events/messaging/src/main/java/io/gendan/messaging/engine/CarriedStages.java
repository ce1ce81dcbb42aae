package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Subject;
import io.gendan.messaging.ledger.Discarded;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a service, each of another kind: what comes in goes to the stage of its
 * kind. What is about a kind that has no stage here passes by.
 */
public final class CarriedStages {

	private final Map<String, CarriedStage<?, ?, ?>> byKind = new LinkedHashMap<>();

	/**
	 * The stages of a service.
	 * @param stages at most one of each kind
	 * @throws IllegalStateException if two are of the same kind
	 */
	public CarriedStages(List<CarriedStage<?, ?, ?>> stages) {
		for (CarriedStage<?, ?, ?> stage : stages) {
			CarriedStage<?, ?, ?> other = this.byKind.put(stage.stage().kind().label(), stage);
			if (other != null) {
				throw new IllegalStateException("%s and %s are both stages of %s".formatted(other.stage(),
						stage.stage(), stage.stage().kind().label()));
			}
		}
	}

	/**
	 * All of them.
	 * @return the stages
	 */
	public Collection<CarriedStage<?, ?, ?>> all() {
		return this.byKind.values();
	}

	/**
	 * The events of other services that any of them listens to.
	 * @return classes of the contract
	 */
	public Set<Class<? extends GendanEvent>> listened() {
		Set<Class<? extends GendanEvent>> listened = new HashSet<>();
		all().forEach((carried) -> listened.addAll(carried.stage().listensTo()));
		return listened;
	}

	/**
	 * Takes received events, see {@link StageEngine#receive}.
	 * @param events events of other services, per service and subject in sequence
	 * @return what became of each, in the same order
	 */
	public List<Verdict> receive(List<RecordedEvent> events) {
		return hand(events, StageEngine::receive);
	}

	/**
	 * Takes events that came by earlier, see {@link StageEngine#replay}.
	 * @param events events of one type, per service and subject in sequence
	 * @return what became of each, in the same order
	 */
	public List<Verdict> replay(List<RecordedEvent> events) {
		return hand(events, StageEngine::replay);
	}

	/**
	 * Looks after what is due.
	 * @param subjects of any kind
	 */
	public void due(Collection<String> subjects) {
		Map<CarriedStage<?, ?, ?>, List<String>> due = new HashMap<>();
		for (String subject : subjects) {
			CarriedStage<?, ?, ?> stage = of(subject);
			if (stage != null) {
				due.computeIfAbsent(stage, (one) -> new ArrayList<>()).add(subject);
			}
		}
		due.forEach((stage, some) -> stage.engine().due(some));
	}

	/**
	 * Passes over an event, see {@link StageEngine#discard}.
	 * @param subject what it is about
	 * @param decision the event, who has decided, and why
	 */
	public void discard(String subject, Discarded decision) {
		CarriedStage<?, ?, ?> stage = of(subject);
		if (stage != null) {
			stage.engine().discard(subject, decision);
		}
	}

	/** A poll is mostly about one kind, and goes on as it is. */
	private List<Verdict> hand(List<RecordedEvent> events,
			BiFunction<StageEngine<?, ?, ?>, List<RecordedEvent>, List<Verdict>> way) {
		CarriedStage<?, ?, ?> first = events.isEmpty() ? null : of(events.getFirst());
		return (first != null && events.stream().allMatch((event) -> of(event) == first))
				? way.apply(first.engine(), events) : sort(events, way);
	}

	private List<Verdict> sort(List<RecordedEvent> events,
			BiFunction<StageEngine<?, ?, ?>, List<RecordedEvent>, List<Verdict>> way) {
		Map<CarriedStage<?, ?, ?>, List<Integer>> places = new LinkedHashMap<>();
		for (int i = 0; i < events.size(); i++) {
			CarriedStage<?, ?, ?> stage = of(events.get(i));
			if (stage != null) {
				places.computeIfAbsent(stage, (one) -> new ArrayList<>()).add(i);
			}
		}
		Verdict[] verdicts = new Verdict[events.size()];
		Arrays.fill(verdicts, Verdict.TAKEN);
		places.forEach((stage, some) -> {
			List<Verdict> told = way.apply(stage.engine(), some.stream().map(events::get).toList());
			for (int i = 0; i < told.size(); i++) {
				verdicts[some.get(i)] = told.get(i);
			}
		});
		return List.of(verdicts);
	}

	private @Nullable CarriedStage<?, ?, ?> of(RecordedEvent event) {
		return this.byKind.get(Subject.of(event.envelope()).kind());
	}

	private @Nullable CarriedStage<?, ?, ?> of(String subject) {
		return this.byKind.get(Subject.parse(subject).kind());
	}

}
