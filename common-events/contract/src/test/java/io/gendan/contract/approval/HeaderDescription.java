package io.gendan.contract.approval;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One record header as the AsyncAPI document describes it.
 *
 * @param name header name
 * @param required whether every record has it
 * @param pattern its form, if more can be said than that it is a text
 * @param format its format, if it has one
 * @param description what it says
 */
record HeaderDescription(String name, boolean required, @Nullable String pattern, @Nullable String format,
		String description) {

	private static final String COUNT = "^[1-9][0-9]*$";

	private static final String SHA_256 = "^[0-9a-f]{64}$";

	static final List<HeaderDescription> ALL = List.of(of("ce_specversion", "^1\\.0$", "CloudEvents version."),
			of("ce_id", "^[a-z]+:.+:[1-9][0-9]*$",
					"service:order:sequence; the same event always has the same id, so a duplicate shows anywhere."),
			of("ce_type", "^io\\.gendan\\..+\\.v[1-9][0-9]*$", "Name of the event, version included."),
			of("ce_source", "^/gendan/[a-z]+-service$", "The service that wrote it."),
			of("ce_subject", null,
					"What it is about: the order number, or kind/number for what lives without an order, such as product/M8/20; the same as the record key."),
			new HeaderDescription("ce_time", true, null, "date-time",
					"When it happened, in UTC with nine fraction digits, from 2000 to 2199."),
			of("ce_dataschema", "^urn:gendan:schema:", "The JSON Schema of this version."),
			of("ce_sequence", COUNT, "Gapless from 1 per subject and service, at most 2^53 - 1."),
			of("ce_clock", COUNT,
					"Lamport clock of the order, at most 2^53 - 1: cause sorts before effect across services."),
			new HeaderDescription("ce_causationid", false, null, null,
					"Id of the event, or name of the command, that caused it."),
			of("ce_correlationid", null, "The order's whole story."),
			of("ce_actor", "^[^/]+/.+$", "role/id of who did it, or policy/name of the policy that did."),
			of("ce_prevhash", SHA_256, "Hash of the event before; 64 zeros for the first."),
			of("ce_hash", SHA_256, "SHA-256 over this event and the hash before it."),
			new HeaderDescription("ce_signature", false, "^[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]{86}$", null,
					"Detached compact JWS (RFC 7515, EdDSA with Ed25519) of the writing service; its payload is ce_hash."),
			new HeaderDescription("traceparent", false, "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}", null,
					"W3C trace context."),
			of("content-type", "^application/json", "Media type of the record's value."));

	private static HeaderDescription of(String name, @Nullable String pattern, String description) {
		return new HeaderDescription(name, true, pattern, null, description);
	}

}
