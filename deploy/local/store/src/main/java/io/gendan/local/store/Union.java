package io.gendan.local.store;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What any of several has, each place once, in the order of places. */
final class Union implements Positions {

	private final List<Positions> parts;

	private final @Nullable Key[] heads;

	private final Comparator<Key> order;

	private boolean begun;

	private Union(List<Positions> parts, boolean descending) {
		this.parts = parts;
		this.heads = new Key[parts.size()];
		this.order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
	}

	static Positions of(List<Positions> parts, boolean descending) {
		return (parts.size() == 1) ? parts.getFirst() : new Union(parts, descending);
	}

	@Override
	public @Nullable Key next() {
		if (!this.begun) {
			this.begun = true;
			for (int i = 0; i < this.heads.length; i++) {
				this.heads[i] = this.parts.get(i).next();
			}
		}
		return take();
	}

	@Override
	public @Nullable Key seek(Key least) {
		for (int i = 0; i < this.heads.length; i++) {
			var head = this.heads[i];
			if (!this.begun || (head != null && this.order.compare(head, least) < 0)) {
				this.heads[i] = this.parts.get(i).seek(least);
			}
		}
		this.begun = true;
		return take();
	}

	private @Nullable Key take() {
		Key first = null;
		for (var head : this.heads) {
			if (head != null && (first == null || this.order.compare(head, first) < 0)) {
				first = head;
			}
		}
		for (int i = 0; i < this.heads.length; i++) {
			if (first != null && first.equals(this.heads[i])) {
				this.heads[i] = this.parts.get(i).next();
			}
		}
		return first;
	}

	@Override
	public void pause() {
		this.parts.forEach(Positions::pause);
	}

}
