package io.gendan.messaging.signature;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

import io.gendan.contract.Service;
import io.gendan.contract.signature.PublicKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key sets of the services, read again now and then, and at once when an event names
 * a key that is not in them. Their age does not depend on what the clock is set to.
 */
final class TrustedKeys {

	private static final Logger log = LoggerFactory.getLogger(TrustedKeys.class);

	/** A stranger must not be able to make every event a request for keys. */
	private static final Duration AT_ONCE = Duration.ofSeconds(10);

	private final Map<Service, String> locations;

	private final UnaryOperator<String> reader;

	private final Duration refresh;

	private final LongSupplier nanos;

	private final ConcurrentMap<Service, Loaded> loaded = new ConcurrentHashMap<>();

	/**
	 * Key sets.
	 * @param locations where the set of each service is
	 * @param reader reads a location
	 * @param refresh how long a set is believed
	 * @param nanos a time in nanoseconds that only goes on
	 */
	TrustedKeys(Map<Service, String> locations, UnaryOperator<String> reader, Duration refresh, LongSupplier nanos) {
		this.locations = Map.copyOf(locations);
		this.reader = reader;
		this.refresh = refresh;
		this.nanos = nanos;
	}

	/**
	 * What a signature of a service is worth.
	 * @param service who is said to have signed
	 * @param hash the hash of the event
	 * @param signature its signature
	 * @return the outcome
	 * @throws IllegalStateException if the keys of the service have never been read and
	 * cannot be read now: nothing can be said about any of its events
	 */
	PublicKeys.Outcome check(Service service, String hash, String signature) {
		PublicKeys.Outcome outcome = keys(service, this.refresh).check(hash, signature);
		return (outcome == PublicKeys.Outcome.KEY_UNKNOWN) ? keys(service, AT_ONCE).check(hash, signature) : outcome;
	}

	private PublicKeys keys(Service service, Duration age) {
		Loaded known = this.loaded.get(service);
		long now = this.nanos.getAsLong();
		if (known != null && now - known.at() < age.toNanos()) {
			return known.keys();
		}
		PublicKeys keys = read(service, known);
		this.loaded.put(service, new Loaded(keys, now));
		return keys;
	}

	private PublicKeys read(Service service, @Nullable Loaded known) {
		String location = this.locations.get(service);
		if (location == null) {
			throw new IllegalStateException(
					"gendan.signing.keys does not say where the keys of %s are".formatted(service.label()));
		}
		try {
			return PublicKeys.parse(this.reader.apply(location));
		}
		catch (RuntimeException ex) {
			if (known == null) {
				throw new IllegalStateException(
						"The keys of %s cannot be read from %s".formatted(service.label(), location), ex);
			}
			log.warn("The keys of {} cannot be read from {}; those read last stay", service.label(), location, ex);
			return known.keys();
		}
	}

	private record Loaded(PublicKeys keys, long at) {
	}

}
