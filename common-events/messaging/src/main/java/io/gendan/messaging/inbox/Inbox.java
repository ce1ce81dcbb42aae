package io.gendan.messaging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.gendan.contract.MalformedEventException;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.deadletter.DeadLetter;
import io.gendan.messaging.deadletter.DeadLetterPublisher;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.signature.Objection;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.topic.TopicRecord;

import org.springframework.messaging.Message;

/**
 * Takes polls: reads all records, hands all events over at once, and sends what is poison
 * to the dead letters. It returns when everything of the poll is safe, then the offsets
 * move; if it throws, the whole poll comes again and duplicates fall out.
 */
public final class Inbox implements Consumer<Message<List<byte[]>>> {

	private final Function<List<RecordedEvent>, List<Verdict>> handler;

	private final SignatureCheck signatures;

	private final DeadLetterPublisher deadLetters;

	private final InboxHealth health;

	private final ConsumedEvents metrics;

	/**
	 * An inbox.
	 * @param handler takes the events of a poll and says what became of each
	 * @param signatures says whose events they are
	 * @param deadLetters takes what cannot be processed
	 * @param health learns of failures
	 * @param metrics counts
	 */
	public Inbox(Function<List<RecordedEvent>, List<Verdict>> handler, SignatureCheck signatures,
			DeadLetterPublisher deadLetters, InboxHealth health, ConsumedEvents metrics) {
		this.handler = handler;
		this.signatures = signatures;
		this.deadLetters = deadLetters;
		this.health = health;
		this.metrics = metrics;
	}

	@Override
	public void accept(Message<List<byte[]>> poll) {
		try {
			take(Poll.records(poll));
			this.health.moves();
		}
		catch (RuntimeException ex) {
			this.health.stands(ex);
			throw ex;
		}
		// An error would end the consumer for good; as a failure the poll comes again.
		catch (Error ex) {
			this.health.stands(ex);
			throw new IllegalStateException("The poll could not be made safe", ex);
		}
	}

	private void take(List<TopicRecord> records) {
		List<TopicRecord> readable = new ArrayList<>(records.size());
		List<RecordedEvent> events = new ArrayList<>(records.size());
		List<DeadLetter> dead = new ArrayList<>();
		for (TopicRecord record : records) {
			try {
				RecordedEvent event = record.event();
				Objection objection = this.signatures.objection(record, event);
				if (objection == null) {
					events.add(event);
					readable.add(record);
				}
				else {
					dead.add(new DeadLetter(record, objection.reason(), objection.detail()));
				}
			}
			catch (MalformedEventException ex) {
				dead.add(new DeadLetter(record, "MALFORMED", String.valueOf(ex.getMessage())));
			}
		}
		List<Verdict> verdicts = this.handler.apply(events);
		for (int i = 0; i < verdicts.size(); i++) {
			Verdict verdict = verdicts.get(i);
			if (verdict.kind() == Verdict.Kind.REJECTED && verdict.reason() != null && verdict.detail() != null) {
				dead.add(new DeadLetter(readable.get(i), verdict.reason(), verdict.detail()));
			}
		}
		this.deadLetters.publish(dead);
		this.metrics.consumed(events, verdicts);
	}

}
