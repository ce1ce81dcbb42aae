package io.gendan.local.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What all of several have, in the order of places: each leaps to where another stands,
 * so that what only one has is mostly not even looked at.
 */
final class Intersection implements Positions {

	private final List<Positions> parts;

	private Intersection(List<Positions> parts) {
		this.parts = parts;
	}

	static Positions of(List<Positions> parts) {
		return (parts.size() == 1) ? parts.getFirst() : new Intersection(parts);
	}

	@Override
	public @Nullable Key next() {
		return settle(this.parts.getFirst().next());
	}

	@Override
	public @Nullable Key seek(Key least) {
		return settle(this.parts.getFirst().seek(least));
	}

	private @Nullable Key settle(@Nullable Key first) {
		var candidate = first;
		int agreeing = 1;
		for (int i = 1; candidate != null && agreeing < this.parts.size(); i = (i + 1) % this.parts.size()) {
			var found = this.parts.get(i).seek(candidate);
			agreeing = candidate.equals(found) ? agreeing + 1 : 1;
			candidate = found;
		}
		return candidate;
	}

	@Override
	public void pause() {
		this.parts.forEach(Positions::pause);
	}

}
