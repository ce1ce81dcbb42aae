package io.gendan.messaging.signature;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

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
	 */
	public SignatureCheck(SigningSettings settings, MeterRegistry registry) {
		this(settings, registry, System::nanoTime);
	}

	SignatureCheck(SigningSettings settings, MeterRegistry registry, LongSupplier nanos) {
		this.check = settings.check();
		this.keys = new TrustedKeys(settings.keys(), new KeyReader(), settings.refresh(), nanos);
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
		if (!asks(record)) {
			return null;
		}
		Outcome outcome = outcome(record, event.envelope());
		this.registry
			.counter("gendan.signatures", "topic", record.topic(), "outcome", outcome.name().toLowerCase(Locale.ROOT))
			.increment();
		Objection doubt = doubt(outcome, event.envelope());
		if (doubt != null && !refuses()) {
			log.warn("{} is taken though {}", event.envelope().id(), doubt.detail());
			return null;
		}
		return doubt;
	}

	/**
	 * What speaks against an event, whatever becomes of it: for whoever reads a topic
	 * again, and neither counts nor warns a second time.
	 * @param record the record it came in
	 * @param event the event
	 * @return why it may be a stranger's, null if it is signed well or nobody asks
	 * @throws IllegalStateException if that cannot be said at the moment
	 */
	public @Nullable Objection doubt(TopicRecord record, RecordedEvent event) {
		return asks(record) ? doubt(outcome(record, event.envelope()), event.envelope()) : null;
	}

	/**
	 * Whether an event in doubt is refused.
	 * @return false if it is taken all the same
	 */
	public boolean refuses() {
		return this.check == Check.REQUIRE;
	}

	private boolean asks(TopicRecord record) {
		return this.check != Check.OFF && !record.isRemembered();
	}

	private static @Nullable Objection doubt(Outcome outcome, Envelope envelope) {
		return (outcome == Outcome.VALID) ? null
				: new Objection(REASON + outcome.name(), outcome.detail.formatted(envelope.source().label()));
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
