package io.gendan.messaging.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.gendan.contract.Envelope;
import io.gendan.contract.EventCatalogue;
import io.gendan.contract.EventCodec;
import io.gendan.contract.EventRange;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.HashChain;
import io.gendan.contract.MalformedEventException;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.ledger.Head;
import io.gendan.stage.Context;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Puts events of a stage into their envelopes, and reads recorded ones. */
final class EventWriter {

	private final Service service;

	private final EventCodec codec;

	private final Set<String> listened;

	EventWriter(Stage<?, ?, ?> stage, EventCodec codec) {
		this.service = stage.service();
		this.codec = codec;
		this.listened = stage.listensTo().stream().map(EventCatalogue::typeOf).collect(Collectors.toUnmodifiableSet());
	}

	/** Old versions count as what they are lifted to. */
	boolean listensTo(String type) {
		return this.listened.contains(this.codec.newest(type));
	}

	@Nullable GendanEvent read(RecordedEvent recorded) {
		return this.codec.event(recorded).orElse(null);
	}

	/**
	 * The present time, as events have it. Every reader would have to refuse an event of
	 * another time, and nobody could mend its chain.
	 * @param clock the clock of this instance
	 * @return with milliseconds
	 * @throws ClockWrongException if no event may have that time
	 */
	Instant now(Clock clock) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		if (!EventRange.holds(now)) {
			throw new ClockWrongException(now);
		}
		return now;
	}

	/**
	 * Puts an event into its envelope, its personal texts sealed.
	 * @param order the subject that is decided on
	 * @param event what has happened
	 * @param seal seals a personal text
	 * @param before the own event before
	 * @param lamport its Lamport clock
	 * @param cause id or name of what caused it
	 * @param context who and when
	 * @param traceparent trace context of the cause
	 * @return ready to be kept and published, and as everybody reads it
	 * @throws IllegalStateException if the stage has made an event of another subject, or
	 * one that could not be read again
	 */
	Written write(String order, GendanEvent event, UnaryOperator<Personal> seal, Head before, long lamport,
			String cause, Context context, @Nullable String traceparent) {
		if (!event.subject().equals(order)) {
			throw new IllegalStateException("Decided on %s, but got %s".formatted(order, event));
		}
		long sequence = before.sequence() + 1;
		String data = this.codec.write(event, seal);
		GendanEvent read = readable(event, data);
		Envelope unsigned = new Envelope(Envelope.id(this.service, order, sequence),
				EventCatalogue.typeOf(event.getClass()), this.service, order, context.now(), sequence, lamport, cause,
				order, context.actor(), before.hash(), "", TraceParent.childOf(traceparent));
		Envelope envelope = new Envelope(unsigned.id(), unsigned.type(), unsigned.source(), unsigned.subject(),
				unsigned.time(), unsigned.sequence(), unsigned.clock(), unsigned.causationId(),
				unsigned.correlationId(), unsigned.actor(), unsigned.prevHash(), HashChain.hash(unsigned, data),
				unsigned.traceparent());
		return new Written(new RecordedEvent(envelope, data), read);
	}

	/**
	 * What cannot be read again would block its order for ever, here and at every
	 * subscriber.
	 */
	private GendanEvent readable(GendanEvent event, String data) {
		try {
			return this.codec.read(EventCatalogue.typeOf(event.getClass()), data).orElseThrow();
		}
		catch (MalformedEventException ex) {
			throw new IllegalStateException("Nobody could read " + event, ex);
		}
	}

	String print(String content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * An event that has been written.
	 *
	 * @param recorded in its envelope
	 * @param event as it is read from there
	 */
	record Written(RecordedEvent recorded, GendanEvent event) {
	}

}
