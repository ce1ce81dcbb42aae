package io.gendan.messaging.deadletter;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.GapAlarm;
import io.gendan.messaging.engine.Overdue;
import io.gendan.messaging.topic.TopicRecord;

/**
 * Writes a dead letter for an event that waits too long, and closes it when the event has
 * gone on. The letter is a notice: the event itself waits in the document of its order.
 */
public final class GapLetters implements GapAlarm {

	private static final Actor INBOX = Actor.policy("inbox");

	private final DeadLetterPublisher letters;

	private final String group;

	private final HandlingStore handlings;

	private final Clock clock;

	public GapLetters(DeadLetterPublisher letters, String group, HandlingStore handlings, Clock clock) {
		this.letters = letters;
		this.group = group;
		this.handlings = handlings;
		this.clock = clock;
	}

	@Override
	public void raise(List<Overdue> overdue) {
		this.letters.publish(overdue.stream()
			.map((waits) -> new DeadLetter(TopicRecord.of(waits.event()), waits.reason(), waits.detail()))
			.toList());
	}

	@Override
	public void clear(List<RecordedEvent> gone) {
		Handling replayed = new Handling(LetterStatus.REPLAYED, INBOX.toString(),
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS), null);
		for (RecordedEvent event : gone) {
			String topic = DeadLetterPublisher.topic(event.envelope().source().topic(), this.group);
			this.handlings.keep(StoredLetter.identity(topic, TopicRecord.of(event)), replayed);
		}
	}

}
