package io.gendan.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import io.gendan.contract.Actor;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Envelope;
import io.gendan.contract.EventCatalogue;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.HashChain;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes events of one order as the other services would. */
public final class ForeignChain {

	private static final EventCodec CODEC = new EventCodec();

	private final String order;

	private final Map<Service, Envelope> heads = new EnumMap<>(Service.class);

	private long clock;

	public ForeignChain(String order) {
		this.order = order;
	}

	/**
	 * The next event of its service.
	 * @param event the event
	 * @param actor who did it
	 * @return the record, chained to the one before
	 */
	public synchronized RecordedEvent next(GendanEvent event, Actor actor) {
		String type = EventCatalogue.typeOf(event.getClass());
		Service service = Service.valueOf(type.split("\\.")[2].toUpperCase(java.util.Locale.ROOT));
		Envelope before = this.heads.get(service);
		long sequence = (before != null) ? before.sequence() + 1 : 1;
		String data = CODEC.write(event);
		String prevHash = (before != null) ? before.hash() : HashChain.GENESIS;
		this.clock++;
		Envelope unsigned = new Envelope(Envelope.id(service, this.order, sequence), type, service, this.order,
				Instant.now().truncatedTo(ChronoUnit.MILLIS), sequence, this.clock, "command:test", this.order, actor,
				prevHash, "", null);
		Envelope signed = new Envelope(unsigned.id(), type, service, this.order, unsigned.time(), sequence, this.clock,
				unsigned.causationId(), this.order, actor, prevHash, HashChain.hash(unsigned, data), null);
		this.heads.put(service, signed);
		return new RecordedEvent(signed, data);
	}

	/**
	 * The Kafka record of an event.
	 * @param recorded the event
	 * @return ready to be sent
	 */
	public static ProducerRecord<String, byte[]> record(RecordedEvent recorded) {
		Envelope envelope = Objects.requireNonNull(recorded.envelope());
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(envelope.source().topic(), envelope.subject(),
				recorded.bytes());
		CloudEventHeaders.write(envelope).forEach(message.headers()::add);
		return message;
	}

}
