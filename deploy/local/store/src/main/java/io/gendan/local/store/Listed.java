package io.gendan.local.store;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** Places that are known already. */
final class Listed implements Positions {

	private final List<Key> keys;

	private final boolean descending;

	private int upcoming;

	private Listed(List<Key> keys, boolean descending) {
		this.keys = keys;
		this.descending = descending;
	}

	/** Each once, in their own order. */
	static Listed inOrder(Collection<Key> keys, boolean descending) {
		var ordered = List.copyOf(new TreeSet<>(keys));
		return new Listed(descending ? ordered.reversed() : ordered, descending);
	}

	static Listed asTheyAre(List<Key> keys) {
		return new Listed(keys, false);
	}

	@Override
	public @Nullable Key next() {
		return (this.upcoming < this.keys.size()) ? this.keys.get(this.upcoming++) : null;
	}

	@Override
	public @Nullable Key seek(Key least) {
		var key = next();
		while (key != null && (this.descending ? key.compareTo(least) > 0 : key.compareTo(least) < 0)) {
			key = next();
		}
		return key;
	}

	@Override
	public void pause() {
		// Nothing is held open.
	}

}
