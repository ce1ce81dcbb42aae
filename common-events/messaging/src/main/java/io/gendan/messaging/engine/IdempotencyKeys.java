package io.gendan.messaging.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.gendan.messaging.ledger.UsedKey;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency keys that have taken effect on one order. They are remembered for a
 * stated time; what is older goes with the next write.
 */
final class IdempotencyKeys {

	private final List<UsedKey> known;

	private final List<UsedKey> added = new ArrayList<>();

	private final Instant now;

	private final Instant oldest;

	private final boolean forgets;

	/**
	 * The keys of one order.
	 * @param known those that stand in its document
	 * @param now the present time
	 * @param kept how long one is remembered
	 */
	IdempotencyKeys(List<UsedKey> known, Instant now, Duration kept) {
		this.known = known;
		this.now = now;
		this.oldest = now.minus(kept);
		long forgotten = known.stream().filter((key) -> !isRemembered(key)).count();
		this.forgets = forgotten > 0 && forgotten * 4 >= known.size();
	}

	/**
	 * The command a key came with.
	 * @param key the key
	 * @return its fingerprint, null if the key is new or has been forgotten
	 */
	@Nullable String printOf(String key) {
		return Stream.concat(this.known.stream().filter(this::isRemembered), this.added.stream())
			.filter((used) -> used.key().equals(key))
			.map(UsedKey::print)
			.findFirst()
			.orElse(null);
	}

	void add(String key, String print) {
		this.added.add(new UsedKey(key, print, this.now));
	}

	boolean changed() {
		return !this.added.isEmpty();
	}

	/**
	 * Whether what is written stands in place of all keys before: only when there is much
	 * to forget, because all others are written again then.
	 */
	boolean forgets() {
		return this.forgets;
	}

	/** Those to be added, or all that are kept from now on. */
	List<UsedKey> written() {
		if (!forgets()) {
			return List.copyOf(this.added);
		}
		return Stream.concat(this.known.stream().filter(this::isRemembered).map(this::dated), this.added.stream())
			.toList();
	}

	/** By how much the document grows. */
	long bytes() {
		long gone = forgets() ? this.known.stream().filter((key) -> !isRemembered(key)).mapToLong(UsedKey::bytes).sum()
				: 0;
		return this.added.stream().mapToLong(UsedKey::bytes).sum() - gone;
	}

	private boolean isRemembered(UsedKey key) {
		return key.at() == null || key.at().isAfter(this.oldest);
	}

	private UsedKey dated(UsedKey key) {
		return new UsedKey(key.key(), key.print(), Objects.requireNonNullElse(key.at(), this.now));
	}

}
