package io.gendan.order.timeline;

import java.util.List;

import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.Projection;
import io.gendan.messaging.engine.Verdict;

import org.springframework.stereotype.Component;

/** Keeps the timelines up to date with every poll of the topics (ORD-17). */
@Component
class TimelineProjection implements Projection {

	private final EntryCheck check;

	private final Timelines timelines;

	private final ReplayedLetters letters;

	TimelineProjection(EntryCheck check, Timelines timelines, ReplayedLetters letters) {
		this.check = check;
		this.timelines = timelines;
		this.letters = letters;
	}

	@Override
	public List<Verdict> apply(List<RecordedEvent> events) {
		return this.check.pass(events, this.timelines::add);
	}

	@Override
	public List<Verdict> replay(List<RecordedEvent> events) {
		return this.check.pass(events, (good) -> good.stream().map(this::replay).toList());
	}

	private Verdict replay(RecordedEvent letter) {
		if (!this.letters.keep(letter)) {
			return Verdict.rejected("CONFLICT",
					"%s has been replayed with other data".formatted(letter.envelope().id()));
		}
		Verdict verdict = this.timelines.add(List.of(letter)).getFirst();
		if (verdict.kind() == Verdict.Kind.REJECTED) {
			this.letters.forget(letter);
		}
		return verdict;
	}

}
