package io.gendan.contract;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in Kafka binary mode: the attributes are record headers with the prefix
 * {@code ce_}, the data are the record's value.
 */
public final class CloudEventHeaders {

	/**
	 * The header that a service with a signing key adds to the others, see
	 * {@link io.gendan.contract.signature.SigningKey}.
	 */
	public static final String SIGNATURE = "ce_signature";

	private static final String JSON = "application/json";

	private CloudEventHeaders() {
	}

	/**
	 * The record headers of an event.
	 * @param envelope its attributes
	 * @return header name to UTF-8 bytes, in a fixed order
	 */
	public static Map<String, byte[]> write(Envelope envelope) {
		Map<String, byte[]> headers = new LinkedHashMap<>(32);
		put(headers, "ce_specversion", "1.0");
		put(headers, "ce_id", envelope.id());
		put(headers, "ce_type", envelope.type());
		put(headers, "ce_source", envelope.source().source());
		put(headers, "ce_subject", envelope.subject());
		put(headers, "ce_time", EventRange.text(envelope.time()));
		put(headers, "ce_dataschema", envelope.dataSchema());
		put(headers, "ce_sequence", Long.toString(envelope.sequence()));
		put(headers, "ce_clock", Long.toString(envelope.clock()));
		put(headers, "ce_causationid", envelope.causationId());
		put(headers, "ce_correlationid", envelope.correlationId());
		put(headers, "ce_actor", envelope.actor().toString());
		put(headers, "ce_prevhash", envelope.prevHash());
		put(headers, "ce_hash", envelope.hash());
		put(headers, "traceparent", envelope.traceparent());
		put(headers, "content-type", JSON);
		return headers;
	}

	/**
	 * Reads a record of one of the topics.
	 * @param header the last value of a header by name, null if the record lacks it
	 * @param value the record's value, null for a tombstone
	 * @return the event, its data not yet read
	 * @throws MalformedEventException if an attribute is missing or does not have its
	 * form (the message names it), or the hash is not that of the content
	 */
	public static RecordedEvent read(Function<String, byte @Nullable []> header, byte @Nullable [] value) {
		RecordedEvent event = readMended(header, value);
		if (!HashChain.intact(event)) {
			throw new MalformedEventException(
					"ce_hash of %s is not that of its content".formatted(event.envelope().id()));
		}
		return event;
	}

	/**
	 * Reads a dead letter whose data a person has mended. Its hash stays the original
	 * one, which no longer fits the data: only so does the chain go on.
	 * @param header the last value of a header by name, null if the record lacks it
	 * @param value the mended data
	 * @return the event, its data not yet read
	 * @throws MalformedEventException if an attribute is missing or does not have its
	 * form
	 */
	public static RecordedEvent readMended(Function<String, byte @Nullable []> header, byte @Nullable [] value) {
		if (value == null) {
			throw new MalformedEventException("The record has no value");
		}
		if (!"1.0".equals(need(header, "ce_specversion"))) {
			throw new MalformedEventException("The header ce_specversion is not 1.0");
		}
		Service service = parsed(header, "ce_source", (source) -> Service.ofSource(source).orElseThrow());
		Envelope envelope = new Envelope(need(header, "ce_id"), need(header, "ce_type"), service,
				need(header, "ce_subject"), parsed(header, "ce_time", EventRange::time),
				parsed(header, "ce_sequence", EventRange::number), parsed(header, "ce_clock", EventRange::number),
				text(header, "ce_causationid"), need(header, "ce_correlationid"),
				parsed(header, "ce_actor", Actor::parse), need(header, "ce_prevhash"), need(header, "ce_hash"),
				text(header, "traceparent"));
		agrees(envelope, header);
		return new RecordedEvent(envelope, new String(value, StandardCharsets.UTF_8));
	}

	/** What CloudEvents leaves optional may be absent, but not contradict the rest. */
	private static void agrees(Envelope envelope, Function<String, byte @Nullable []> header) {
		if (!envelope.id().equals(Envelope.id(envelope.source(), envelope.subject(), envelope.sequence()))) {
			throw new MalformedEventException("ce_id %s is not that of event %d of order %s".formatted(envelope.id(),
					envelope.sequence(), envelope.subject()));
		}
		String dataSchema = text(header, "ce_dataschema");
		if (dataSchema != null && !dataSchema.equals(envelope.dataSchema())) {
			throw new MalformedEventException(
					"ce_dataschema %s is not that of %s".formatted(dataSchema, envelope.type()));
		}
		String contentType = text(header, "content-type");
		if (contentType != null && !contentType.toLowerCase(Locale.ROOT).startsWith(JSON)) {
			throw new MalformedEventException("content-type %s is not %s".formatted(contentType, JSON));
		}
	}

	private static void put(Map<String, byte[]> headers, String name, @Nullable String value) {
		if (value != null) {
			headers.put(name, value.getBytes(StandardCharsets.UTF_8));
		}
	}

	private static @Nullable String text(Function<String, byte @Nullable []> header, String name) {
		byte[] value = header.apply(name);
		return (value != null) ? new String(value, StandardCharsets.UTF_8) : null;
	}

	private static String need(Function<String, byte @Nullable []> header, String name) {
		String text = text(header, name);
		if (text == null || text.isEmpty()) {
			throw new MalformedEventException("The header %s is missing".formatted(name));
		}
		return text;
	}

	private static <T> T parsed(Function<String, byte @Nullable []> header, String name, Function<String, T> parser) {
		String text = need(header, name);
		try {
			return parser.apply(text);
		}
		catch (DateTimeException | IllegalArgumentException | NoSuchElementException ex) {
			throw new MalformedEventException("The header %s cannot be '%s'".formatted(name, text), ex);
		}
	}

}
