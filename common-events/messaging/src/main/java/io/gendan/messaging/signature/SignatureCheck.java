package io.gendan.messaging.signature;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Envelope;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.signature.PublicKeys;
import io.gendan.messaging.signature.SigningSettings.Check;
import io.gendan.messaging.topic.TopicRecord;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks whether the service that is said to have written an event has signed it. */
public final class SignatureCheck {

	private static final String REASON = "SIGNATURE_";

	private static final Logger log = LoggerFactory.getLogger(SignatureCheck.class);

	private final Check check;

	private final TrustedKeys keys;

	private final MeterRegistry registry;

	/**
	 * A check.
	 * @param settings what is checked with which keys
	 * @param registry counts
	 * @param clock the time
	 */
	public SignatureCheck(SigningSettings settings, MeterRegistry registry, Clock clock) {
		this.check = settings.check();
		this.keys = new TrustedKeys(settings.keys(), new KeyReader(), settings.refresh(), clock);
		this.registry = registry;
	}

	/**
	 * Checks settings at start-up.
	 * @param settings the settings
	 * @param topics what is consumed
	 * @throws IllegalStateException if events of a service could never be checked
	 */
	public static void mustKnow(SigningSettings settings, Collection<String> topics) {
		List<String> unknown = List.of(Service.values())
			.stream()
			.filter((service) -> topics.contains(service.topic()) && !settings.keys().containsKey(service))
			.map((service) -> "gendan.signing.keys." + service.label())
			.toList();
		if (settings.check() != Check.OFF && !unknown.isEmpty()) {
			throw new IllegalStateException("Signatures are checked, but these settings are missing: " + unknown);
		}
	}

	/**
	 * Whether an event may be taken.
	 * @param record the record it came in
	 * @param event the event
	 * @return why not, null if it may
	 * @throws IllegalStateException if that cannot be said at the moment
	 */
	public @Nullable Objection objection(TopicRecord record, RecordedEvent event) {
		if (this.check == Check.OFF || record.isRemembered()) {
			return null;
		}
		Outcome outcome = outcome(record, event.envelope());
		this.registry
			.counter("gendan.signatures", "topic", record.topic(), "outcome", outcome.name().toLowerCase(Locale.ROOT))
			.increment();
		if (outcome == Outcome.VALID) {
			return null;
		}
		String detail = outcome.detail.formatted(event.envelope().source().label());
		if (this.check == Check.WARN) {
			log.warn("{} is taken though {}", event.envelope().id(), detail);
			return null;
		}
		return new Objection(REASON + outcome.name(), detail);
	}

	private Outcome outcome(TopicRecord record, Envelope envelope) {
		byte[] signature = record.headers().get(CloudEventHeaders.SIGNATURE);
		if (signature == null) {
			return Outcome.MISSING;
		}
		PublicKeys.Outcome worth = this.keys.check(envelope.source(), envelope.hash(),
				new String(signature, StandardCharsets.UTF_8));
		return switch (worth) {
			case VALID -> Outcome.VALID;
			case KEY_UNKNOWN -> Outcome.KEY_UNKNOWN;
			case WRONG -> Outcome.WRONG;
		};
	}

	private enum Outcome {

		VALID("it is signed by %s"),

		MISSING("it is not signed, so it cannot be told whether %s wrote it"),

		KEY_UNKNOWN("its signature names a key that is none of %s"),

		WRONG("its signature is not that of %s");

		private final String detail;

		Outcome(String detail) {
			this.detail = detail;
		}

	}

}
