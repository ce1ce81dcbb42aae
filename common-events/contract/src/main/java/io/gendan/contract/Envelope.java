package io.gendan.contract;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Everything about an event but its data: the CloudEvents 1.0 attributes and Gendan's
 * extensions.
 *
 * @param id {@code {service}:{subject}:{sequence}}; the same event always has the same id
 * @param type wire name with version
 * @param source the service that wrote it
 * @param subject what it is about, see {@link Subject}; also the record key
 * @param time when it happened, see {@link EventRange}
 * @param sequence gapless from 1 per subject and service
 * @param clock Lamport clock of the subject: cause sorts before effect
 * @param causationId id of the event, or name of the command, that caused it
 * @param correlationId the subject's whole story
 * @param actor who did it
 * @param prevHash hash of the event before, {@link HashChain#GENESIS} for the first
 * @param hash hash of this event, see {@link HashChain}
 * @param traceparent W3C trace context, if there was one
 */
public record Envelope(String id, String type, Service source, String subject, Instant time, long sequence, long clock,
		@Nullable String causationId, String correlationId, Actor actor, String prevHash, String hash,
		@Nullable String traceparent) {

	/**
	 * The id of an event.
	 * @param source the service that writes it
	 * @param subject what it is about
	 * @param sequence its sequence
	 * @return {@code {service}:{subject}:{sequence}}
	 */
	public static String id(Service source, String subject, long sequence) {
		return source.label() + ":" + subject + ":" + sequence;
	}

	/**
	 * Where the JSON Schema of this event version is found.
	 * @return the {@code ce_dataschema} attribute
	 */
	public String dataSchema() {
		return "urn:gendan:schema:" + this.type;
	}

}
